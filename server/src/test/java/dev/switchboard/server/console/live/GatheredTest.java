package dev.switchboard.server.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.watching.Watcher;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page is told of what happens. */
final class GatheredTest {
  private static final View LIST = View.of("cases", "waiting", 7, List.of(1L, 2L));
  private final Gathered page = new Gathered("Aurora Air", "Ada", LIST, 0);

  private static LoggedEvent event(String brand, String type, @Nullable Long id) {
    return new LoggedEvent(9, Instant.EPOCH, brand, type, id, null, null, null, "{}", 1);
  }

  private static LoggedEvent event(String type, long id) {
    return event("Aurora Air", type, id);
  }

  private void happens(LoggedEvent... events) {
    page.add(Beat.of(9, List.of(events), Set.of(), Set.of()));
  }

  @Test
  void onlyWhatThePageShowsIsNamedAndTheLatestStateCounts() {
    happens(event("case.claimed", 1), event("case.noteAdded", 1), event("case.claimed", 3));
    happens(event("case.answered", 7), event("Another Line", "case.claimed", 2L));
    Gathered.Part part = page.take();
    assertThat(part.cases()).containsExactly(Map.entry(1L, "claimed"), Map.entry(7L, "answered"));
    assertThat(part.seq()).isEqualTo(9);
    assertThat(page.take().isEmpty()).isTrue();
  }

  @Test
  void whatComesToTheListIsCountedUntilItLeavesOrTheListIsRead() {
    happens(event("case.opened", 10), event("case.opened", 11), event("case.opened", 1));
    assertThat(page.take().news()).isEqualTo(2);
    happens(event("case.claimed", 10));
    Gathered.Part left = page.take();
    assertThat(left.news()).isEqualTo(1);
    assertThat(left.isEmpty()).isFalse();
    page.show(View.of("cases", "waiting", 7, List.of(1L, 2L, 11L)), Set.of(), false);
    assertThat(page.take().news()).isZero();
    happens(event("case.opened", 12));
    page.show(LIST, Set.of(), true);
    assertThat(page.take().news()).isZero();
  }

  @Test
  void aReaderWhoTakesNothingForHoursCostsNoMoreThanThePageShows() {
    for (long i = 0; i < 100; i++) {
      long from = 100 + i * Changes.MAX_NAMED;
      happens(
          LongStream.range(from, from + Changes.MAX_NAMED)
              .mapToObj(id -> event("case.opened", id))
              .toArray(LoggedEvent[]::new));
      happens(event("case.claimed", 1), event("case.askedAgain", 2));
    }
    Gathered.Part part = page.take();
    assertThat(part.cases()).hasSize(2);
    assertThat(part.news()).isEqualTo(100 * Changes.MAX_NAMED);
    assertThat(part.all()).isFalse();
  }

  @Test
  void whatThePageShowsWakesItsStreamAtOnceAndNumbersAloneOnlyAfterASecond() {
    long now = System.nanoTime();
    page.told(now + Duration.ofHours(1).toNanos());
    happens(event("case.opened", 99));
    assertThat(page.wakeUnhurried()).isFalse();
    assertThat(page.isWoken()).isFalse();
    happens(event("case.claimed", 2));
    assertThat(page.isWoken()).isTrue();
  }

  @Test
  void numbersAreToldInTheEnd() {
    page.told(System.nanoTime() - Duration.ofHours(1).toNanos());
    happens(event("case.opened", 99));
    assertThat(page.wakeUnhurried()).isTrue();
    assertThat(page.isWoken()).isTrue();
    assertThat(page.take().news()).isEqualTo(1);
  }

  @Test
  void numbersAreToldToSomePagesAtATimeAndToAllWithinTheSecond() {
    Beat beat = Beat.of(9, List.of(event("case.opened", 99)), Set.of(), Set.of());
    List<Gathered> pages = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Gathered one = new Gathered(null, "Ada", View.of("cases", "waiting", 0, List.of()), 0);
      one.told(System.nanoTime() - Duration.ofHours(1).toNanos());
      one.add(beat);
      pages.add(one);
    }
    Pulse.wakeUnhurried(pages);
    assertThat(pages.stream().filter(Gathered::isWoken)).hasSizeBetween(1, 60);
    for (int i = 1; i < 20; i++) {
      Pulse.wakeUnhurried(pages);
    }
    assertThat(pages).allMatch(Gathered::isWoken);
  }

  @Test
  void moreThanCanBeNamedIsEverything() {
    happens(
        LongStream.range(0, Changes.MAX_NAMED + 1)
            .mapToObj(id -> event("case.opened", id))
            .toArray(LoggedEvent[]::new));
    assertThat(page.take().all()).isTrue();
  }

  @Test
  void colleaguesAndTheBellConcernWhoeverIsThere() {
    page.add(Beat.of(9, List.of(), Set.of(2L, 3L, 7L), Set.of("Ben")));
    Gathered.Part part = page.take();
    assertThat(part.watched()).containsExactly(2L, 7L);
    assertThat(part.rung()).isFalse();
    page.add(Beat.of(9, List.of(), Set.of(), Set.of("Ada", "Ben")));
    assertThat(page.take().rung()).isTrue();
  }

  @Test
  void aPageOfOneKindIsNotToldWhatConcernsAnother() {
    Gathered triage = new Gathered(null, "Ada", View.of("triage", "", 0, List.of()), 0);
    Gathered other = new Gathered(null, "Ada", View.of("people", "", 0, List.of()), 0);
    LoggedEvent edited =
        new LoggedEvent(9, Instant.EPOCH, "B", "post.edited", 4L, 8L, null, null, "{}", 1);
    Beat beat = Beat.of(9, List.of(edited, event("B", "post.received", null)), Set.of(), Set.of());
    triage.add(beat);
    other.add(beat);
    Gathered.Part part = triage.take();
    assertThat(part.posts()).containsExactly(8L);
    assertThat(part.received()).isEqualTo(1);
    assertThat(part.cases()).isEmpty();
    assertThat(other.take().isEmpty()).isTrue();
  }

  @Test
  void whoIsOfferedSomethingElseIsToldAndNobodyElse() {
    page.add(
        Beat.of(
            9,
            List.of(offer("offer.made", null, "{\"offer\":1,\"to\":\"Ben\"}")),
            Set.of(),
            Set.of()));
    assertThat(page.take().offered()).isFalse();
    page.add(
        Beat.of(
            10,
            List.of(offer("offer.made", null, "{\"offer\":2,\"to\":\"Ada\"}")),
            Set.of(),
            Set.of()));
    assertThat(page.take().offered()).isTrue();
    page.add(
        Beat.of(11, List.of(offer("offer.declined", "Ada", "{\"offer\":2}")), Set.of(), Set.of()));
    assertThat(page.take().offered()).isTrue();
    assertThat(page.take().offered()).isFalse();
  }

  private static LoggedEvent offer(String type, @Nullable String actor, String json) {
    return new LoggedEvent(9, Instant.EPOCH, "B", type, 400L, null, null, actor, json, 1);
  }

  @Test
  void theWindowOfAPageHasABound() {
    List<Long> many = LongStream.rangeClosed(1, 500).boxed().toList();
    assertThat(View.of("cases", "waiting", 0, many).rows()).hasSize(View.MAX_ROWS);
  }

  @Test
  void aFrameIsOneEventOfJson() {
    happens(event("case.claimed", 1), event("case.opened", 10));
    LiveCounts.Counted counted =
        new LiveCounts.Counted(
            new StateCounts(1, 2, 8, 3, 4, 5, 6),
            new TriageCounts(11, 12, 13, 14),
            9,
            Map.of("Ada", 7),
            42);
    Map<Long, List<Watcher>> watchers = Map.of(7L, List.of(new Watcher("\"Ben\"", true)));
    Frame frame = new Frame(page.take(), counted, counted.heldBy("Ada"), 3, watchers);
    assertThat(new String(frame.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            id: 9
            data: {"seq":9,"all":false,"news":1,"unread":3,"counts":{"waiting":1,"mine":7,"claimed":2,"paused":8,"pending":3,"answered":4,"closed":5,"exceptions":6,"unsure":12,"worthAnswering":13,"setAside":11,"audit":14,"incidents":9},"received":0,"learned":false,"cases":[1],"posts":[],"incidents":[],"watchers":[[7,["\\"Ben\\"",true]]]}

            """);
  }
}

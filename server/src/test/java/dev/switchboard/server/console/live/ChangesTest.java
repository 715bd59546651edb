package dev.switchboard.server.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangesTest {
  private static LoggedEvent event(
      String type, @Nullable Long caseId, @Nullable Long postId, String data) {
    return new LoggedEvent(
        1, Instant.EPOCH, "Aurora Air", type, caseId, postId, null, null, data, 1);
  }

  private static LoggedEvent event(String type, long caseId) {
    return event(type, caseId, null, "{}");
  }

  private static LoggedEvent incident(long id) {
    return new LoggedEvent(
        1, Instant.EPOCH, "Aurora Air", "incident.grew", null, null, id, null, "{}", 1);
  }

  @Test
  void theLastEventThatSaysSomethingAboutTheStateCounts() {
    Changes changes =
        Changes.of(
            List.of(
                event("case.opened", 1L, null, "{\"history\": false}"),
                event("case.claimed", 1),
                event("case.noteAdded", 1),
                event("case.opened", 2)),
            null);
    assertThat(changes.cases()).containsExactly(Map.entry(1L, "claimed"), Map.entry(2L, "waiting"));
  }

  @Test
  void historyIsNoNews() {
    Changes changes =
        Changes.of(List.of(event("case.opened", 1L, null, "{\"history\": true}")), null);
    assertThat(changes.cases()).containsExactly(Map.entry(1L, ""));
  }

  @Test
  void otherBrandsAreLeftOut() {
    List<LoggedEvent> events = List.of(event("case.opened", 1));
    assertThat(Changes.of(events, "Another Line").isEmpty()).isTrue();
    assertThat(Changes.of(events, "Aurora Air").isEmpty()).isFalse();
  }

  @Test
  void aStormIsCountedAndNotNamedInFull() {
    List<LoggedEvent> storm =
        LongStream.range(0, Changes.MAX_CASES + 50).mapToObj(i -> event("case.opened", i)).toList();
    Changes changes = Changes.of(storm, null);
    assertThat(changes.cases()).hasSize(Changes.MAX_CASES);
    assertThat(changes.more()).isEqualTo(50);
  }

  @Test
  void whatAuthorsChangeNamesThePost() {
    Changes changes =
        Changes.of(
            List.of(event("post.edited", null, 7L, "{}"), event("post.deleted", null, 8L, "{}")),
            null);
    assertThat(changes.posts()).containsExactly(7L, 8L);
    assertThat(changes.isEmpty()).isFalse();
  }

  @Test
  void whatPeopleSayNamesThePostAndWhatCameOnNoCaseIsCounted() {
    Changes changes =
        Changes.of(
            List.of(
                event("post.received", null, 7L, "{}"),
                event("post.received", 3L, 8L, "{}"),
                event("post.setAside", 3L, 8L, "{}"),
                event("triage.modelPublished", null, null, "{}")),
            null);
    assertThat(changes.received()).isEqualTo(1);
    assertThat(changes.posts()).containsExactly(8L);
    assertThat(changes.learned()).isTrue();
  }

  @Test
  void aFrameIsOneEventOfJson() {
    Changes changes =
        Changes.of(
            List.of(event("case.claimed", 5), event("post.edited", null, 7L, "{}"), incident(3)),
            null);
    LiveCounts.Counted counted =
        new LiveCounts.Counted(
            new StateCounts(1, 2, 3, 4, 5, 6), new TriageCounts(11, 12, 13, 14), 9, 42);
    Frame frame = new Frame(42, counted, 7, changes, false);
    assertThat(new String(frame.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            id: 42
            data: {"seq":42,"all":false,"more":0,"counts":{"waiting":1,"mine":7,"claimed":2,"pending":3,"answered":4,"closed":5,"exceptions":6,"unsure":12,"worthAnswering":13,"setAside":11,"audit":14,"incidents":9},"received":0,"learned":false,"cases":[[5,"claimed"]],"posts":[7],"incidents":[3]}

            """);
  }
}

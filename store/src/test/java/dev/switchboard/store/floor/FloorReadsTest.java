package dev.switchboard.store.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.casework.Pauses;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.people.AtWorkReads;
import dev.switchboard.store.people.PeopleAtWork;
import dev.switchboard.store.people.PersonAtWork;
import dev.switchboard.store.people.StaffStore;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lead sees of the floor, as it is counted. */
class FloorReadsTest extends SpineTest {
  private static final Instant NOW = Said.minute(24 * 60);
  private FloorReads floor;
  private AtWorkReads people;

  @BeforeEach
  void reads() {
    floor = new FloorReads(spine.jdbi);
    people = new AtWorkReads(spine.jdbi);
  }

  @Test
  void whoWaitsIsCountedByAgeAndTheLastHourByWhatCameAndWhatWasAnswered() {
    asked("first", 0);
    asked("six hours ago", 18 * 60);
    asked("an hour and a half ago", 22 * 60 + 30);
    asked("forty minutes ago", 23 * 60 + 20);
    asked("just now", 24 * 60 - 1);
    asked("and another", 24 * 60 - 2);
    spine.claim(caseOf("and another"), "ann", NOW);
    asked("answered", 23 * 60 + 10);
    spine.arrive(Origin.LIVE, NOW, Said.replies("re", 24 * 60 - 5).to("answered"));

    OpenWork open = floor.open(null, NOW);
    assertThat(open.waiting()).isEqualTo(5);
    assertThat(open.claimed()).isEqualTo(1);
    assertThat(open.answeredOpen()).isEqualTo(1);
    assertThat(open.oldestWaiting()).isEqualTo(Said.minute(0));
    assertThat(open.waitingByAge()).containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(open.came()).isEqualTo(4);
    assertThat(open.answered()).isEqualTo(1);
    assertThat(floor.open("northwind", NOW)).isEqualTo(open);
    OpenWork none = floor.open("southwind", NOW);
    assertThat(none.waiting()).isZero();
    assertThat(none.oldestWaiting()).isNull();
  }

  @Test
  void whoWaitsIsToldApartByLanguageAndTopic() {
    asked("a", 10);
    asked("b", 5);
    asked("c", 20);
    asked("held", 1);
    spine.claim(caseOf("held"), "ann", NOW);
    set("a", "language", "de");
    set("b", "language", "de");
    set("a", "intent", "baggage");

    assertThat(floor.queues(null))
        .containsExactly(
            new QueueRow(QueueRow.By.LANGUAGE, "de", 2, Said.minute(5)),
            new QueueRow(QueueRow.By.LANGUAGE, null, 1, Said.minute(20)),
            new QueueRow(QueueRow.By.TOPIC, null, 2, Said.minute(5)),
            new QueueRow(QueueRow.By.TOPIC, "baggage", 1, Said.minute(10)));
    assertThat(floor.queues("southwind")).isEmpty();
  }

  @Test
  void whatANamedPersonSaysOfATopicCountsBeforeWhatTriageGuessed() {
    asked("a", 10);
    set("a", "intent", "baggage");
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                INSERT INTO triage_labels (brand_id, step, post_id, text, action, intent, at)
                SELECT (SELECT id FROM brands), 1, id, text, 'tagged', 'refunds', now() FROM posts
                """));

    assertThat(floor.queues(null))
        .contains(new QueueRow(QueueRow.By.TOPIC, "refunds", 1, Said.minute(10)));
  }

  @Test
  void whatRestsIsCountedByWhoseTurnItIs() {
    for (String post : List.of("a", "b", "c", "held")) {
      asked(post, 10);
      spine.claim(caseOf(post), "ann", NOW);
    }
    pause("a", WaitingOn.CUSTOMER, 60);
    pause("b", WaitingOn.CUSTOMER, 30);
    pause("c", WaitingOn.COMPANY, 90);

    assertThat(floor.paused(null)).isEqualTo(new PausedLoad(2, 1, NOW.plusSeconds(30)));
    assertThat(floor.paused("northwind")).isEqualTo(floor.paused(null));
    assertThat(floor.paused("southwind")).isEqualTo(new PausedLoad(0, 0, null));
    assertThat(spine.reads.counts("northwind").paused()).isEqualTo(3);
    assertThat(spine.reads.counts("northwind").claimed()).isEqualTo(4);
  }

  private void pause(String post, WaitingOn on, long seconds) {
    Pause pause = new Pause(on, "a photo", NOW.plusSeconds(seconds));
    spine.act(
        caseOf(post),
        "ann",
        NOW,
        open -> {
          long token = ((CaseState.Claimed) open.file().state()).token();
          return new Pauses(spine.casework).pause(open.file(), token, pause, NOW);
        });
  }

  @Test
  void exceptionsAreCountedByKindUntilTheyAreCleared() {
    asked("a", 10);
    asked("b", 11);
    raise("a", ExceptionKind.SEND_FAILED, Said.minute(30));
    raise("b", ExceptionKind.SEND_FAILED, Said.minute(20));
    raise("b", ExceptionKind.SENSITIVE_TOPIC, Said.minute(40));

    assertThat(floor.exceptions("northwind"))
        .containsExactly(
            new ExceptionCount(ExceptionKind.SEND_FAILED, 2, Said.minute(20)),
            new ExceptionCount(ExceptionKind.SENSITIVE_TOPIC, 1, Said.minute(40)));
    assertThat(floor.exceptions("southwind")).isEmpty();
    spine.jdbi.useHandle(h -> h.execute("UPDATE exceptions SET cleared_at = now()"));
    assertThat(floor.exceptions(null)).isEmpty();
  }

  @Test
  void historyThatIsImportedDidNotCome() {
    asked("a", 24 * 60 - 5);
    asked("b", 24 * 60 - 6);
    assertThat(floor.open(null, NOW).came()).isEqualTo(2);
    close("a", "history");
    assertThat(floor.open(null, NOW).came()).isEqualTo(1);
    close("b", "done");
    assertThat(floor.open(null, NOW).came()).isEqualTo(1);
  }

  @Test
  void lateCasesAreSummedUpByWhatTheyAreAboutEachOnce() {
    asked("a", 10);
    asked("b", 11);
    asked("c", 12);
    asked("d", 13);
    set("a", "intent", "baggage");
    set("b", "intent", "baggage");
    raise("a", ExceptionKind.DEADLINE_IN_DANGER, Said.minute(20));
    raise("a", ExceptionKind.DEADLINE_BREACHED, Said.minute(30));
    raise("b", ExceptionKind.DEADLINE_IN_DANGER, Said.minute(25));
    raise("c", ExceptionKind.DEADLINE_BREACHED, Said.minute(40));
    raise("d", ExceptionKind.SEND_FAILED, Said.minute(40));

    LateReads late = new LateReads(spine.jdbi);
    assertThat(late.late("northwind"))
        .containsExactly(
            new LateRow(null, List.of(), true, "baggage", 1, 1, Said.minute(20)),
            new LateRow(null, List.of(), true, null, 1, 0, Said.minute(40)));
    assertThat(late.late(null)).hasSize(2);
    assertThat(late.late("southwind")).isEmpty();
  }

  @Test
  void whoIsThereIsListedWithWhatTheyHoldAndWhoIsGoneWithCasesToo() {
    int ann = person("ann", 3, Presence.WORKING, List.of("en-GB", "nb"), null);
    int bob = person("bob", 5, Presence.AWAY, List.of("de"), "southwind");
    person("cleo", 5, Presence.OFF, List.of("fr"), null);
    asked("a", 10);
    asked("b", 11);
    spine.claim(caseOf("a"), "ann", NOW);
    spine.claim(caseOf("b"), "somebody", NOW.plusSeconds(1));

    PeopleAtWork there = people.now(null, NOW.plusSeconds(2), 10);
    assertThat(there.some())
        .extracting(PersonAtWork::name)
        .containsExactly("ann", "bob", "somebody");
    assertThat(there.people()).isEqualTo(3);
    assertThat(there.working()).isEqualTo(1);
    assertThat(there.away()).isEqualTo(1);
    assertThat(there.absent()).isEqualTo(1);
    PersonAtWork first = there.some().getFirst();
    assertThat(first.id()).isEqualTo(ann);
    assertThat(first.capacity()).isEqualTo(3);
    assertThat(first.cases()).isEqualTo(1);
    assertThat(first.holdingSince()).isEqualTo(NOW);
    assertThat(first.held()).hasSize(1);

    assertThat(people.now(null, NOW, 1).some()).hasSize(1);
    assertThat(people.now("northwind", NOW, 10).some())
        .extracting(PersonAtWork::id)
        .doesNotContain(bob);
    assertThat(people.now("northwind", NOW.plusSeconds(86_400), 10).absent())
        .as("a claim that has run out holds nothing")
        .isZero();
    assertThat(floor.speakers(null)).isEqualTo(new Speakers(0, Map.of("en", 1, "nb", 1)));
  }

  @Test
  void whoHasSaidNoLanguageCountsForAll() {
    person("ann", 3, Presence.WORKING, List.of("de"), null);
    person("bob", 3, Presence.WORKING, List.of(), null);

    Speakers speakers = floor.speakers("northwind");
    assertThat(speakers.of("de-AT")).isEqualTo(2);
    assertThat(speakers.of("fr")).isEqualTo(1);
  }

  private void asked(String post, long minute) {
    spine.arrive(Origin.LIVE, Said.minute(minute), Said.asks(post, minute).by(post));
  }

  private int person(
      String name,
      int capacity,
      Presence presence,
      List<String> languages,
      @Nullable String brand) {
    return new StaffStore(spine.jdbi)
        .inTransaction(
            NOW,
            tx -> {
              int id = tx.person(name);
              tx.save(
                  id,
                  new Profile(
                      name,
                      List.of(),
                      brand == null ? List.of() : List.of(brand),
                      languages,
                      List.of(),
                      capacity,
                      Roster.NONE,
                      false,
                      List.of()));
              tx.setPresence(id, presence);
              return id;
            });
  }

  private void set(String post, String column, String value) {
    spine.jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE posts SET <column> = :value WHERE external_id = :post")
                .define("column", column)
                .bind("value", value)
                .bind("post", post)
                .execute());
  }

  private void close(String post, String reason) {
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                UPDATE cases SET state = 'closed', close_reason = ?, closed_at = now()
                WHERE id = ?
                """,
                reason,
                caseOf(post)));
  }

  private void raise(String post, ExceptionKind kind, Instant at) {
    spine.desk.useTransaction(
        at, tx -> tx.raise(tx.find(caseOf(post)).orElseThrow(), null, kind, "no luck"));
  }

  private long caseOf(String post) {
    return spine.number(
        "SELECT c.id FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = '%s'"
            .formatted(post));
  }
}

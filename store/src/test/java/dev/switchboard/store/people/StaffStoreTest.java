package dev.switchboard.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.people.CaseWeights.Held;
import dev.switchboard.engine.people.CaseWeights.Kind;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.VolunteerTopic;
import dev.switchboard.engine.people.Wanted;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.StatementCount;
import dev.switchboard.store.testing.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles, presence and teams as the database keeps them, and what decides on a claim. */
class StaffStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private StaffStore store;
  private StaffReads reads;

  @BeforeEach
  void stores() {
    store = new StaffStore(spine.jdbi);
    reads = new StaffReads(spine.jdbi);
  }

  private static Profile ann() {
    return new Profile(
        "ann",
        List.of("Refunds", "Baggage"),
        List.of("northwind"),
        List.of("en", "nb"),
        List.of(new Skill("refunds", 4), new Skill("hotels", 2)),
        3,
        RosterText.parse("Europe/Oslo Mon-Fri 09:00-17:00; Sat 22:00-06:00"),
        true,
        List.of(
            new VolunteerTopic("baggage", NOW, new VolunteerTopic.Certification("lea", NOW)),
            new VolunteerTopic("delay", NOW, null)));
  }

  private int save(Profile profile) {
    return store.inTransaction(
        NOW,
        tx -> {
          int id = tx.person(profile.person());
          tx.save(id, profile);
          return id;
        });
  }

  private Optional<Profile> read(int id) {
    return store.inTransaction(NOW, tx -> tx.find(id));
  }

  private Presence say(int id, Presence presence, Instant now) {
    return store.inTransaction(now, tx -> tx.setPresence(id, presence));
  }

  private boolean rename(int team, String name) {
    return store.inTransaction(NOW, tx -> tx.renameTeam(team, name));
  }

  private List<String> names(@Nullable String text, @Nullable String team) {
    return reads.people(new StaffQuery(text, team, null, null, 50), NOW).stream()
        .map(StaffRow::name)
        .toList();
  }

  @Test
  void aProfileIsReadAsItWasWritten() {
    int id = save(ann());
    assertThat(read(id)).contains(ann());
    assertThat(reads.find(id, NOW).orElseThrow().profile()).isEqualTo(ann());
    Profile bare = Profile.of("ann", 5);
    save(bare);
    assertThat(reads.find("ann", NOW).orElseThrow().profile()).isEqualTo(bare);
    assertThat(reads.teams()).extracting(TeamRow::name).containsExactly("Baggage", "Refunds");
  }

  @Test
  void theDirectoryIsSearchedByNameSkillLanguageAndTeam() {
    save(ann());
    save(Profile.of("Bob 100%", 10));
    spine.desk.person("nobody in particular");
    assertThat(names(null, null)).containsExactly("ann", "Bob 100%");
    assertThat(names("AN", null)).containsExactly("ann");
    assertThat(names("refu", null)).containsExactly("ann");
    assertThat(names("nb", null)).containsExactly("ann");
    assertThat(names("%", null)).as("no pattern").containsExactly("Bob 100%");
    assertThat(names(null, "Baggage")).containsExactly("ann");
    assertThat(names(null, "Nobody's")).isEmpty();
    int ann = reads.find("ann", NOW).orElseThrow().id();
    assertThat(reads.people(new StaffQuery(null, null, null, ann, 1), NOW))
        .extracting(StaffRow::name)
        .containsExactly("Bob 100%");
  }

  @Test
  void presenceIsKeptWithItsBeginningAndTeamsCountWhoWorks() {
    int id = save(ann());
    assertThat(reads.findPresence("ann")).contains(Presence.OFF);
    spine.desk.person("made up");
    assertThat(reads.findPresence("made up")).isEmpty();
    assertThat(say(id, Presence.WORKING, NOW)).isEqualTo(Presence.OFF);
    assertThat(say(id, Presence.WORKING, NOW.plusSeconds(9))).isEqualTo(Presence.WORKING);
    assertThat(reads.find(id, NOW).orElseThrow().since()).isEqualTo(NOW);
    assertThat(reads.people(new StaffQuery(null, null, "working", null, 9), NOW)).hasSize(1);
    assertThat(reads.people(new StaffQuery(null, null, "off", null, 9), NOW)).isEmpty();
    assertThat(reads.teams()).allMatch(team -> team.members() == 1 && team.working() == 1);
  }

  @Test
  void teamsHaveOneNameEachAndLeaveTheirPeopleBehind() {
    int id = save(ann());
    int refunds = reads.teams().getLast().id();
    Optional<Integer> taken = store.inTransaction(NOW, tx -> tx.addTeam("Refunds"));
    assertThat(taken).isEmpty();
    assertThat(rename(refunds, "Baggage")).isFalse();
    assertThat(rename(refunds, "Money")).isTrue();
    assertThat(read(id).orElseThrow().teams()).containsExactly("Baggage", "Money");
    store.inTransaction(
        NOW,
        tx -> {
          assertThat(tx.findTeam(refunds)).contains("Money");
          tx.removeTeam(refunds);
          tx.record("lea", new AboutTeams.TeamRemoved("Money"));
          return refunds;
        });
    assertThat(read(id).orElseThrow().teams()).containsExactly("Baggage");
    LoggedEvent last = spine.log.read(0, Long.MAX_VALUE, 100).getLast();
    assertThat(last.type()).isEqualTo("team.removed");
    assertThat(last.dataJson()).isEqualTo("{\"team\": \"Money\"}");
  }

  private List<Long> cases(int count) {
    for (int i = 0; i < count; i++) {
      spine.arrive(Said.asks("c" + i, i + 1));
    }
    return spine.open().stream().map(row -> row.id()).toList();
  }

  private Optional<Limits> limits(String name, long caseId, Instant now) {
    return spine
        .desk
        .inTransaction(now, tx -> tx.limits().lock(name, caseId))
        .map(ClaimLimits.Taking::limits);
  }

  private Wanted wanted(long caseId) {
    return spine
        .desk
        .inTransaction(NOW, tx -> tx.limits().lock("ann", caseId))
        .orElseThrow()
        .wanted();
  }

  @Test
  void whatSomebodyHoldsIsCountedAsLongAsTheirClaimsRun() {
    save(ann());
    List<Long> cases = cases(3);
    spine.claim(cases.get(0), "ann", NOW);
    spine.claim(cases.get(1), "ann", NOW);
    Kind kind = new Kind("memory", false);
    Limits limits = limits("ann", cases.get(2), NOW).orElseThrow();
    assertThat(limits.held()).containsExactly(new Held(kind, 2));
    assertThat(limits.capacity()).isEqualTo(3);
    assertThat(limits.brands()).containsExactly("northwind");
    assertThat(limits.certified()).containsExactly("baggage");
    assertThat(limits("ann", cases.get(0), NOW).orElseThrow().held())
        .as("without the one that is asked for")
        .containsExactly(new Held(kind, 1));
    assertThat(limits("ann", cases.get(2), NOW.plus(Duration.ofHours(1))).orElseThrow().held())
        .isEmpty();
    assertThat(reads.find("ann", NOW).orElseThrow().held()).containsExactly(new Held(kind, 2));
    spine.desk.person("made up");
    assertThat(limits("made up", cases.get(2), NOW)).isEmpty();
    Wanted wanted = wanted(cases.get(2));
    assertThat(wanted.brand()).isEqualTo("northwind");
    assertThat(wanted.kind()).isEqualTo(kind);
  }

  @Test
  void whatACaseIsAboutIsWhatAPersonSaidOrElseTriage() {
    save(ann());
    long id = cases(1).getFirst();
    Supplier<@Nullable String> topic = () -> wanted(id).topic();
    spine.jdbi.useHandle(
        h -> h.execute("UPDATE posts SET intent = 'delay', probability = 0.8, kind = 'direct'"));
    assertThat(topic.get()).isEqualTo("delay");
    assertThat(wanted(id).kind().direct()).isTrue();
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                INSERT INTO triage_labels (brand_id, step, post_id, text, action, intent, at)
                SELECT k.brand_id, 1, p.id, '', 'tagged', 'baggage', now()
                FROM posts p JOIN cases k ON k.conversation_id = p.conversation_id
                """));
    assertThat(topic.get()).isEqualTo("baggage");
    spine.jdbi.useHandle(
        h -> h.execute("UPDATE triage_labels SET undone_at = now(), undone_step = 2"));
    assertThat(topic.get()).isEqualTo("delay");
  }

  @Test
  void twoClaimsOfOnePersonAreCountedOneAfterTheOther() throws Exception {
    save(ann());
    List<Long> cases = cases(2);
    CountDownLatch first = new CountDownLatch(1);
    CompletableFuture<Integer> one =
        Steps.beside(
            () ->
                counted(
                    cases.get(0),
                    () -> {
                      first.countDown();
                      Steps.awaitLockWait(spine.jdbi);
                    }));
    Steps.await(first);
    CompletableFuture<Integer> two = Steps.beside(() -> counted(cases.get(1), () -> {}));
    assertThat(Steps.get(one)).isZero();
    assertThat(Steps.get(two)).as("it waited, and saw the first").isEqualTo(1);
  }

  /** Takes a case as a desk does, and answers how many its taker held. */
  private int counted(long caseId, Runnable locked) {
    return spine.desk.inTransaction(
        NOW,
        tx -> {
          var on = tx.find(caseId).orElseThrow();
          int held = tx.limits().lock("ann", caseId).orElseThrow().limits().held().size();
          locked.run();
          if (spine.casework.claim(on.file(), "ann", NOW)
              instanceof CaseDecision.Done(var file, var events)) {
            tx.save(on, file, "ann", events);
          }
          return held;
        });
  }

  @Test
  void statementsAreAsManyHoweverManyPeopleAndCasesThereAre() {
    save(ann());
    List<Long> cases = cases(6);
    StatementCount count = StatementCount.on(spine.jdbi, _ -> true);
    int few = statements(count, () -> limits("ann", cases.getLast(), NOW));
    int fewListed = statements(count, () -> names(null, null));
    for (int i = 0; i < 8; i++) {
      save(
          new Profile(
              "p" + i,
              List.of("Refunds"),
              List.of(),
              List.of("en"),
              List.of(),
              9,
              RosterText.parse("Mon 09:00-17:00"),
              false,
              List.of()));
    }
    cases.subList(0, 5).forEach(id -> spine.claim(id, "ann", NOW));
    assertThat(statements(count, () -> limits("ann", cases.getLast(), NOW)))
        .isEqualTo(few)
        .isEqualTo(4);
    assertThat(statements(count, () -> names(null, null))).isEqualTo(fewListed);
  }

  private static int statements(StatementCount count, Runnable work) {
    int before = count.get();
    work.run();
    return count.get() - before;
  }

  @Test
  void takingACaseIsWorking() {
    save(ann());
    long id = cases(1).getFirst();
    long before = spine.log.last();
    spine.desk.useTransaction(
        NOW,
        tx -> {
          Limits limits = tx.limits().lock("ann", id).orElseThrow().limits();
          tx.limits().works(limits, "ann");
          tx.limits().works(tx.limits().lock("ann", id).orElseThrow().limits(), "ann");
        });
    assertThat(reads.findPresence("ann")).contains(Presence.WORKING);
    List<String> said = new ArrayList<>();
    spine
        .log
        .read(before, Long.MAX_VALUE, 100)
        .forEach(event -> said.add(event.type() + event.dataJson()));
    assertThat(said)
        .containsExactly(
            "person.presenceChanged{\"to\": \"working\", \"from\": \"off\", \"person\": \"ann\"}");
  }
}

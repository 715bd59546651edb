package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.people.Staff;
import dev.switchboard.store.process.FlowStore;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.StatementCount;
import dev.switchboard.store.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a look at the log costs is as many statements however many people there are, however much
 * waits, and however much is decided at once.
 */
class StatementsPerDecisionTest {
  private static final Instant NOW = Said.minute(60);
  private static final int MOST_TO_BEGIN = 20;
  private static final int MOST_TO_FOLLOW = 8;
  private int posts;
  private @Nullable FlowBook flows;

  @Test
  void statementsDoNotGrowWithPeopleAndCases() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      Spine spine = new Spine(database);
      StatementCount statements = StatementCount.on(spine.jdbi, _ -> true);
      flows = FlowBook.open(spine.jdbi, NOW);
      agentsOnly(spine);
      Staff staff = new Staff(spine.jdbi, CaseWeights.DEFAULT, () -> NOW, () -> {});
      come(staff, "early", 3);
      List<Integer> few = counted(spine, statements, 2);
      assertThat(offers(spine)).isEqualTo(3);
      come(staff, "late", 60);
      arrive(spine, 200);
      List<Integer> many = counted(spine, statements, 120);
      assertThat(many.getFirst()).as("to begin").isEqualTo(few.getFirst());
      assertThat(offers(spine)).as("63 people, one case each").isEqualTo(63);
      assertThat(few.getFirst()).isLessThanOrEqualTo(MOST_TO_BEGIN);
      // A look that meets a number which is not settled looks twice.
      assertThat(List.of(few.getLast(), many.getLast()))
          .allSatisfy(count -> assertThat(count).isBetween(2, MOST_TO_FOLLOW));
    }
  }

  /** Each case asks its flow whom it may be offered to. */
  private static void agentsOnly(Spine spine) {
    spine.directory.channel(Said.asks("none", 0).post().channel(), null);
    new FlowStore(spine.jdbi)
        .inTransaction(
            NOW,
            tx ->
                tx.activate(
                    tx.lockBrand("northwind").orElseThrow(), new FlowKey("service-team", 1), null));
  }

  private static void come(Staff staff, String names, int people) {
    for (int i = 0; i < people; i++) {
      staff.bring(names + i, new ProfileChange(null, null, null, null, 2, null, null, null));
      staff.setPresence(null, names + i, Presence.WORKING);
    }
  }

  private void arrive(Spine spine, int cases) {
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      posts++;
      all.add(Said.asks("q" + posts, 1));
    }
    spine.arrive(all.toArray(Said[]::new));
  }

  /** Statements to begin, and to follow what comes at once. */
  private List<Integer> counted(Spine spine, StatementCount statements, int cases)
      throws Exception {
    arrive(spine, cases);
    int before = statements.get();
    Following following =
        Following.alone(
            spine.jdbi,
            Objects.requireNonNull(flows),
            RoutingSettings.DEFAULT,
            CaseWeights.DEFAULT,
            () -> NOW);
    int begun = statements.get();
    arrive(spine, cases);
    int arrived = statements.get();
    assertThat(following.follow()).isTrue();
    return List.of(begun - before, statements.get() - arrived);
  }

  private static int offers(Spine spine) {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery("SELECT count(*) FROM offers WHERE state = 'open'")
                .mapTo(int.class)
                .one());
  }
}

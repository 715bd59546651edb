package dev.switchboard.store.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.Times;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open cases by step, and how many answers kept their deadlines. */
class StepReadsTest extends SpineTest {
  private static final Instant NOW = Said.minute(120);
  private StepReads reads;

  @BeforeEach
  void reads() {
    reads = new StepReads(spine.jdbi);
  }

  @Test
  void stepsAreCountedWithTheirDeadlinesThoseWithBreachesFirst() {
    for (String post : new String[] {"a", "b", "c", "d", "e"}) {
      spine.arrive(Origin.LIVE, Said.minute(5), Said.asks(post, 5).by(post));
    }
    place("a", 1, "answer", "claimed", 10, 130L, false, false);
    place("b", 2, "answer", "claimed", 20, 140L, true, false);
    place("c", 1, "answer", "claimed", 30, null, false, false);
    place("d", 1, "triage", "waiting", 40, 100L, true, true);
    place("e", 1, "done", "closed", 50, null, false, false);

    assertThat(reads.steps("northwind", NOW))
        .containsExactly(
            new StepLoad("service", "triage", "waiting", 1, Said.minute(40), null, 0, 1),
            new StepLoad(
                "service", "answer", "claimed", 3, Said.minute(10), Said.minute(130), 1, 0));
    assertThat(reads.steps("southwind", NOW)).isEmpty();
  }

  @Test
  void whatWasAnsweredAfterABreachWasNotInTime() {
    for (String post : new String[] {"early", "late", "waits"}) {
      spine.arrive(Origin.LIVE, Said.minute(5), Said.asks(post, 5).by(post));
    }
    breach("late", 60);
    spine.arrive(
        Origin.LIVE,
        Said.minute(70),
        Said.replies("re-1", 20).to("early"),
        Said.replies("re-2", 70).to("late"));
    breach("early", 80);

    InTime inTime = reads.inTime("northwind", Said.minute(0));
    assertThat(inTime).isEqualTo(new InTime(Said.minute(0), 2, 1));
    assertThat(inTime.share()).hasValue(.5);
    assertThat(reads.inTime(null, Said.minute(71)).share()).isEmpty();
  }

  private void breach(String post, long minute) {
    spine.desk.useTransaction(
        Said.minute(minute),
        tx ->
            tx.raise(
                tx.find(caseOf(post)).orElseThrow(),
                null,
                ExceptionKind.DEADLINE_BREACHED,
                "late"));
  }

  private void place(
      String post,
      int version,
      String step,
      String state,
      long enteredAt,
      @Nullable Long due,
      boolean inDanger,
      boolean breached) {
    spine.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO case_places (case_id, brand_id, flow, version, step, state,
                      entered_at, due_kind, due_at, in_danger, breached, seen_at, place)
                    SELECT c.id, c.brand_id, 'service', :version, :step, :state, :entered,
                      CASE WHEN :due::timestamptz IS NOT NULL THEN 'reply' END, :due, :danger,
                      :breached, :entered, '{}'
                    FROM cases c WHERE c.id = :case
                    """)
                .bind("version", version)
                .bind("step", step)
                .bind("state", state)
                .bind("entered", Times.sql(Said.minute(enteredAt)))
                .bind("due", Times.sqlOrNull(due == null ? null : Said.minute(due)))
                .bind("danger", inDanger)
                .bind("breached", breached)
                .bind("case", caseOf(post))
                .execute());
  }

  private long caseOf(String post) {
    return spine.number(
        "SELECT c.id FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = '%s'"
            .formatted(post));
  }
}

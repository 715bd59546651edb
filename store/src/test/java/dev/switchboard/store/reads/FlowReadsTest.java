package dev.switchboard.store.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which share of the answered work needed nobody out of the ordinary. */
class FlowReadsTest extends SpineTest {
  private static final Instant CAME = Said.minute(10);
  private static final Instant LATER = Said.minute(30);

  private FlowReads flow;

  @BeforeEach
  void reads() {
    flow = new FlowReads(spine.jdbi);
  }

  @Test
  void whatNeverHadAnExceptionFlowed() {
    asked("a", "b", "c", "d");
    raise(caseOf("a"));
    answer("a", "b", "c");

    assertThat(flow.share(null, CAME)).isEqualTo(new FlowShare(CAME, 3, 2));
    assertThat(flow.share("northwind", CAME).share()).hasValue(2 / 3.0);
  }

  @Test
  void whatTriageWasUnsureOfIsOutOfTheOrdinary() {
    spine.arrive(Origin.LIVE, CAME, Said.asks("sure", 5), Said.wonders("unsure", 5));
    answer("sure", "unsure");

    assertThat(flow.share(null, CAME)).isEqualTo(new FlowShare(CAME, 2, 1));
  }

  @Test
  void onlyTheBrandAndTheTimeThatWereAskedForCount() {
    asked("here");
    spine.arrive(Origin.LIVE, CAME, Said.asks("there", 5).on("memory:southwind"));
    answer("here");

    assertThat(flow.share("southwind", CAME)).isEqualTo(new FlowShare(CAME, 0, 0));
    assertThat(flow.share("southwind", CAME).share()).isEmpty();
    assertThat(flow.share(null, LATER.plusSeconds(1)).answered()).isZero();
    assertThat(flow.share("nobody", CAME).answered()).isZero();
  }

  @Test
  void whatWasAnsweredBeforeItCameIsHistory() {
    spine.arrive(Origin.LIVE, LATER, Said.asks("q", 11), Said.replies("a", 12).to("q"));

    assertThat(flow.share(null, CAME).answered()).isZero();
  }

  private void asked(String... posts) {
    for (String post : posts) {
      spine.arrive(Origin.LIVE, CAME, Said.asks(post, 5));
    }
  }

  private void answer(String... posts) {
    for (String post : posts) {
      spine.arrive(Origin.LIVE, LATER, Said.replies("re-" + post, 25).to(post));
    }
  }

  private void raise(long caseId) {
    spine.desk.useTransaction(
        LATER,
        tx -> tx.raise(tx.find(caseId).orElseThrow(), null, ExceptionKind.SEND_FAILED, "no luck"));
  }

  private long caseOf(String post) {
    return spine.number(
        "SELECT c.id FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = '%s'"
            .formatted(post));
  }
}

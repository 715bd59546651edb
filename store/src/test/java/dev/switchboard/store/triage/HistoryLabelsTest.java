package dev.switchboard.store.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.testing.SpineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an imported history teaches, and what it does not. */
class HistoryLabelsTest extends SpineTest {
  private static final Instant LATER = Said.START.plus(Duration.ofDays(90));

  @Test
  void whatWasAnsweredNeededHelpAndWhatWasNotIsUnlabelled() {
    history(
        Said.asks("q1", 1),
        Said.replies("a1", 2).to("q1"),
        Said.asks("q1b", 3).to("a1"),
        Said.asks("q2", 5),
        Said.wonders("q3", 7));

    assertThat(new HistoryLabels(spine.jdbi).label(LATER)).isEqualTo(3);

    List<Label> labels = labels();
    assertThat(labels)
        .extracting(Label::action)
        .containsExactly(
            LabelAction.REPLIED, LabelAction.LEFT_UNANSWERED, LabelAction.LEFT_UNANSWERED);
    assertThat(labels).extracting(Label::needsHelp).containsExactly(true, null, null);
    assertThat(labels).extracting(Label::step).containsExactly(1, 2, 3);
    assertThat(labels.getFirst().text()).isEqualTo("help with q1");
  }

  @Test
  void theSameAgainAddsNothing() {
    history(Said.asks("q1", 1), Said.replies("a1", 2).to("q1"));
    new HistoryLabels(spine.jdbi).label(LATER);

    assertThat(new HistoryLabels(spine.jdbi).label(LATER)).isZero();
    assertThat(labels()).hasSize(1);
  }

  @Test
  void whatIsStillWorkIsNoHistory() {
    spine.arrive(Said.asks("q1", 1));

    assertThat(new HistoryLabels(spine.jdbi).label(LATER)).isZero();
  }

  @Test
  void eachBrandHasItsOwn() {
    history(
        Said.asks("q1", 1),
        Said.asks("q2", 2).on("memory:southwind"),
        Said.asks("q3", 3).on("memory:southwind"));
    new HistoryLabels(spine.jdbi).label(LATER);

    assertThat(new LearnerStore(spine.jdbi).brands())
        .extracting(LearnerStore.Learns::steps)
        .containsExactlyInAnyOrder(1, 2);
  }

  private void history(Said... posts) {
    spine.arrive(Origin.IMPORT, LATER, posts);
  }

  private List<Label> labels() {
    int brand = spine.directory.channel(Said.asks("x", 0).post().channel(), null).brandId();
    return new LearnerStore(spine.jdbi).changes(brand, 0, 100).labels();
  }
}

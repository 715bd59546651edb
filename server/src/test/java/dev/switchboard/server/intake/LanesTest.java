package dev.switchboard.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.server.intake.Lanes.Submission;
import dev.switchboard.server.intake.Lanes.Taken;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may commit which posts when. */
class LanesTest {
  private final Lanes lanes = new Lanes();

  @Test
  void fewPostsOfAllLanesGoTogether() throws IntakeRefusal {
    lanes.submit(0, posts(3));
    lanes.submit(1, posts(4));
    lanes.submit(0, posts(5));

    assertThat(sizes(lanes.take())).containsExactly(3, 5, 4);
    assertThat(lanes.waitingPosts()).isZero();
  }

  @Test
  void manyPostsAreSplitOverTwoTakersALaneEach() throws IntakeRefusal {
    lanes.submit(0, posts(400));
    lanes.submit(1, posts(600));

    assertThat(sizes(lanes.take())).containsExactly(600);
    lanes.submit(0, posts(200));
    assertThat(sizes(lanes.take())).containsExactly(400, 200);
  }

  @Test
  void whileOneCommitsAFewWaitForTheNextCommit() throws Exception {
    lanes.submit(0, posts(1));
    Taken first = lanes.take();
    lanes.submit(1, posts(2));
    CompletableFuture<Taken> second = CompletableFuture.supplyAsync(lanes::take);
    lanes.submit(0, posts(3));
    assertThat(second).isNotDone();

    lanes.giveBack(first);
    lanes.submit(1, posts(4));
    assertThat(sizes(second.get(60, TimeUnit.SECONDS))).containsExactly(3, 2, 4);
  }

  @Test
  void aLaneIsNeverWithTwoTakers() throws IntakeRefusal {
    lanes.submit(0, posts(1_000));
    Taken first = lanes.take();
    lanes.submit(0, posts(1_000));
    lanes.submit(1, posts(1_000));

    Taken second = lanes.take();
    assertThat(second.lanes()).doesNotContainAnyElementsOf(first.lanes());
  }

  @Test
  void aBatchHasABound() throws IntakeRefusal {
    for (int i = 0; i < 4; i++) {
      lanes.submit(0, posts(4_000));
    }
    Taken first = lanes.take();
    assertThat(sizes(first)).containsExactly(4_000, 4_000);
    assertThat(lanes.waitingPosts()).isEqualTo(8_000);
  }

  @Test
  void aFullLaneRefusesAndTheOtherDoesNot() throws IntakeRefusal {
    lanes.submit(0, posts(Lanes.MAX_WAITING_POSTS));

    assertThatThrownBy(() -> lanes.submit(0, posts(1)))
        .isInstanceOfSatisfying(
            IntakeRefusal.class, e -> assertThat(e.why()).isEqualTo(IntakeRefusal.Cause.BUSY));
    assertThat(lanes.submit(1, posts(1))).isNotDone();
  }

  @Test
  void onceClosedWhatWaitsCanBeTakenAndNothingIsAdded() throws IntakeRefusal {
    lanes.submit(0, posts(2));
    lanes.close();

    assertThatThrownBy(() -> lanes.submit(1, posts(1)))
        .isInstanceOfSatisfying(
            IntakeRefusal.class,
            e -> assertThat(e.why()).isEqualTo(IntakeRefusal.Cause.UNAVAILABLE));
    Taken rest = lanes.take();
    assertThat(sizes(rest)).containsExactly(2);
    lanes.giveBack(rest);
    assertThat(lanes.take().submissions()).isEmpty();
  }

  private static List<Integer> sizes(Taken taken) {
    return taken.submissions().stream().map(Submission::arrivals).map(List::size).toList();
  }

  private static List<Arrival> posts(int count) {
    return Collections.nCopies(count, null);
  }
}

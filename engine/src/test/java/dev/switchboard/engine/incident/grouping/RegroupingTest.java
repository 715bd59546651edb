package dev.switchboard.engine.incident.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;

/** People merge, split and take back. */
class RegroupingTest {
  private final Stream stream = new Stream();
  private final long checkout = stream.says("checkout fails, card declined").groupId();
  private final long voucher = stream.says("voucher code rejected as expired").groupId();

  @Example
  void afterAMergePostsOfBothGoUnderTheFirstsNameUntilItIsUndone() {
    Regrouping.Done merged = done(stream.grouping.merge(checkout, voucher));
    assertThat(stream.grouping.groupOf(voucher)).isEqualTo(checkout);
    assertThat(stream.says("my voucher was rejected").groupId()).isEqualTo(checkout);
    assertThat(stream.says("card declined").groupId()).isEqualTo(checkout);

    done(stream.grouping.undo(merged.action()));
    assertThat(stream.says("voucher rejected here too").groupId()).isEqualTo(voucher);
    assertThat(stream.says("declined card").groupId()).isEqualTo(checkout);
    assertThat(stream.grouping.undo(merged.action())).isInstanceOf(Regrouping.Refused.class);
  }

  @Example
  void whatIsOneAlreadyCannotBeMergedAndWhatIsNotThereIsAMistake() {
    done(stream.grouping.merge(checkout, voucher));
    assertThat(stream.grouping.merge(voucher, checkout)).isInstanceOf(Regrouping.Refused.class);
    assertThat(stream.grouping.reject(voucher, checkout)).isInstanceOf(Regrouping.Refused.class);
    assertThatThrownBy(() -> stream.grouping.merge(checkout, 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no group 99");
  }

  @Example
  void whatIsSplitOffTakesItsLikeAlongUntilItIsUndone() {
    stream.says("card declined, parking garage barrier stuck");
    assertThat(stream.says("garage barrier stuck").groupId()).isEqualTo(checkout);
    Regrouping.Done split =
        done(
            stream.grouping.split(
                checkout,
                List.of("card declined, parking garage barrier stuck", "garage barrier stuck"),
                stream.nowMillis()));
    assertThat(stream.says("barrier of the garage stuck").groupId()).isEqualTo(split.other());
    assertThat(stream.says("checkout fails").groupId()).isEqualTo(checkout);

    done(stream.grouping.undo(split.action()));
    assertThat(stream.says("garage barrier stuck").groupId()).isEqualTo(checkout);
    assertThat(stream.says("checkout fails").groupId()).isEqualTo(checkout);
  }

  @Example
  void aSplitNeedsWords() {
    assertThat(stream.grouping.split(checkout, List.of("!!!"), stream.nowMillis()))
        .isInstanceOf(Regrouping.Refused.class);
  }

  @Example
  void aRejectedMergeDoesNotComeBack() {
    PeoplesWord word = new PeoplesWord();
    Proposals proposals = new Proposals();
    proposals.consider(1, 2, 0.6, word);
    assertThat(proposals.list()).containsExactly(new MergeProposal(1, 2, 0.6));

    word.keepApart(1, 2);
    proposals.tidy(word);
    assertThat(proposals.list()).isEmpty();
    proposals.consider(2, 1, 0.9, word);
    assertThat(proposals.list()).isEmpty();
  }

  @Example
  void groupsThatGrowTogetherAreProposedOnceUnlessSomebodySaysNo() {
    Stream asked = growingTogether(false);
    assertThat(asked.grouping.proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.group()).isEqualTo(1);
              assertThat(proposal.other()).isEqualTo(2);
              assertThat(proposal.similarity()).isBetween(0.3, 1.0);
            });
    done(asked.grouping.merge(1, 2));
    assertThat(asked.grouping.proposals()).isEmpty();

    assertThat(growingTogether(true).grouping.proposals()).isEmpty();
  }

  private static Stream growingTogether(boolean rejected) {
    Stream both = new Stream();
    for (int i = 0; i < 6; i++) {
      both.says("alpha beta");
      both.says("gamma delta");
    }
    if (rejected) {
      // A merge that is taken back is a no as well.
      done(both.grouping.undo(done(both.grouping.merge(1, 2)).action()));
    }
    for (int i = 0; i < 30; i++) {
      both.says("alpha beta gamma delta");
    }
    return both;
  }

  @Example
  void whatPeopleSaidIsInTheSnapshot() {
    Regrouping.Done merged = done(stream.grouping.merge(checkout, voucher));
    stream.grouping = Grouping.restore(stream.grouping.snapshot(), GroupingSettings.DEFAULT);
    assertThat(stream.says("my voucher was rejected").groupId()).isEqualTo(checkout);
    done(stream.grouping.undo(merged.action()));
    assertThat(stream.grouping.groupOf(voucher)).isEqualTo(voucher);
    assertThat(stream.grouping.word.areApart(checkout, voucher)).isTrue();
  }

  private static Regrouping.Done done(Regrouping what) {
    assertThat(what).isInstanceOf(Regrouping.Done.class);
    return (Regrouping.Done) what;
  }
}

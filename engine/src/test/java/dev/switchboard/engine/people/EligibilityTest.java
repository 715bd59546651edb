package dev.switchboard.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.CaseWeights.Held;
import dev.switchboard.engine.people.CaseWeights.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a person may take a case now, and if not, why. */
class EligibilityTest {
  private static final Kind PUBLIC = new Kind("x", false);
  private static final Kind DIRECT = new Kind("x", true);
  private static final Kind MAIL = new Kind("mail", false);
  private static final CaseWeights WEIGHTS = new CaseWeights(2, Map.of("mail", 3));
  private static final Eligibility ELIGIBILITY = new Eligibility(WEIGHTS);

  private static Limits ann(@Nullable Integer capacity, Held... held) {
    return new Limits("Ann", capacity, List.of(held), Set.of(), false, Set.of(), Presence.WORKING);
  }

  private static Wanted wanted(Kind kind, @Nullable String topic) {
    return new Wanted("aurora", kind, topic);
  }

  @Test
  void whoHasRoomMayTakeACaseAndWhoIsFullMayNot() {
    assertThat(ELIGIBILITY.reasons(ann(3, new Held(PUBLIC, 2)), wanted(PUBLIC, null))).isEmpty();
    assertThat(ELIGIBILITY.refusal(ann(3, new Held(PUBLIC, 3)), wanted(PUBLIC, null)))
        .contains(new Ineligible.AtCapacity("Ann", 3, 3));
    assertThat(new Ineligible.AtCapacity("Ann", 3, 3).sentence())
        .isEqualTo("Ann holds as much as they can: 3 of 3.");
  }

  @Test
  void directMessagesAndNetworksWeighWhatTheCompanySays() {
    assertThat(WEIGHTS.of(PUBLIC)).isEqualTo(1);
    assertThat(WEIGHTS.of(DIRECT)).isEqualTo(2);
    assertThat(WEIGHTS.of(MAIL)).isEqualTo(3);
    assertThat(WEIGHTS.of(new Kind("mail", true))).as("the heavier of the two").isEqualTo(3);
    Limits limits = ann(6, new Held(DIRECT, 1), new Held(MAIL, 1));
    assertThat(ELIGIBILITY.refusal(limits, wanted(PUBLIC, null))).isEmpty();
    assertThat(ELIGIBILITY.refusal(limits, wanted(DIRECT, null)))
        .contains(new Ineligible.AtCapacity("Ann", 5, 6));
    assertThatThrownBy(() -> new CaseWeights(0, Map.of())).hasMessageContaining("1 to 10");
  }

  @Test
  void whoHoldsNothingCanTakeOneHoweverHeavyUnlessTheyCanTakeNone() {
    assertThat(ELIGIBILITY.refusal(ann(1), wanted(MAIL, null))).isEmpty();
    assertThat(ELIGIBILITY.refusal(ann(0), wanted(PUBLIC, null)))
        .contains(new Ineligible.AtCapacity("Ann", 0, 0));
    assertThat(ELIGIBILITY.refusal(ann(null, new Held(MAIL, 500)), wanted(MAIL, null)))
        .as("nothing is known of them")
        .isEmpty();
  }

  @Test
  void volunteersTakeWhatTheyAreCertifiedFor() {
    Limits vera =
        new Limits("Vera", 5, List.of(), Set.of(), true, Set.of("baggage"), Presence.WORKING);
    assertThat(ELIGIBILITY.refusal(vera, wanted(PUBLIC, "Baggage"))).isEmpty();
    assertThat(ELIGIBILITY.refusal(vera, wanted(PUBLIC, "refunds")))
        .contains(new Ineligible.NotCertified("Vera", "refunds"));
    assertThat(ELIGIBILITY.refusal(vera, wanted(PUBLIC, null)))
        .contains(new Ineligible.NotCertified("Vera", null));
  }

  @Test
  void whoIsOffOrOfAnotherBrandMayTakeACaseByHandAndIsGivenNone() {
    Limits ann = new Limits("Ann", 5, List.of(), Set.of("borealis"), false, Set.of(), Presence.OFF);
    assertThat(ELIGIBILITY.refusal(ann, wanted(PUBLIC, null))).isEmpty();
    assertThat(ELIGIBILITY.reasons(ann, wanted(PUBLIC, null)))
        .extracting(Ineligible::sentence)
        .containsExactly("Ann does not answer for aurora.", "Ann is off.");
  }

  /** Whoever takes what they may, and nothing else, never holds more than they can. */
  @Property(tries = 200)
  void nobodyEverHoldsMoreThanTheyCan(
      @ForAll @IntRange(min = 3, max = 20) int capacity,
      @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> offered) {
    List<Held> held = new ArrayList<>();
    for (int kind : offered) {
      Kind next = List.of(PUBLIC, DIRECT, MAIL).get(kind);
      Limits limits = ann(capacity, held.toArray(new Held[0]));
      boolean refused = ELIGIBILITY.refusal(limits, wanted(next, null)).isPresent();
      assertThat(refused).isEqualTo(WEIGHTS.of(held) + WEIGHTS.of(next) > capacity);
      if (!refused) {
        held.add(new Held(next, 1));
      }
    }
    assertThat(WEIGHTS.of(held)).isLessThanOrEqualTo(capacity);
  }
}

package dev.switchboard.engine.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a person may take a case now, and if not, why. Pure; any thread. */
public final class Eligibility {
  private final CaseWeights weights;

  public Eligibility(CaseWeights weights) {
    this.weights = weights;
  }

  /** All that speaks against giving a person a case, what refuses by hand first; empty if none. */
  public List<Ineligible> reasons(Limits limits, Wanted wanted) {
    List<Ineligible> reasons = new ArrayList<>();
    if (limits.volunteer() && !isCertified(limits, wanted)) {
      reasons.add(new Ineligible.NotCertified(limits.person(), wanted.topic()));
    }
    int held = weights.of(limits.held());
    if (limits.capacity() != null && !hasRoom(held, weights.of(wanted.kind()), limits.capacity())) {
      reasons.add(new Ineligible.AtCapacity(limits.person(), held, limits.capacity()));
    }
    if (!limits.brands().isEmpty() && !limits.brands().contains(wanted.brand())) {
      reasons.add(new Ineligible.OtherBrand(limits.person(), wanted.brand()));
    }
    if (limits.presence() != Presence.WORKING) {
      reasons.add(new Ineligible.NotThere(limits.person(), limits.presence()));
    }
    return reasons;
  }

  /** What keeps a person from taking a case by hand, or from being handed one. */
  public Optional<Ineligible> refusal(Limits limits, Wanted wanted) {
    return reasons(limits, wanted).stream().filter(Ineligible::refusesByHand).findFirst();
  }

  /**
   * Whether one more case fits. Who holds nothing can take one case, however heavy, if they can
   * take any.
   *
   * @param held what they hold weighs, and {@code weight} what the case weighs
   */
  public static boolean hasRoom(int held, int weight, int capacity) {
    return held + weight <= capacity || held == 0 && capacity > 0;
  }

  private static boolean isCertified(Limits limits, Wanted wanted) {
    String topic = wanted.topic();
    return topic != null && limits.certified().contains(topic.toLowerCase(Locale.ROOT));
  }
}

package dev.switchboard.server.routing;

import dev.switchboard.store.routing.OfferRow;

/** What routing did with a case, in sentences. */
final class StoryWords {
  private StoryWords() {}

  static String of(CaseRouting.Step step) {
    String why =
        step.because().equals("waited")
            ? "since it has waited for so long"
            : "since nobody on the roster has it";
    return "It asks for %s instead of %s, %s.".formatted(step.to(), step.from(), why);
  }

  static String made(OfferRow offer, String why) {
    return "Offered to %s. %s".formatted(offer.person(), why);
  }

  static String ended(OfferRow offer) {
    String person = offer.person();
    return switch (offer.state()) {
      case OPEN -> throw new IllegalStateException("offer %d is open".formatted(offer.id()));
      case ACCEPTED -> "%s accepted.".formatted(person);
      case DECLINED -> "%s declined.".formatted(person);
      case EXPIRED -> "%s did not answer in time.".formatted(person);
      case WITHDRAWN -> "The offer to %s was withdrawn: %s.".formatted(person, withdrawn(offer));
    };
  }

  private static String withdrawn(OfferRow offer) {
    return switch (String.valueOf(offer.reason())) {
      case "takenByHand" -> "somebody else took the case";
      case "notThere" -> "they were not there any more";
      case "noLongerFits" -> "the case and they did not fit any more";
      case "forOthers" -> "the step of the case asks for others";
      default -> "the case needed nobody any more";
    };
  }
}

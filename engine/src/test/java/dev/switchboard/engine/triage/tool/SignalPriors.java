package dev.switchboard.engine.triage.tool;

import dev.switchboard.engine.triage.text.Signal;

/**
 * What each signal says about needing help, in log-odds, set by hand: the permissive data has no
 * customers who complain in public and could only teach that news carry links.
 */
final class SignalPriors {
  private SignalPriors() {}

  static float needsHelp(Signal signal) {
    return switch (signal) {
      case HELP -> 1.3f;
      case TROUBLE, COMPLAINT -> 1.1f;
      case ASK -> 0.9f;
      case OWN -> 0.8f;
      case DANGER -> 0.6f;
      case CODE, SAD, QUESTION -> 0.4f;
      case STARTS_WITH_MENTION, LONG, DEADLINE -> 0.3f;
      case SHOUTING -> 0.2f;
      case ENDS_IN_QUESTION, EXCLAMATION, ELONGATION, NOTHING -> 0;
      case SHORT, MANY_MENTIONS -> -0.3f;
      case LINK, HAPPY -> -0.5f;
      case COURTESY -> -0.6f;
      case JOKE, CHAT, SYMPATHY, MANY_HASHTAGS -> -0.8f;
      case PRAISE, SHARE -> -0.9f;
      case GIVEAWAY -> -1.0f;
    };
  }
}

package dev.switchboard.server.demo;

import java.util.Locale;

/** What a scripted post is about. */
public enum Intent {
  STRANDED(true),
  REBOOKING(true),
  /** The airline's own rebooking fails, after a deploy. */
  REBOOKING_BROKEN(true),
  CANCELLED(true),
  REFUND(true),
  BAGGAGE(true),
  /** A disabled passenger needs assistance. */
  ASSISTANCE(true),
  /** A child travels alone. */
  MINOR(true),
  /** Medicine that is needed is in a bag that is not there. */
  MEDICINE(true),
  QUESTION(false),
  PRAISE(false),
  JOKE(false),
  /** The joke that everybody reposts. */
  VIRAL(false),
  /** Tells the airline of a fault and asks for nothing. */
  REPORT(false),
  SPAM(false),
  THANKS(false);

  private final boolean needsHelp;

  Intent(boolean needsHelp) {
    this.needsHelp = needsHelp;
  }

  public boolean needsHelp() {
    return needsHelp;
  }

  /** The section of a phrase file with posts of this intent. */
  String section() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section with answers to it. */
  String answerSection() {
    return switch (this) {
      case STRANDED,
          REBOOKING,
          REBOOKING_BROKEN,
          CANCELLED,
          REFUND,
          BAGGAGE,
          ASSISTANCE,
          MINOR,
          MEDICINE ->
          "answer." + section();
      case QUESTION, REPORT -> "answer." + section();
      case PRAISE, JOKE, VIRAL, SPAM, THANKS -> "answer.kind";
    };
  }
}

package dev.switchboard.engine.triage.text;

/**
 * What a post is about, and how its author feels, as words tell. The order is part of every stored
 * model: add at the end, never move.
 */
public enum Topic {
  NEGATION("a negation"),
  POSITIVE("praise or joy"),
  THANKS("thanks"),
  ANGER("anger"),
  DISAPPOINTMENT("disappointment"),
  ASKING("asks for something"),
  INFORMATION("information"),
  DELAY("delay"),
  CANCELLATION("cancellation"),
  LOST("lost or stolen"),
  DAMAGE("damage"),
  DELIVERY("delivery"),
  BILLING("billing and refunds"),
  ACCOUNT("account and sign-in"),
  TECHNICAL("technical fault"),
  STAFF("staff"),
  CONTACT("cannot reach anyone"),
  BOOKING("orders and bookings"),
  QUEUE("queues"),
  QUALITY("quality"),
  AVAILABILITY("availability"),
  SAFETY("safety"),
  /** Praise or joy after a negation. */
  POSITIVE_DENIED("praise denied"),
  /** Anger or disappointment after a negation. */
  NEGATIVE_DENIED("blame denied");

  /** How many topics there are. */
  public static final int COUNT = values().length;

  /** The place of the first topic in a model, behind the signals. */
  static final int FIRST_PLACE = 32;

  private final String words;

  Topic(String words) {
    this.words = words;
  }

  /** The topic in words that a person reads; a name in the general list of intents. */
  public String words() {
    return words;
  }

  /** Its place in a model, and in {@link Features#strength(int)}. */
  public int place() {
    return FIRST_PLACE + ordinal();
  }

  /** Whether the topic says what a post is about, so that it can be an intent. */
  public boolean isIntent() {
    return ordinal() >= INFORMATION.ordinal() && ordinal() <= SAFETY.ordinal();
  }

  Topic denied() {
    return switch (this) {
      case POSITIVE, THANKS -> POSITIVE_DENIED;
      case ANGER, DISAPPOINTMENT -> NEGATIVE_DENIED;
      case NEGATION,
          ASKING,
          INFORMATION,
          DELAY,
          CANCELLATION,
          LOST,
          DAMAGE,
          DELIVERY,
          BILLING,
          ACCOUNT,
          TECHNICAL,
          STAFF,
          CONTACT,
          BOOKING,
          QUEUE,
          QUALITY,
          AVAILABILITY,
          SAFETY,
          POSITIVE_DENIED,
          NEGATIVE_DENIED ->
          this;
    };
  }
}

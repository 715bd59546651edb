package dev.switchboard.engine.triage.text;

/**
 * What a reader notices in a post apart from its single words. The order is part of every stored
 * model: add at the end, never move.
 */
public enum Signal {
  QUESTION("a question"),
  ENDS_IN_QUESTION("ends in a question"),
  EXCLAMATION("an exclamation mark"),
  SHOUTING("capitals"),
  ELONGATION("a stretched word"),
  STARTS_WITH_MENTION("addressed to an account"),
  MANY_MENTIONS("many accounts mentioned"),
  LINK("a link"),
  MANY_HASHTAGS("many hashtags"),
  CODE("an order or flight number"),
  HAPPY("a happy smiley"),
  SAD("a sad smiley"),
  SHORT("few words"),
  LONG("many words"),
  HELP("asks for help"),
  ASK("asks the brand"),
  TROUBLE("something does not work"),
  COMPLAINT("a complaint"),
  OWN("their own order or account"),
  DEADLINE("a deadline"),
  DANGER("danger"),
  PRAISE("praise"),
  JOKE("a joke"),
  SHARE("passed on from others"),
  GIVEAWAY("a giveaway"),
  COURTESY("a report that asks for nothing"),
  SYMPATHY("sympathy"),
  CHAT("small talk"),
  /** A phrase that looks like a cue and is none ("no problem", "can't wait"). */
  NOTHING("nothing");

  /** How many signals there are. */
  public static final int COUNT = values().length;

  /** How many places a model keeps for signals, topics and the bias. */
  public static final int PLACES = 64;

  private final String words;

  Signal(String words) {
    this.words = words;
  }

  /** The signal in words that a person reads. */
  public String words() {
    return words;
  }
}

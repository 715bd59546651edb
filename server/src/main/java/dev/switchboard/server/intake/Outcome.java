package dev.switchboard.server.intake;

import dev.switchboard.engine.flow.Accepted;

/** What became of one post in its lane. */
sealed interface Outcome {
  /** It is committed, as new or as a duplicate. */
  record Stored(Accepted how) implements Outcome {}

  /** The database will not take it, ever; its neighbours are stored. */
  record Unstorable(String reason) implements Outcome {}

  Stored NEW = new Stored(Accepted.NEW);
  Stored DUPLICATE = new Stored(Accepted.DUPLICATE);

  static Outcome of(Accepted how) {
    return switch (how) {
      case NEW -> NEW;
      case DUPLICATE -> DUPLICATE;
    };
  }
}

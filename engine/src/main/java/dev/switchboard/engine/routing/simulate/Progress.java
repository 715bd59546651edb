package dev.switchboard.engine.routing.simulate;

/** How far a case has come, and what it met on its way. */
final class Progress {
  final SimulatedCase one;

  /** When the customer wrote, and until when they should be answered. */
  long since;

  /** When it came into the hands in which it is, and when they began. */
  long assigned = -1;

  long started = -1;
  int holder = -1;

  /** Whose hands it was in last, and who answered last; -1: nobody's. */
  int before = -1;

  int answeredBy = -1;

  /** How often the customer has written again. */
  int again;

  boolean open;
  int offers;

  Progress(SimulatedCase one) {
    this.one = one;
  }
}

package dev.switchboard.engine.routing.simulate;

/** How far a case has come, and what it met on its way. */
final class Progress {
  final SimulatedCase one;

  /** When the customer wrote, and until when they should be answered. */
  long since;

  int holder = -1;

  /** Whose hands it was in last, and who answered last; -1: nobody's. */
  int before = -1;

  int answeredBy = -1;

  /** How often the customer has written again. */
  int again;

  boolean open;

  /** Where it is now and since when, and how long it was in each step since the customer wrote. */
  SimulatedStep step = SimulatedStep.WAITS_FOR_SOMEBODY;

  long stepSince;
  final long[] stepMillis = new long[SimulatedStep.values().length];

  /** Whether it lies in its holder's hands and is not begun. */
  boolean rests;

  int offers;

  Progress(SimulatedCase one) {
    this.one = one;
  }
}

package dev.switchboard.engine.triage.classify;

/** Hears how far learning is, on the thread that learns. */
@FunctionalInterface
public interface TrainingListener {
  /** So many of all machines have learned. */
  void learned(int machines, int of);
}

package dev.switchboard.engine.incident.simulate;

/**
 * An incident and the truth about it.
 *
 * @param cause the index of the change that did it, or {@link #NONE}
 * @param onsetMinute when customers began to be hit
 * @param hidden what the simulator drew besides, for its oracle only
 */
public record Drawn<H>(SimulatedIncident seen, int cause, double onsetMinute, H hidden) {
  /** No change did it. */
  public static final int NONE = -1;
}

package dev.switchboard.engine.incident.detection.simulate;

import java.util.List;

/** Whatever reads a world's reports in order and says where it sees an incident. */
public interface Rule {
  /**
   * An incident as seen.
   *
   * @param at the place of the report at which it was opened, in {@link World#reports()}
   * @param evidence the places of the reports that it was opened for, at most {@code at}
   */
  record Alarm(int at, List<Integer> evidence) {
    public Alarm {
      evidence = List.copyOf(evidence);
    }
  }

  /** All alarms of a world, in order; those of the history too. */
  List<Alarm> alarms(World world);
}

package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * The dumb baseline: the last change before the first three reports within ten minutes, if it is at
 * most an hour older; else none.
 */
public final class NearestChange<H> implements CauseJudge<H> {
  private static final int REPORTS = 3;
  private static final double WITHIN_MINUTES = 10;
  private static final double MAX_AGE_MINUTES = 60;

  @Override
  public double[] judge(Drawn<H> drawn) {
    double onset = onset(drawn.seen().reports());
    List<SimulatedChange> changes = drawn.seen().changes();
    int nearest = changes.size();
    double age = MAX_AGE_MINUTES;
    for (int i = 0; i < changes.size(); i++) {
      double before = onset - changes.get(i).startMinute();
      if (before >= 0 && before < age) {
        nearest = i;
        age = before;
      }
    }
    double[] said = new double[changes.size() + 1];
    said[nearest] = 1;
    return said;
  }

  private static double onset(List<SimulatedReport> reports) {
    for (int i = 0; i + REPORTS <= reports.size(); i++) {
      double first = reports.get(i).minute();
      if (reports.get(i + REPORTS - 1).minute() - first <= WITHIN_MINUTES) {
        return first;
      }
    }
    return reports.getLast().minute();
  }
}

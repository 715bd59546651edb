package dev.switchboard.engine.incident.detection;

import java.util.List;

/**
 * When a stream began to grow: the posterior over "with this report or just before it", by the
 * likelihood of a Poisson process whose rate goes up there by one of the rates of {@link Bets}, as
 * likely before as their shares of the money.
 *
 * @param first the place of the likeliest first report among the sightings
 * @param firstFrom the place of the first report at the lower bound, 5 %
 * @param from hour of the lower bound
 * @param to hour of the upper bound, 95 %
 */
record Onset(int first, int firstFrom, double from, double to) {
  private static final double TAIL = 0.05;

  static Onset of(List<Sighting> sightings) {
    int count = sightings.size();
    double now = sightings.getLast().hour();
    double[] log = new double[count];
    double best = Double.NEGATIVE_INFINITY;
    int first = count - 1;
    double[] ratios = new double[Bets.COUNT];
    for (int i = count - 1; i >= 0; i--) {
      Sighting sighting = sightings.get(i);
      double sum = 0;
      for (int bet = 0; bet < Bets.COUNT; bet++) {
        double added = Bets.added(bet);
        ratios[bet] += Math.log1p(added / sighting.expectedPerHour());
        double ratio = ratios[bet] - added * (now - sighting.hour());
        sum += Bets.even(bet) * Math.exp(Math.min(600, ratio));
      }
      log[i] = Math.log(sum);
      if (log[i] > best) {
        best = log[i];
        first = i;
      }
    }
    int low = quantile(log, best, TAIL);
    int high = quantile(log, best, 1 - TAIL);
    return new Onset(first, low, before(sightings, low), sightings.get(high).hour());
  }

  /** The onset lies before its first report, by about the time between reports that follow. */
  private static double before(List<Sighting> sightings, int first) {
    double at = sightings.get(first).hour();
    int after = sightings.size() - first;
    double between = (sightings.getLast().hour() - at) / Math.max(1, after - 1);
    double gap = first == 0 ? Double.POSITIVE_INFINITY : at - sightings.get(first - 1).hour();
    return at - Math.min(gap, 3 * between);
  }

  private static int quantile(double[] log, double best, double share) {
    double total = 0;
    for (double value : log) {
      total += Math.exp(value - best);
    }
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      sum += Math.exp(log[i] - best);
      if (sum >= share * total) {
        return i;
      }
    }
    return log.length - 1;
  }
}

package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How fast a brand's young streams of one kind grow, as a multiple of what the urn says: the prior
 * of every new stream. The urn: a stream with n of the day's N reports draws the next one with
 * probability (n + {@link #FRESH}) / (N + {@link #STRENGTH}).
 */
final class Growth {
  static final double FRESH = 0.5;
  static final double STRENGTH = 5;

  /** A stream is young until it has so many reports. */
  static final double YOUNG_REPORTS = 8;

  /** Joins that the prior "as the urn says" is worth. */
  private static final double PRIOR_JOINS = 10;

  private static final double LEAST = 0.5;
  private static final double MOST = 8;

  private Decaying joins = new Decaying();
  private Decaying predicted = new Decaying();
  private Decaying weight = new Decaying();

  /** The urn's share of a stream with so many of so many reports. */
  static double share(double own, double all) {
    return (own + FRESH) / (all + STRENGTH);
  }

  /** The multiple now. */
  double factor(double hour) {
    double span = Baseline.MONTH_HOURS;
    double raw = (PRIOR_JOINS + joins.at(hour, span)) / (PRIOR_JOINS + predicted.at(hour, span));
    return Math.clamp(raw, LEAST, MOST);
  }

  /** A report of the brand came: what the urn says of all young streams together. */
  void offered(double hour, double ofDay) {
    double share = weight.at(hour, Baseline.DAY_HOURS) / (ofDay + STRENGTH);
    predicted.add(hour, Baseline.MONTH_HOURS, Math.min(share, 8));
  }

  /** A stream began. */
  void born(double hour) {
    weight.add(hour, Baseline.DAY_HOURS, 1 + FRESH);
  }

  /** A young stream was joined. */
  void joined(double hour) {
    joins.add(hour, Baseline.MONTH_HOURS, 1);
    weight.add(hour, Baseline.DAY_HOURS, 1);
  }

  /** A stream is young no longer; it had this weight in the day. */
  void grewUp(double hour, double ofDay) {
    double left = weight.at(hour, Baseline.DAY_HOURS);
    weight.add(hour, Baseline.DAY_HOURS, -Math.min(left, ofDay + FRESH));
  }

  void write(DataOutput out) throws IOException {
    joins.write(out);
    predicted.write(out);
    weight.write(out);
  }

  static Growth read(DataInput in) throws IOException {
    Growth read = new Growth();
    read.joins = Decaying.read(in);
    read.predicted = Decaying.read(in);
    read.weight = Decaying.read(in);
    return read;
  }
}

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

  private double joins;
  private double predicted;
  private double weight;

  /** The urn's share of a stream with so many of so many reports. */
  static double share(double own, double all) {
    return (own + FRESH) / (all + STRENGTH);
  }

  /** The multiple now. */
  double factor() {
    return Math.clamp((PRIOR_JOINS + joins) / (PRIOR_JOINS + predicted), LEAST, MOST);
  }

  /** A report of the brand came: what the urn says of all young streams together. */
  void offered(Fading fading, double ofDay) {
    joins *= fading.ofMonth();
    predicted *= fading.ofMonth();
    weight *= fading.ofDay();
    predicted += Math.min(weight / (ofDay + STRENGTH), 8);
  }

  /** A stream began. */
  void born() {
    weight += 1 + FRESH;
  }

  /** A young stream was joined. */
  void joined() {
    joins++;
    weight++;
  }

  /** A stream is young no longer; it had this weight in the day. */
  void grewUp(double ofDay) {
    weight -= Math.min(weight, ofDay + FRESH);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(joins);
    out.writeDouble(predicted);
    out.writeDouble(weight);
  }

  static Growth read(DataInput in) throws IOException {
    Growth read = new Growth();
    read.joins = in.readDouble();
    read.predicted = in.readDouble();
    read.weight = in.readDouble();
    return read;
  }
}

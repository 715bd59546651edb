package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The clock by which bets on finer streams go. In a storm (the brand's whole volume is an incident)
 * every stream grows, so time says nothing: the clock then goes by the brand's reports instead, and
 * a stream wins only where its share grows. A report is one trial, won at the stream's share, so
 * bets stay fair whatever the volume does.
 */
final class Storm {
  /** Reports by which the present volume is told. */
  private static final int VOLUME_REPORTS = 32;

  /** So many reports of a storm are an hour of its clock: bets are on shares of .002 to .5. */
  static final double PER_HOUR = 512;

  /**
   * Below so many reports an hour a storm's clock goes by time: ten reports are less than a
   * fiftieth of an hour by the other.
   */
  private static final double BUSY_PER_HOUR = 32;

  /** What a stream's share was is told as of one to two such blocks ago. */
  private static final int BLOCK_REPORTS = 128;

  private long number;
  private long incident;
  private double reports;
  private double hours;
  private double hour = Double.NaN;
  private final double[] lastHours = new double[VOLUME_REPORTS];
  private int seen;
  private boolean busy;
  private double perHour;

  /** A report came. */
  void pass(double now) {
    hours += isLive() && busy ? 1 / PER_HOUR : Double.isNaN(hour) ? 0 : now - hour;
    reports += isLive() ? 1 : 0;
    hour = now;
    perHour = busy ? PER_HOUR : volumePerHour();
    lastHours[seen++ % VOLUME_REPORTS] = now;
    busy = volumePerHour() >= BUSY_PER_HOUR;
  }

  /**
   * The brand's reports in an hour of the storm's clock, as far as they are known before the report
   * that came last.
   *
   * @param usual what is expected by time without a storm
   */
  double perHour(double usual) {
    return perHour == PER_HOUR ? PER_HOUR : Math.max(usual, perHour);
  }

  /** Whether the clock of the last report went by reports. */
  boolean wentByReports() {
    return isLive() && perHour == PER_HOUR;
  }

  void begin(long ofIncident) {
    if (!isLive()) {
      number++;
      reports = 0;
      incident = ofIncident;
    }
  }

  void end() {
    incident = 0;
  }

  boolean isLive() {
    return incident != 0;
  }

  /** The incident that is the storm; 0 if there is none. */
  long incident() {
    return incident;
  }

  /** Which storm this is, or the last one was. */
  long number() {
    return number;
  }

  /** What the clock of bets says. */
  double hours() {
    return hours;
  }

  /** Reports an hour, of the last few. */
  double volumePerHour() {
    int known = Math.min(seen, VOLUME_REPORTS);
    double oldest = lastHours[(seen - known) % VOLUME_REPORTS];
    return known / Math.max(hour - oldest, 1e-6);
  }

  /** Counts off the reports of a storm. */
  long block() {
    return (long) (reports / BLOCK_REPORTS);
  }

  /** How many there were when the block before this one began. */
  double reportsUntilLastBlock() {
    return Math.max(0, (block() - 1) * BLOCK_REPORTS);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(number);
    out.writeLong(incident);
    out.writeDouble(reports);
    out.writeDouble(hours);
    out.writeDouble(hour);
    for (double last : lastHours) {
      out.writeDouble(last);
    }
    out.writeInt(seen);
    out.writeBoolean(busy);
    out.writeDouble(perHour);
  }

  static Storm read(DataInput in) throws IOException {
    Storm read = new Storm();
    read.number = in.readLong();
    read.incident = in.readLong();
    read.reports = in.readDouble();
    read.hours = in.readDouble();
    read.hour = in.readDouble();
    for (int i = 0; i < VOLUME_REPORTS; i++) {
      read.lastHours[i] = in.readDouble();
    }
    read.seen = in.readInt();
    read.busy = in.readBoolean();
    read.perHour = in.readDouble();
    return read;
  }
}

package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A sum whose parts lose weight exponentially. */
final class Decaying {
  private double sum;
  private double hour;

  /** The sum at an hour that is not before the last one added to. */
  double at(double now, double spanHours) {
    return sum == 0 || hour == now ? sum : sum * Math.exp((hour - now) / spanHours);
  }

  void add(double now, double spanHours, double amount) {
    sum = at(now, spanHours) + amount;
    hour = now;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(sum);
    out.writeDouble(hour);
  }

  static Decaying read(DataInput in) throws IOException {
    Decaying read = new Decaying();
    read.sum = in.readDouble();
    read.hour = in.readDouble();
    return read;
  }
}

package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A counted report of a stream.
 *
 * @param expectedPerHour what the stream was expected to do at that moment
 */
record Sighting(double hour, long post, double expectedPerHour) {
  void write(DataOutput out) throws IOException {
    out.writeDouble(hour);
    out.writeLong(post);
    out.writeDouble(expectedPerHour);
  }

  static Sighting read(DataInput in) throws IOException {
    return new Sighting(in.readDouble(), in.readLong(), in.readDouble());
  }
}

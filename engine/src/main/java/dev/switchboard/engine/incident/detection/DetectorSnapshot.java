package dev.switchboard.engine.incident.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of a detector. */
final class DetectorSnapshot {
  private static final int MAGIC = 0x53574944; // "SWID"
  private static final int FORMAT = 4;

  private DetectorSnapshot() {}

  static byte[] write(Detector detector) {
    Counting counting = detector.counting;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeUTF(detector.brand());
      out.writeDouble(detector.clock);
      counting.baseline.write(out);
      counting.themes.write(out);
      counting.seen.write(out);
      detector.recent.write(out);
      detector.discoveries.write(out);
      for (EvidenceKind kind : EvidenceKind.values()) {
        counting.purse(kind).write(out);
      }
      counting.streams.write(out);
      detector.incidents.write(out);
      counting.storm.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused bytes", impossible);
    }
    return bytes.toByteArray();
  }

  static void readInto(Detector detector, byte[] bytes) {
    Counting counting = detector.counting;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of a detector, or of another format");
      }
      String brand = in.readUTF();
      if (!brand.equals(detector.brand())) {
        throw new IllegalArgumentException(
            "the snapshot is of brand \"%s\", not \"%s\"".formatted(brand, detector.brand()));
      }
      detector.clock = in.readDouble();
      counting.baseline = Baseline.read(in);
      counting.themes = Themes.read(in);
      counting.seen = SeenAuthors.read(in);
      detector.recent = RecentReports.read(in);
      detector.discoveries = Discoveries.read(in);
      for (EvidenceKind kind : EvidenceKind.values()) {
        counting.purse(kind).readInto(in);
      }
      counting.streams.readInto(in);
      detector.incidents.readInto(in);
      counting.storm = Storm.read(in);
    } catch (IOException broken) {
      throw new IllegalArgumentException("the snapshot of a detector is cut off", broken);
    }
  }
}

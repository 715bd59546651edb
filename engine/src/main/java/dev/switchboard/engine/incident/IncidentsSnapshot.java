package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.grouping.Grouping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;

/** The bytes of a brand's incidents. */
final class IncidentsSnapshot {
  private static final int MAGIC = 0x5357494E; // "SWIN"
  private static final int FORMAT = 2;

  private IncidentsSnapshot() {}

  static byte[] write(Incidents incidents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      Bytes.write(incidents.brand(), out);
      Bytes.write(incidents.clock, out);
      Bytes.write(incidents.ledger.sweptAt, out);
      Bytes.writeBlock(incidents.grouping.snapshot(), out);
      Bytes.writeBlock(incidents.detector.snapshot(), out);
      incidents.recent.write(out);
      incidents.changes.write(out);
      incidents.files.write(out);
      incidents.regroupings.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused bytes", impossible);
    }
    return bytes.toByteArray();
  }

  static Incidents read(
      String brand, IncidentSettings settings, ServiceMap services, byte[] snapshot) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IllegalArgumentException(
            "not a snapshot of a brand's incidents, or of another format");
      }
      String whose = Bytes.read(in);
      if (!whose.equals(brand)) {
        throw new IllegalArgumentException(
            "the snapshot is of brand \"%s\", not \"%s\"".formatted(whose, brand));
      }
      return read(brand, settings, services, in);
    } catch (IOException | DateTimeException broken) {
      throw new IllegalArgumentException(
          "the snapshot of a brand's incidents is cut off or broken", broken);
    }
  }

  private static Incidents read(
      String brand, IncidentSettings settings, ServiceMap services, DataInputStream in)
      throws IOException {
    var clock = Bytes.readInstant(in);
    var sweptAt = Bytes.readInstant(in);
    Incidents read =
        new Incidents(
            brand,
            settings,
            services,
            Grouping.restore(Bytes.readBlock(in), settings.grouping()),
            Detector.restore(brand, settings.detection(), Bytes.readBlock(in)));
    read.clock = clock;
    read.ledger.sweptAt = sweptAt;
    read.recent.readInto(in);
    read.changes.readInto(in);
    read.files.readInto(in);
    read.regroupings.readInto(in);
    return read;
  }
}

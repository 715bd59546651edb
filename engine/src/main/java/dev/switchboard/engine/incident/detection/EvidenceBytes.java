package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Evidence in a snapshot. */
final class EvidenceBytes {
  private EvidenceBytes() {}

  static void write(Evidence evidence, DataOutput out) throws IOException {
    out.writeByte(evidence.kind().ordinal());
    switch (evidence) {
      case Evidence.Volume _ -> {}
      case Evidence.About about -> out.writeUTF(about.intent());
      case Evidence.Group group -> out.writeLong(group.id());
      case Evidence.Term term -> out.writeUTF(term.word());
      case Evidence.Theme theme -> out.writeLong(theme.anchor());
    }
  }

  static Evidence read(DataInput in) throws IOException {
    int kind = in.readByte();
    if (kind < 0 || kind >= EvidenceKind.values().length) {
      throw new IOException("no kind of evidence " + kind);
    }
    return switch (EvidenceKind.values()[kind]) {
      case VOLUME -> Evidence.VOLUME;
      case ABOUT -> new Evidence.About(in.readUTF());
      case GROUP -> new Evidence.Group(in.readLong());
      case TERM -> new Evidence.Term(in.readUTF());
      case THEME -> new Evidence.Theme(in.readLong());
    };
  }
}

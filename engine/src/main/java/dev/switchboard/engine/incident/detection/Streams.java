package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A brand's streams; those without reports for long are forgotten. */
final class Streams {
  private static final double SWEEP_HOURS = 24;

  private final StreamRows rows = new StreamRows();
  private HeadingIndex index = new HeadingIndex();
  private final Map<EvidenceKind, Growth> growths = new EnumMap<>(EvidenceKind.class);
  private final double forgetAfterHours;
  private double swept = Double.NaN;
  private double offered = Double.NaN;

  Streams(double forgetAfterHours) {
    this.forgetAfterHours = forgetAfterHours;
    for (EvidenceKind kind : EvidenceKind.values()) {
      growths.put(kind, new Growth());
    }
  }

  /** The stream of a heading, which begins if there is none. */
  Stream of(Evidence heading, long hash) {
    int row = index.find(hash);
    if (row < 0) {
      row = rows.add(heading);
      index.put(hash, row);
    }
    return new Stream(rows, row);
  }

  @Nullable Stream find(Evidence heading) {
    int row = index.find(Headings.of(heading));
    return row < 0 ? null : new Stream(rows, row);
  }

  Growth growth(EvidenceKind kind) {
    Growth growth = growths.get(kind);
    if (growth == null) {
      throw new IllegalStateException("no growth of " + kind);
    }
    return growth;
  }

  /** A report of the brand came, which may join a stream or begin some. */
  void offer(double hour, double ofDay) {
    Fading fading = Double.isNaN(offered) ? Fading.NONE : Fading.after(hour - offered);
    growths.values().forEach(growth -> growth.offered(fading, ofDay));
    offered = hour;
  }

  /** Noise in the groups of some reports, as far as the groups are theirs. */
  double noiseAround(Map<Evidence, Integer> counts, double clock) {
    double sum = 0;
    for (Map.Entry<Evidence, Integer> count : counts.entrySet()) {
      Stream group = count.getKey().kind() == EvidenceKind.GROUP ? find(count.getKey()) : null;
      if (group != null) {
        double own = Math.max(count.getValue(), group.customersOfLate(clock));
        sum += group.noiseOfLate(clock) * count.getValue() / own;
      }
    }
    return sum;
  }

  int size() {
    return rows.size();
  }

  /** Forgets what has been silent for long; looks only now and then. */
  void sweep(double hour) {
    if (Double.isNaN(swept)) {
      swept = hour;
    }
    if (hour - swept >= SWEEP_HOURS) {
      rows.removeIf(row -> hour - new Stream(rows, row).lastHour() > forgetAfterHours);
      buildIndex();
      swept = hour;
    }
  }

  private void buildIndex() {
    index = new HeadingIndex();
    for (int row = 0; row < rows.size(); row++) {
      index.put(Headings.of(rows.heading(row)), row);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(swept);
    out.writeDouble(offered);
    for (EvidenceKind kind : EvidenceKind.values()) {
      growth(kind).write(out);
    }
    out.writeInt(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      rows.write(row, offered, out);
    }
  }

  void readInto(DataInput in) throws IOException {
    swept = in.readDouble();
    offered = in.readDouble();
    for (EvidenceKind kind : EvidenceKind.values()) {
      growths.put(kind, Growth.read(in));
    }
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      rows.read(in);
    }
    buildIndex();
  }
}

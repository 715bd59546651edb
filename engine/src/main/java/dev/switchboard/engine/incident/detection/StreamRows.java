package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a brand's streams, a row of numbers each, in the order in which they began. A
 * report changes a dozen rows far from each other; what it changes in one stands together, and what
 * is seldom asked for stands elsewhere.
 */
final class StreamRows {
  private static final int FIRST_ROWS = 64;
  private static final int FIRST_SIGHTINGS = 1_024;

  private Evidence[] heading = new Evidence[FIRST_ROWS];
  private double[] numbers = new double[FIRST_ROWS * Stream.COLUMNS];
  private @Nullable Decaying[] noise = new @Nullable Decaying[FIRST_ROWS];
  private @Nullable StormShare[] inStorm = new @Nullable StormShare[FIRST_ROWS];
  private int[] lastSighting = new int[FIRST_ROWS];
  private SightingLog log = new SightingLog(FIRST_SIGHTINGS);
  private int size;

  int size() {
    return size;
  }

  Evidence heading(int row) {
    return heading[row];
  }

  /** Begins a row of nothing but zeros. */
  int add(Evidence of) {
    if (size == heading.length) {
      heading = Arrays.copyOf(heading, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size * Stream.COLUMNS);
      noise = Arrays.copyOf(noise, 2 * size);
      inStorm = Arrays.copyOf(inStorm, 2 * size);
      lastSighting = Arrays.copyOf(lastSighting, 2 * size);
    }
    heading[size] = of;
    lastSighting[size] = SightingLog.NONE;
    return size++;
  }

  /** All rows' numbers; a row begins at its number times {@link Stream#COLUMNS}. */
  double[] numbers() {
    return numbers;
  }

  @Nullable Decaying findNoise(int row) {
    return noise[row];
  }

  Decaying noise(int row) {
    Decaying own = noise[row];
    if (own == null) {
      own = new Decaying();
      noise[row] = own;
    }
    return own;
  }

  StormShare inStorm(int row) {
    StormShare share = inStorm[row];
    if (share == null) {
      share = new StormShare();
      inStorm[row] = share;
    }
    return share;
  }

  void see(int row, Sighting sighting) {
    if (log.isFull()) {
      log = log.tidied(lastSighting, size, sighting.hour() - SightingLog.KEPT_HOURS);
    }
    lastSighting[row] = log.add(sighting, lastSighting[row]);
  }

  List<Sighting> sightings(int row, double since) {
    return log.upTo(lastSighting[row], since);
  }

  /**
   * Writes a row without what is never asked for again.
   *
   * @param hour the last report's, of whichever stream
   */
  void write(int row, double hour, DataOutput out) throws IOException {
    EvidenceBytes.write(heading[row], out);
    List<Sighting> last = sightings(row, hour - SightingLog.KEPT_HOURS);
    out.writeInt(last.size());
    for (Sighting sighting : last) {
      sighting.write(out);
    }
    for (int at = row * Stream.COLUMNS; at < (row + 1) * Stream.COLUMNS; at++) {
      out.writeDouble(numbers[at]);
    }
    Decaying own = noise[row];
    out.writeBoolean(own != null);
    if (own != null) {
      own.write(out);
    }
    StormShare share = inStorm[row];
    out.writeBoolean(share != null);
    if (share != null) {
      share.write(out);
    }
  }

  /** Adds the row that was written. */
  void read(DataInput in) throws IOException {
    int row = add(EvidenceBytes.read(in));
    for (int left = in.readInt(); left > 0; left--) {
      see(row, Sighting.read(in));
    }
    for (int at = row * Stream.COLUMNS; at < (row + 1) * Stream.COLUMNS; at++) {
      numbers[at] = in.readDouble();
    }
    noise[row] = in.readBoolean() ? Decaying.read(in) : null;
    inStorm[row] = in.readBoolean() ? StormShare.read(in) : null;
  }

  /** Leaves out rows; those after them move up, in their order. */
  void removeIf(IntPredicate gone) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (!gone.test(row)) {
        move(row, kept++);
      }
    }
    Arrays.fill(numbers, kept * Stream.COLUMNS, size * Stream.COLUMNS, 0);
    Arrays.fill(noise, kept, size, null);
    Arrays.fill(inStorm, kept, size, null);
    size = kept;
  }

  private void move(int from, int to) {
    if (from != to) {
      heading[to] = heading[from];
      noise[to] = noise[from];
      inStorm[to] = inStorm[from];
      lastSighting[to] = lastSighting[from];
      System.arraycopy(
          numbers, from * Stream.COLUMNS, numbers, to * Stream.COLUMNS, Stream.COLUMNS);
    }
  }
}

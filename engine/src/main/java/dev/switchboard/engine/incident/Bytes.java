package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of snapshots. */
final class Bytes {
  private static final int MAX_BLOCK_BYTES = 1 << 30;

  /** Writes one of a list. */
  @FunctionalInterface
  interface Writer<T> {
    void write(T one, DataOutput out) throws IOException;
  }

  /** Reads one of a list. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private Bytes() {}

  static <T> void writeAll(Collection<T> all, Writer<T> writer, DataOutput out) throws IOException {
    out.writeInt(all.size());
    for (T one : all) {
      writer.write(one, out);
    }
  }

  static <T> List<T> readAll(Reader<T> reader, DataInput in) throws IOException {
    int size = in.readInt();
    List<T> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(reader.read(in));
    }
    return all;
  }

  static void writeBlock(byte[] block, DataOutput out) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  static byte[] readBlock(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_BLOCK_BYTES) {
      throw new IOException("a block of " + length + " bytes");
    }
    byte[] block = new byte[length];
    in.readFully(block);
    return block;
  }

  static void write(String text, DataOutput out) throws IOException {
    writeBlock(text.getBytes(StandardCharsets.UTF_8), out);
  }

  static String read(DataInput in) throws IOException {
    return new String(readBlock(in), StandardCharsets.UTF_8);
  }

  static void writeNullable(@Nullable String text, DataOutput out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      write(text, out);
    }
  }

  static @Nullable String readNullable(DataInput in) throws IOException {
    return in.readBoolean() ? read(in) : null;
  }

  static void write(Instant at, DataOutput out) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void writeNullable(@Nullable Instant at, DataOutput out) throws IOException {
    out.writeBoolean(at != null);
    if (at != null) {
      write(at, out);
    }
  }

  static @Nullable Instant readNullableInstant(DataInput in) throws IOException {
    return in.readBoolean() ? readInstant(in) : null;
  }

  static void writeLongs(Collection<Long> numbers, DataOutput out) throws IOException {
    writeAll(numbers, (number, to) -> to.writeLong(number), out);
  }

  static List<Long> readLongs(DataInput in) throws IOException {
    return readAll(DataInput::readLong, in);
  }
}

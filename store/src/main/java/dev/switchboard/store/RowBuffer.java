package dev.switchboard.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (the manual, "COPY", section "Binary Format"). Begin each
 * row with {@link #row}, then add its columns in order. They go out as one COPY, or as one array a
 * column, since an array's elements look the same. One thread; used again after {@link #clear}.
 */
public final class RowBuffer {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int SEND_BYTES = 1 << 16;
  private static final int JSONB_VERSION = 1;

  private final List<Column> columns;
  private byte[] bytes = new byte[1 << 12];
  private int end;
  private int rows;

  /**
   * @param columns name and type of each in the order in which they will be added, for example
   *     {@code "id int8"}; see {@link Column} for the types
   */
  public RowBuffer(String... columns) {
    this.columns = Arrays.stream(columns).map(Column::of).toList();
    clear();
  }

  List<Column> columns() {
    return columns;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  int bytes() {
    return end;
  }

  public RowBuffer row() {
    rows++;
    return putShort(columns.size());
  }

  public RowBuffer add(long value) {
    return putInt(Long.BYTES).putLong(value);
  }

  public RowBuffer add(int value) {
    return putInt(Integer.BYTES).putInt(value);
  }

  public RowBuffer add(boolean value) {
    putInt(1);
    ensure(1);
    bytes[end++] = (byte) (value ? 1 : 0);
    return this;
  }

  public RowBuffer addOrNull(@Nullable Boolean value) {
    return value == null ? addNull() : add(value.booleanValue());
  }

  public RowBuffer addOrNull(@Nullable Long value) {
    return value == null ? addNull() : add(value.longValue());
  }

  public RowBuffer addOrNull(@Nullable Integer value) {
    return value == null ? addNull() : add(value.intValue());
  }

  public RowBuffer addOrNull(@Nullable Float value) {
    return value == null ? addNull() : putInt(Float.BYTES).putInt(Float.floatToIntBits(value));
  }

  public RowBuffer add(Instant at) {
    return add(Duration.between(POSTGRES_EPOCH, at).toNanos() / 1000);
  }

  public RowBuffer addOrNull(@Nullable Instant at) {
    return at == null ? addNull() : add(at);
  }

  public RowBuffer add(String text) {
    return text(text, 0);
  }

  public RowBuffer addOrNull(@Nullable String text) {
    return text == null ? addNull() : add(text);
  }

  public RowBuffer addJsonOrNull(@Nullable String json) {
    return json == null ? addNull() : text(json, JSONB_VERSION);
  }

  public RowBuffer addNull() {
    return putInt(-1);
  }

  private RowBuffer text(String text, int version) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean versioned = version > 0;
    putInt(utf8.length + (versioned ? 1 : 0));
    ensure(utf8.length + 1);
    if (versioned) {
      bytes[end++] = (byte) version;
    }
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    end += utf8.length;
    return this;
  }

  /** Sends the rows into a table by COPY. */
  void copyInto(String table, Connection connection) throws SQLException {
    putShort(-1);
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, Column.names(columns)));
    try {
      for (int at = 0; at < end; at += SEND_BYTES) {
        copy.writeToCopy(bytes, at, Math.min(SEND_BYTES, end - at));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Each column as an array, in order. */
  List<BinaryArray> arrays() {
    BinaryArray.Builder[] arrays = new BinaryArray.Builder[columns.size()];
    for (int column = 0; column < arrays.length; column++) {
      arrays[column] = new BinaryArray.Builder(columns.get(column), rows);
    }
    int at = HEADER.length;
    for (int row = 0; row < rows; row++) {
      at += Short.BYTES;
      for (BinaryArray.Builder array : arrays) {
        at = array.addElement(bytes, at);
      }
    }
    return Arrays.stream(arrays).map(BinaryArray.Builder::build).toList();
  }

  public void clear() {
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    end = HEADER.length;
    rows = 0;
  }

  private RowBuffer putLong(long value) {
    return putInt((int) (value >>> 32)).putInt((int) value);
  }

  private RowBuffer putInt(int value) {
    ensure(4);
    bytes[end++] = (byte) (value >>> 24);
    bytes[end++] = (byte) (value >>> 16);
    bytes[end++] = (byte) (value >>> 8);
    bytes[end++] = (byte) value;
    return this;
  }

  private RowBuffer putShort(int value) {
    ensure(2);
    bytes[end++] = (byte) (value >>> 8);
    bytes[end++] = (byte) value;
    return this;
  }

  private void ensure(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
    }
  }
}

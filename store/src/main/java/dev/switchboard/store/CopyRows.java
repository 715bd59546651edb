package dev.switchboard.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (the manual, "COPY", section "Binary Format"). Begin each
 * row with {@link #row}, then add its columns in order. One thread; used again after {@link #send}.
 */
public final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int SEND_BYTES = 1 << 16;
  private static final int JSONB_VERSION = 1;

  private final String statement;
  private final int columns;
  private byte[] bytes = new byte[1 << 16];
  private int end;
  private int rows;

  /**
   * @param table for example {@code posts}
   * @param columns its columns, in the order in which they will be added
   */
  public CopyRows(String table, String... columns) {
    this.statement =
        "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns));
    this.columns = columns.length;
    clear();
  }

  public CopyRows row() {
    rows++;
    return putShort(columns);
  }

  public CopyRows add(long value) {
    return putInt(Long.BYTES).putLong(value);
  }

  public CopyRows add(int value) {
    return putInt(Integer.BYTES).putInt(value);
  }

  public CopyRows add(boolean value) {
    putInt(1);
    ensure(1);
    bytes[end++] = (byte) (value ? 1 : 0);
    return this;
  }

  public CopyRows addOrNull(@Nullable Boolean value) {
    return value == null ? addNull() : add(value.booleanValue());
  }

  public CopyRows addOrNull(@Nullable Long value) {
    return value == null ? addNull() : add(value.longValue());
  }

  public CopyRows addOrNull(@Nullable Integer value) {
    return value == null ? addNull() : add(value.intValue());
  }

  public CopyRows addOrNull(@Nullable Float value) {
    return value == null ? addNull() : putInt(Float.BYTES).putInt(Float.floatToIntBits(value));
  }

  public CopyRows add(Instant at) {
    return add(Duration.between(POSTGRES_EPOCH, at).toNanos() / 1000);
  }

  public CopyRows addOrNull(@Nullable Instant at) {
    return at == null ? addNull() : add(at);
  }

  public CopyRows add(String text) {
    return text(text, 0);
  }

  public CopyRows addOrNull(@Nullable String text) {
    return text == null ? addNull() : add(text);
  }

  public CopyRows addJsonOrNull(@Nullable String json) {
    return json == null ? addNull() : text(json, JSONB_VERSION);
  }

  public CopyRows addNull() {
    return putInt(-1);
  }

  private CopyRows text(String text, int version) {
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

  /** Sends the rows, if there are any, and forgets them. */
  public void send(Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    putShort(-1);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      for (int at = 0; at < end; at += SEND_BYTES) {
        copy.writeToCopy(bytes, at, Math.min(SEND_BYTES, end - at));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
      clear();
    }
  }

  public void clear() {
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    end = HEADER.length;
    rows = 0;
  }

  private CopyRows putLong(long value) {
    return putInt((int) (value >>> 32)).putInt((int) value);
  }

  private CopyRows putInt(int value) {
    ensure(4);
    bytes[end++] = (byte) (value >>> 24);
    bytes[end++] = (byte) (value >>> 16);
    bytes[end++] = (byte) (value >>> 8);
    bytes[end++] = (byte) value;
    return this;
  }

  private CopyRows putShort(int value) {
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

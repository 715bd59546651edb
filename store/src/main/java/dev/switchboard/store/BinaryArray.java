package dev.switchboard.store;

import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array as PostgreSQL sends and receives it (array_recv in its source): dimensions, whether
 * there are nulls, the type, size and lower bound, then each element with its length. The driver
 * would write times, booleans and JSON as text, for the server to parse again.
 */
public final class BinaryArray extends PGobject implements PGBinaryObject {
  /**
   * The types of array that the driver sends as text unless told: bool[], timestamptz[], jsonb[].
   * Goes into its setting {@code binaryTransferEnable}.
   */
  public static final String TYPES_TO_ENABLE = "1000,1185,3807";

  @Serial private static final long serialVersionUID = 1;
  private static final int HEADER_BYTES = 20;
  private static final int LOWER_BOUND = 1;

  private final byte[] content;

  private BinaryArray(String type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  @Override
  public int lengthInBytes() {
    return content.length;
  }

  @Override
  public void toBytes(byte[] bytes, int offset) {
    System.arraycopy(content, 0, bytes, offset, content.length);
  }

  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException("arrays go in only");
  }

  @Override
  public String getValue() {
    throw new IllegalStateException("binaryTransferEnable lacks " + type);
  }

  /** Collects the elements of one column. */
  static final class Builder {
    private final Column column;
    private final int size;
    private byte[] content;
    private int end = HEADER_BYTES;
    private boolean hasNull;

    Builder(Column column, int size) {
      this.column = column;
      this.size = size;
      this.content = new byte[HEADER_BYTES + size * (Integer.BYTES + Long.BYTES)];
    }

    /** Adds the field at {@code at}, its length first, and says where the next begins. */
    int addElement(byte[] row, int at) {
      int length = ByteBuffer.wrap(row).getInt(at);
      hasNull |= length < 0;
      int bytes = Integer.BYTES + Math.max(length, 0);
      if (end + bytes > content.length) {
        content = Arrays.copyOf(content, Math.max(content.length * 2, end + bytes));
      }
      System.arraycopy(row, at, content, end, bytes);
      end += bytes;
      return at + bytes;
    }

    BinaryArray build() {
      ByteBuffer header = ByteBuffer.wrap(content);
      header.putInt(1).putInt(hasNull ? 1 : 0).putInt(column.type().oid);
      header.putInt(size).putInt(LOWER_BOUND);
      return new BinaryArray(column.type().arrayName(), Arrays.copyOf(content, end));
    }
  }
}

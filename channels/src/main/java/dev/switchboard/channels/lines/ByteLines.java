package dev.switchboard.channels.lines;

import dev.switchboard.channels.ResumePoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines at line feeds, holding one line and one buffer of at most
 * {@code maxLineBytes} plus 64 KiB. A longer line is passed over, not held. For one thread.
 *
 * <p>{@link #next} moves to the next line; the other methods describe it until the next call.
 */
public final class ByteLines implements AutoCloseable {
  private static final int FIRST_BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final int maxLineBytes;
  private byte[] buffer;
  private int read;
  private int limit;
  private long bufferStart;
  private int from;
  private int to;
  private long number;
  private boolean tooLong;
  private boolean ended;

  /**
   * @param in is closed with this
   * @param at where in its file {@code in} stands
   * @param maxLineBytes the longest line to hand out, without its line feed
   */
  public ByteLines(InputStream in, ResumePoint at, int maxLineBytes) {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
    this.buffer = new byte[FIRST_BUFFER_BYTES];
    this.bufferStart = at.position();
    this.number = at.lines();
  }

  /** Moves to the next line; false at the end. A last line needs no line feed. */
  public boolean next() throws IOException {
    tooLong = false;
    int scanned = read;
    while (true) {
      int feed = indexOfFeed(scanned);
      if (feed >= 0) {
        return line(feed, feed + 1);
      }
      if (limit - read > maxLineBytes) {
        tooLong = true;
        read = limit;
      }
      scanned = limit - read;
      boolean more = fill();
      scanned += read;
      if (!more) {
        return (tooLong || limit > read) && line(limit, limit);
      }
    }
  }

  /** The buffer that holds the line, valid until the next call. */
  public byte[] bytes() {
    return buffer;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** The line's number, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line was too long to hold; {@link #from} and {@link #to} then mean nothing. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** Where the next line begins. */
  public ResumePoint end() {
    return new ResumePoint(bufferStart + read, number);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean line(int end, int next) {
    from = read;
    to = end;
    read = next;
    tooLong |= to - from > maxLineBytes;
    number++;
    return true;
  }

  private int indexOfFeed(int start) {
    for (int i = start; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads more behind what is unread, which moves to the start of the buffer. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (read > 0) {
      System.arraycopy(buffer, read, buffer, 0, limit - read);
      bufferStart += read;
      limit -= read;
      read = 0;
    }
    if (limit == buffer.length) {
      buffer =
          Arrays.copyOf(buffer, Math.min(buffer.length * 2, maxLineBytes + FIRST_BUFFER_BYTES));
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    ended = count < 0;
    limit += Math.max(count, 0);
    return count >= 0;
  }
}

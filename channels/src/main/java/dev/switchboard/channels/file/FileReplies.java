package dev.switchboard.channels.file;

import dev.switchboard.channels.Channel;
import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SendResult;
import dev.switchboard.channels.lines.ByteLines;
import dev.switchboard.channels.text.CharacterCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends replies to a file, one JSON line each: idempotencyKey, id, channel, author, text,
 * inReplyTo, sentAt. A reply counts as sent when it is on the disk.
 *
 * <p>Thread-safe; replies are written one after the other. One process a file. What the file says
 * is authoritative: a line that a crash tore is no reply, and is closed off before the next one.
 * Replies are held to the limit of the network in their channel's name.
 */
public final class FileReplies implements Channel, AutoCloseable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final int MAX_LINE_BYTES = 1 << 20;
  private static final byte[] LINE_END = {'\n'};

  private final ReplyFile file;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  /** Appends to a file, which is created when the first reply is sent. */
  public FileReplies(Path path, InstantSource clock) {
    this(new DiskReplyFile(path), clock);
  }

  FileReplies(ReplyFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public SendResult send(OutgoingReply reply) {
    CharacterCount limit = CharacterCount.of(reply.channel().network());
    int length = limit.count(reply.text());
    if (length > limit.maxChars()) {
      return new SendResult.NotSent(
          "the reply has " + length + " characters, more than " + limit.maxChars(), null);
    }
    lock.lock();
    try {
      return append(reply);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Lookup find(OutgoingReply reply) {
    try {
      long sizeBytes = settledSizeBytes();
      return scan(reply.idempotencyKey(), sizeBytes);
    } catch (IOException e) {
      return new Lookup.CannotTell("the file of replies cannot be read: " + e.getMessage());
    }
  }

  /** The limit of a channel whose network has none of its own. */
  @Override
  public int maxChars() {
    return CharacterCount.PLAIN.maxChars();
  }

  /** Code points. */
  @Override
  public int count(String text) {
    return CharacterCount.PLAIN.count(text);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the file of replies", e);
    } finally {
      lock.unlock();
    }
  }

  private SendResult append(OutgoingReply reply) {
    Instant sentAt = clock.instant();
    byte[] line = ReplyLines.line(reply, sentAt);
    try {
      closeTornLine();
    } catch (IOException e) {
      return new SendResult.NotSent(
          "the file of replies cannot be written: " + e.getMessage(), RETRY_AFTER);
    }
    try {
      file.append(line);
      file.force();
    } catch (IOException e) {
      return new SendResult.Unknown("the file of replies failed on writing: " + e.getMessage());
    }
    return new SendResult.Sent(ReplyLines.idOf(reply), sentAt);
  }

  private void closeTornLine() throws IOException {
    if (file.size() > 0 && file.lastByte() != '\n') {
      file.append(LINE_END);
    }
  }

  /** How much of the file is surely on the disk; nothing is being written while this looks. */
  private long settledSizeBytes() throws IOException {
    lock.lock();
    try {
      file.force();
      return file.size();
    } finally {
      lock.unlock();
    }
  }

  private Lookup scan(String key, long sizeBytes) throws IOException {
    try (InputStream in = file.read();
        ByteLines lines = new ByteLines(in, ResumePoint.START, MAX_LINE_BYTES)) {
      while (lines.end().position() < sizeBytes && lines.next()) {
        ReplyLines.Written written =
            lines.isTooLong() ? null : ReplyLines.read(lines.bytes(), lines.from(), lines.to());
        if (written != null && written.idempotencyKey().equals(key)) {
          return new Lookup.Found(written.id(), written.sentAt());
        }
      }
      return new Lookup.Absent();
    }
  }
}

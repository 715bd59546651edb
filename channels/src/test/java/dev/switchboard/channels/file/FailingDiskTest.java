package dev.switchboard.channels.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.SendResult;
import dev.switchboard.engine.post.ChannelName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FailingDiskTest {
  private static final OutgoingReply REPLY =
      new OutgoingReply("k1", new ChannelName("file", "acme"), "kim", "hello", null);

  private final FailingFile file = new FailingFile();
  private final FileReplies replies =
      new FileReplies(file, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));

  @Test
  void anErrorBeforeTheWriteMeansNotSent() {
    file.failing = Step.SIZE;
    assertThat(replies.send(REPLY)).isInstanceOf(SendResult.NotSent.class);
    file.failing = Step.NONE;
    assertThat(replies.find(REPLY)).isEqualTo(new Lookup.Absent());
  }

  @Test
  void anErrorInTheMiddleOfTheWriteMeansUnknownAndThenAbsent() {
    file.failing = Step.APPEND;
    assertThat(replies.send(REPLY)).isInstanceOf(SendResult.Unknown.class);
    file.failing = Step.NONE;
    assertThat(replies.find(REPLY)).isEqualTo(new Lookup.Absent());
    assertThat(replies.send(REPLY)).isInstanceOf(SendResult.Sent.class);
    assertThat(replies.find(REPLY)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void anErrorAfterTheWriteMeansUnknownUntilTheDiskAnswersAgain() {
    file.failing = Step.FORCE;
    assertThat(replies.send(REPLY)).isInstanceOf(SendResult.Unknown.class);
    assertThat(replies.find(REPLY)).isInstanceOf(Lookup.CannotTell.class);
    file.failing = Step.NONE;
    assertThat(replies.find(REPLY)).isInstanceOf(Lookup.Found.class);
  }

  private enum Step {
    NONE,
    SIZE,
    APPEND,
    FORCE
  }

  /** A disk that fails at one step; a failing append leaves half of the bytes behind. */
  private static final class FailingFile implements ReplyFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Step failing = Step.NONE;

    @Override
    public long size() throws IOException {
      failAt(Step.SIZE);
      return bytes.size();
    }

    @Override
    public int lastByte() {
      return bytes.toByteArray()[bytes.size() - 1];
    }

    @Override
    public void append(byte[] more) throws IOException {
      bytes.write(more, 0, failing == Step.APPEND ? more.length / 2 : more.length);
      failAt(Step.APPEND);
    }

    @Override
    public void force() throws IOException {
      failAt(Step.FORCE);
    }

    @Override
    public InputStream read() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public void close() {}

    private void failAt(Step step) throws IOException {
      if (failing == step) {
        throw new IOException("the disk is gone");
      }
    }
  }
}

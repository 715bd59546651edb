package dev.switchboard.channels.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.SendResult;
import dev.switchboard.engine.post.ChannelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRepliesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aReplyIsOneLineOfJson() throws IOException {
    try (FileReplies replies = open()) {
      assertThat(replies.send(reply("k1"))).isEqualTo(new SendResult.Sent("file-k1", NOW));
    }
    assertThat(Files.readString(file()))
        .isEqualTo(
            "{\"idempotencyKey\":\"k1\",\"id\":\"file-k1\",\"channel\":\"file:acme\","
                + "\"author\":\"kim\",\"text\":\"on its way\\n\\\"é😀\\\"\",\"inReplyTo\":\"7\","
                + "\"sentAt\":\"2026-03-01T12:00:00Z\"}\n");
  }

  @Test
  void aReplyIsFoundByItsKeyAlsoAfterARestart() {
    try (FileReplies replies = open()) {
      replies.send(reply("k1"));
      assertThat(replies.find(reply("k1"))).isEqualTo(new Lookup.Found("file-k1", NOW));
      assertThat(replies.find(reply("k2"))).isEqualTo(new Lookup.Absent());
    }
    try (FileReplies replies = open()) {
      assertThat(replies.find(reply("k1"))).isEqualTo(new Lookup.Found("file-k1", NOW));
    }
  }

  @Test
  void aLineThatACrashToreIsNoReplyAndIsClosedOff() throws IOException {
    byte[] whole = ReplyLines.line(reply("k1"), NOW);
    for (int kept = 1; kept < whole.length - 1; kept += 9) {
      Files.deleteIfExists(file());
      Files.write(file(), Arrays.copyOf(whole, kept));
      try (FileReplies replies = open()) {
        assertThat(replies.find(reply("k1"))).isEqualTo(new Lookup.Absent());
        assertThat(replies.send(reply("k2"))).isInstanceOf(SendResult.Sent.class);
        assertThat(replies.find(reply("k2"))).isInstanceOf(Lookup.Found.class);
        assertThat(replies.find(reply("k1"))).isEqualTo(new Lookup.Absent());
      }
    }
  }

  @Test
  void aReplyThatLacksOnlyItsLineFeedWentOut() throws IOException {
    byte[] whole = ReplyLines.line(reply("k1"), NOW);
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
    try (FileReplies replies = open()) {
      assertThat(replies.find(reply("k1"))).isInstanceOf(Lookup.Found.class);
      replies.send(reply("k2"));
      assertThat(replies.find(reply("k1"))).isInstanceOf(Lookup.Found.class);
      assertThat(replies.find(reply("k2"))).isInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void linesThatAreNotOursAreOverlooked() throws IOException {
    Files.writeString(file(), "hello\n[]\n{\"idempotencyKey\":{}}\n\0\n");
    try (FileReplies replies = open()) {
      replies.send(reply("k1"));
      Files.writeString(file(), "a note without end", StandardOpenOption.APPEND);
      assertThat(replies.find(reply("k1"))).isInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void aFileThatCannotBeOpenedMeansNotSentAndCannotTell() throws IOException {
    Files.createDirectory(file());
    try (FileReplies replies = open()) {
      assertThat(replies.send(reply("k1")))
          .isInstanceOfSatisfying(
              SendResult.NotSent.class, result -> assertThat(result.retryAfter()).isNotNull());
      assertThat(replies.find(reply("k1"))).isInstanceOf(Lookup.CannotTell.class);
    }
  }

  @Test
  void aReplyTooLongForItsNetworkIsRefusedForGood() {
    try (FileReplies replies = open()) {
      OutgoingReply tooLong =
          new OutgoingReply("k1", new ChannelName("x", "@acme"), "kim", "a".repeat(281), null);
      assertThat(replies.send(tooLong))
          .isEqualTo(new SendResult.NotSent("the reply has 281 characters, more than 280", null));
      assertThat(replies.find(tooLong)).isEqualTo(new Lookup.Absent());
    }
  }

  @Test
  void anInterruptedSenderStillWritesAWholeLine() {
    try (FileReplies replies = open()) {
      Thread.currentThread().interrupt();
      assertThat(replies.send(reply("k1"))).isInstanceOf(SendResult.Sent.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(replies.send(reply("k2"))).isInstanceOf(SendResult.Sent.class);
    }
  }

  @Test
  void eightSendersAtOnceLoseNothing() throws Exception {
    try (FileReplies replies = open();
        ExecutorService senders = Executors.newFixedThreadPool(8)) {
      List<Future<?>> done = new ArrayList<>();
      for (int sender = 0; sender < 8; sender++) {
        String name = "s" + sender;
        done.add(senders.submit(() -> sendFifty(replies, name)));
      }
      waitFor(done);
      for (int sender = 0; sender < 8; sender++) {
        for (int i = 0; i < 50; i++) {
          assertThat(replies.find(reply("s" + sender + "-" + i))).isInstanceOf(Lookup.Found.class);
        }
      }
    }
    assertThat(Files.readAllLines(file())).hasSize(400).doesNotHaveDuplicates();
  }

  private static void sendFifty(FileReplies replies, String sender) {
    for (int i = 0; i < 50; i++) {
      assertThat(replies.send(reply(sender + "-" + i))).isInstanceOf(SendResult.Sent.class);
    }
  }

  private static void waitFor(List<Future<?>> all) throws InterruptedException, ExecutionException {
    for (Future<?> one : all) {
      one.get();
    }
  }

  private FileReplies open() {
    return new FileReplies(file(), InstantSource.fixed(NOW));
  }

  private Path file() {
    return folder.resolve("replies.ndjson");
  }

  private static OutgoingReply reply(String key) {
    return new OutgoingReply(
        key, new ChannelName("file", "acme"), "kim", "on its way\n\"é😀\"", "7");
  }
}

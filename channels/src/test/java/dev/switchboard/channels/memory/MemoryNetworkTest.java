package dev.switchboard.channels.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.SendResult;
import dev.switchboard.engine.post.ChannelName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNetworkTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryNetwork network = network(1);

  @Test
  void aReplyIsPublishedAndReadByCustomersAndFound() {
    List<PublishedReply> read = new ArrayList<>();
    network.onPublished(read::add);
    assertThat(network.send(reply("k1"))).isEqualTo(new SendResult.Sent("memory-1", NOW));
    assertThat(read).containsExactly(new PublishedReply("memory-1", reply("k1"), NOW));
    assertThat(network.find(reply("k1"))).isEqualTo(new Lookup.Found("memory-1", NOW));
    assertThat(network.find(reply("k2"))).isEqualTo(new Lookup.Absent());
  }

  @Test
  void itCanRefuseSurely() {
    network.fail(new Faults(1, 0, 0, true));
    assertThat(network.send(reply("k1"))).isInstanceOf(SendResult.NotSent.class);
    assertThat(network.find(reply("k1"))).isEqualTo(new Lookup.Absent());
  }

  @Test
  void itCanLoseTheAnswerThoughTheReplyWentOut() {
    network.fail(new Faults(0, 1, 0, true));
    assertThat(network.send(reply("k1"))).isInstanceOf(SendResult.Unknown.class);
    assertThat(network.find(reply("k1"))).isInstanceOf(Lookup.Found.class);
    assertThat(network.published()).isEqualTo(1);
  }

  @Test
  void itCanLoseTheRequest() {
    network.fail(new Faults(0, 0, 1, true));
    assertThat(network.send(reply("k1"))).isInstanceOf(SendResult.Unknown.class);
    assertThat(network.find(reply("k1"))).isEqualTo(new Lookup.Absent());
    assertThat(network.published()).isZero();
  }

  @Test
  void itCanBeSilentAboutWhatItPublished() {
    network.fail(new Faults(0, 0, 0, false));
    network.send(reply("k1"));
    assertThat(network.find(reply("k1"))).isInstanceOf(Lookup.CannotTell.class);
  }

  @Test
  void aKeySentTwiceIsCounted() {
    network.send(reply("k1"));
    assertThat(network.sentTwice()).isZero();
    network.send(reply("k1"));
    assertThat(network.sentTwice()).isEqualTo(1);
    assertThat(network.published()).isEqualTo(2);
    assertThat(network.find(reply("k1"))).isEqualTo(new Lookup.Found("memory-1", NOW));
    assertThat(network.find(reply("k2"))).isEqualTo(new Lookup.Absent());
  }

  @Test
  void whatItForgotItDoesNotClaimToKnow() {
    for (int i = 0; i < 101; i++) {
      network.send(reply("k" + i));
    }
    assertThat(network.newest()).hasSize(100);
    assertThat(network.published()).isEqualTo(101);
    assertThat(network.find(reply("k0"))).isInstanceOf(Lookup.CannotTell.class);
    assertThat(network.find(reply("k100"))).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void theSameSeedFailsTheSameSends() {
    assertThat(outcomes(network(7))).isEqualTo(outcomes(network(7)));
    assertThat(outcomes(network(7))).isNotEqualTo(outcomes(network(8)));
  }

  @Test
  void failuresComeAboutAsOftenAsAsked() {
    List<Class<?>> outcomes = outcomes(network(7));
    assertThat(outcomes.stream().filter(o -> o == SendResult.NotSent.class).count())
        .isBetween(60L, 140L);
    assertThat(outcomes.stream().filter(o -> o == SendResult.Unknown.class).count())
        .isBetween(230L, 370L);
  }

  @Test
  void aListenerThatThrowsChangesNothing() {
    network.onPublished(
        _ -> {
          throw new IllegalStateException("a customer fell asleep");
        });
    assertThat(network.send(reply("k1"))).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void probabilitiesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Faults(.5, .5, .5, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Faults(-.1, 0, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Faults(Double.NaN, 0, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Class<?>> outcomes(MemoryNetwork network) {
    network.fail(new Faults(.1, .2, .1, true));
    List<Class<?>> outcomes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      outcomes.add(network.send(reply("k" + i)).getClass());
    }
    return outcomes;
  }

  private static MemoryNetwork network(long seed) {
    return new MemoryNetwork(InstantSource.fixed(NOW), seed, 100);
  }

  private static OutgoingReply reply(String key) {
    return new OutgoingReply(key, new ChannelName("x", "@acme"), "kim", "hello", "7");
  }
}

package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.memory.MemoryNetwork;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {
  private final MemoryNetwork network = new MemoryNetwork(InstantSource.system(), 1, 100);
  private final NetworkCheck check = new NetworkCheck(network);

  @Test
  void repliesAreKnownAgainInTheLedger() {
    ReplyLedger ledger = new ReplyLedger();
    ledger.wrote("Jonna", "q1", "Hello ^J", Set.of());
    ledger.wrote("Mateo", "q1", "Hi ^M", Set.of());
    network.send(new OutgoingReply("k1", Airline.X, "Jonna", "Hello ^J", "q1"));
    assertThat(ledger.unaware(check.replies())).isZero();
    network.send(new OutgoingReply("k2", Airline.X, "Mateo", "Hi ^M", "q1"));
    assertThat(ledger.unaware(check.replies())).isEqualTo(1);
    assertThat(check.sentTwice()).isZero();
  }

  @Test
  void aKeyThatIsSentAgainShows() {
    OutgoingReply reply = new OutgoingReply("k1", Airline.X, "Jonna", "Hello ^J", "q1");
    network.send(reply);
    network.send(reply);
    assertThat(check.sentTwice()).isEqualTo(1);
  }
}

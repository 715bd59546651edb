package dev.switchboard.engine.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What should be true of one case, kept without looking at the case: who holds it until when, which
 * reply is under way, whether it is open. Simple enough to be read in a minute.
 */
final class TeamModel {
  private final Duration lease;
  @Nullable String owner;
  long newestToken;
  Instant heldUntil = Instant.MIN;
  boolean open = true;

  /** The reply that nobody may get in the way of, or null. */
  @Nullable Written underWay;

  TeamModel(Duration lease) {
    this.lease = lease;
  }

  /** What became of a reply. */
  enum Fate {
    AWAITING,
    QUEUED,
    SILENT,
    SENT,
    FAILED,
    RETURNED,
    WITHDRAWN
  }

  /** A reply, with who truly wrote it. */
  static final class Written {
    final long id;
    final String writer;
    final String hand;
    final long seenThrough;
    Fate fate;

    /** Whether the network has it, which only the network knows. */
    boolean delivered;

    int deliveries;

    Written(long id, String writer, String hand, long seenThrough, Fate fate) {
      this.id = id;
      this.writer = writer;
      this.hand = hand;
      this.seenThrough = seenThrough;
      this.fate = fate;
    }

    AwaitingReply awaiting() {
      return new AwaitingReply(id, writer, new HashSet<>(List.of(writer, hand)), seenThrough);
    }

    boolean isBy(String agent, String person) {
      return writer.equals(agent)
          || hand.equals(agent)
          || writer.equals(person)
          || hand.equals(person);
    }
  }

  boolean runs(Instant now) {
    return owner != null && now.isBefore(heldUntil);
  }

  boolean mayAct(long token, Instant now) {
    return runs(now) && token == newestToken;
  }

  boolean mayClaim(Instant now) {
    return open && underWay == null && !runs(now);
  }

  boolean mayTakeOver(String by, Instant now) {
    return open && underWay == null && !(runs(now) && by.equals(owner));
  }

  boolean mayClose(long token, Instant now) {
    return open && underWay == null && (!runs(now) || mayAct(token, now));
  }

  void held(String agent, Instant now) {
    owner = agent;
    newestToken++;
    heldUntil = now.plus(lease);
  }

  void letGo() {
    owner = null;
  }

  void prolonged(Instant now) {
    heldUntil = now.plus(lease);
  }
}

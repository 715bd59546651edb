package dev.switchboard.server.demo;

import java.util.List;

/** What the demo's network saw of the brand's replies. Any thread. */
public interface SentCheck {
  /** How many idempotency keys were sent more than once. */
  long sentTwice();

  /** The replies that went out, in the order in which they did. */
  List<SentReply> replies();

  /**
   * A reply that went out.
   *
   * @param channel {@code network:account}
   * @param inReplyTo the network's id of the customer's post that it answers
   * @param externalId the network's id of the reply itself
   */
  record SentReply(
      String agent, String channel, String inReplyTo, String text, String externalId) {}
}

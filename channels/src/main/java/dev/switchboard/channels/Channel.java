package dev.switchboard.channels;

/**
 * Where replies go out. Safe for use by several threads; a call may block for as long as the
 * network takes, within the limits that the implementation names.
 */
public interface Channel {
  /** Sends a reply once. Never throws for what a network does: the result says it. */
  SendResult send(OutgoingReply reply);

  /** Looks whether a reply went out, by its idempotency key. */
  Lookup find(OutgoingReply reply);

  /** The longest reply, in this channel's own characters. */
  int maxChars();

  /** How long the text is, in this channel's own characters. */
  int count(String text);
}

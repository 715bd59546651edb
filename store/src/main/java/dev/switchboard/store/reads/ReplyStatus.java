package dev.switchboard.store.reads;

/** How far a reply in the outbox is. */
public enum ReplyStatus {
  /** To be sent. */
  QUEUED,
  /** Handed to the network; nothing heard yet. */
  SENDING,
  SENT,
  /** Surely not sent, and not tried again. */
  FAILED,
  /** It may have gone out; a person must look. */
  UNKNOWN,
  /** A colleague must approve it first. */
  AWAITING,
  /** A colleague sent it back to its writer. */
  RETURNED,
  /** Its writer took it back. */
  WITHDRAWN
}

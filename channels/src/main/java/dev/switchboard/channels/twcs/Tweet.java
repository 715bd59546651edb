package dev.switchboard.channels.twcs;

import java.time.Instant;

/**
 * One row of the export.
 *
 * @param answered the id of the tweet that it answers, or -1
 * @param inbound whether a customer wrote it
 */
record Tweet(
    long id, String author, boolean inbound, Instant createdAt, String text, long answered) {
  static final long NONE = -1;
}

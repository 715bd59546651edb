package dev.switchboard.channels.twcs;

import dev.switchboard.channels.ResumePoint;
import org.jspecify.annotations.Nullable;

/**
 * A row read: a tweet, or the reason why it is none.
 *
 * @param tweet null if there is a problem
 */
record TweetRow(long line, ResumePoint next, @Nullable Tweet tweet, String problem) {}

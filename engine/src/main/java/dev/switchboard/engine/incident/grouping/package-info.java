/**
 * Which reports share a cause: each post is put into a group as it arrives, by the words that it
 * shares with what was said lately. Starts at {@link
 * dev.switchboard.engine.incident.grouping.Grouping}.
 */
@NullMarked
package dev.switchboard.engine.incident.grouping;

import org.jspecify.annotations.NullMarked;

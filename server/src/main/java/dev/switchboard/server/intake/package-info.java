/** Posts on their way in: bounded queues, one lane a brand, commits that many senders share. */
@NullMarked
package dev.switchboard.server.intake;

import org.jspecify.annotations.NullMarked;

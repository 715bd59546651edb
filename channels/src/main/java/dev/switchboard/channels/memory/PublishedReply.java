package dev.switchboard.channels.memory;

import dev.switchboard.channels.OutgoingReply;
import java.time.Instant;

/** A reply as customers see it on the network. */
public record PublishedReply(String externalId, OutgoingReply reply, Instant at) {}

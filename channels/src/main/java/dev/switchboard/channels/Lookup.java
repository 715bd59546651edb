package dev.switchboard.channels;

import java.time.Instant;

/** Whether a reply is on the network. */
public sealed interface Lookup {
  /** It is out. */
  record Found(String externalId, Instant at) implements Lookup {}

  /** It is surely not out, so that it may be sent again. */
  record Absent() implements Lookup {}

  /** The network does not say; a person has to look. */
  record CannotTell(String reason) implements Lookup {}
}

package dev.switchboard.engine.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer would like to answer.
 *
 * @param topic as triage names what cases are about, lower case
 * @param optedInAt since when they would
 * @param certification null until somebody has said that they can
 */
public record VolunteerTopic(
    String topic, Instant optedInAt, @Nullable Certification certification) {

  /** Who said that they can, and when. */
  public record Certification(String by, Instant at) {}

  public boolean isCertified() {
    return certification != null;
  }
}

package dev.switchboard.engine.process;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a case to decide, and is not the flow's.
 *
 * @param topic what it is about, as triage or a person has said; null if nobody has
 * @param sensitiveTopics those of which the conversation speaks
 * @param writerReviewed whether the work of whoever writes is reviewed
 * @param ahead how much business time it takes now until a case such as this one is answered, or
 *     null if that is not known
 */
public record Situation(
    @Nullable String topic,
    Set<String> sensitiveTopics,
    boolean writerReviewed,
    @Nullable Duration ahead) {
  /** Nothing is known. */
  public static final Situation UNKNOWN = new Situation(null, Set.of(), false, null);

  public Situation {
    sensitiveTopics = Set.copyOf(sensitiveTopics);
  }
}

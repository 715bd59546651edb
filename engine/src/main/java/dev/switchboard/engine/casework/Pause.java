package dev.switchboard.engine.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that somebody holds rests for a while.
 *
 * @param on whose turn it is: the customer's, or somebody else's in the company
 * @param reason what is waited for, in words that colleagues read; 1 to {@link #MAX_CHARS}
 *     characters
 * @param until when it goes on by itself; a case is never forgotten
 */
public record Pause(WaitingOn on, String reason, Instant until) {
  public static final int MAX_CHARS = 200;

  /** How long a pause lasts of which nobody has said until when. */
  public static final Duration USUAL = Duration.ofDays(7);

  public static final Duration LONGEST = Duration.ofDays(30);

  public Pause {
    reason = reason.strip();
    if (reason.isEmpty() || reason.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          "reason must have 1 to %d characters, this one has %d"
              .formatted(MAX_CHARS, reason.length()));
    }
  }

  /**
   * A pause that begins now.
   *
   * @param until null for {@link #USUAL}
   * @throws IllegalArgumentException with a sentence, if the reason is blank or too long, or the
   *     time is over or more than {@link #LONGEST} ahead
   */
  public static Pause from(Instant now, WaitingOn on, String reason, @Nullable Instant until) {
    Instant end = until == null ? now.plus(USUAL) : until;
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "until must be later than now, by %d days at most".formatted(LONGEST.toDays()));
    }
    return new Pause(on, reason, end);
  }

  /** Whether it has not ended by itself yet. */
  public boolean lasts(Instant now) {
    return now.isBefore(until);
  }
}

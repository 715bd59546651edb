package dev.switchboard.server.people;

import java.time.Duration;

/**
 * How long a session lasts.
 *
 * @param idle without anything that its person did
 * @param longest whatever they do
 */
public record SessionTimes(Duration idle, Duration longest) {
  /** OWASP ASVS 4.0.3, 3.3.2, level 2. */
  public static final SessionTimes DEFAULT =
      new SessionTimes(Duration.ofMinutes(30), Duration.ofHours(12));

  public SessionTimes {
    if (!idle.isPositive() || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "sessionIdle must be positive, and sessionLongest not shorter");
    }
  }
}

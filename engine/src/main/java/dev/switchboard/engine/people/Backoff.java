package dev.switchboard.engine.people;

import java.time.Duration;

/**
 * How long sign-in stays shut after wrong passwords: not at all for the first few, then twice as
 * long each time, up to a bound. So one who guesses gets a few dozen tries a day, and one who
 * mistypes is never kept out for long.
 *
 * @param freeFailures how many cost nothing, at least 1
 * @param first how long after one more
 * @param longest the bound
 * @param forgetAfter so long after the last failure, the count starts anew; not below {@code
 *     longest}
 */
public record Backoff(int freeFailures, Duration first, Duration longest, Duration forgetAfter) {
  /** For one account. */
  public static final Backoff ACCOUNT =
      new Backoff(4, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofDays(1));

  /** For one address on the network, behind which a whole office may sit. */
  public static final Backoff ADDRESS =
      new Backoff(99, Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(1));

  private static final int MAX_DOUBLINGS = 20;

  public Backoff {
    if (freeFailures < 1
        || !first.isPositive()
        || longest.compareTo(first) < 0
        || forgetAfter.compareTo(longest) < 0) {
      throw new IllegalArgumentException("a backoff must grow from a positive time");
    }
  }

  /** How many failures still count, so long after the last of them. */
  public int left(int failures, Duration quiet) {
    return quiet.compareTo(forgetAfter) > 0 ? 0 : failures;
  }

  /** How long to stay shut after this many failures in a row; zero while they cost nothing. */
  public Duration after(int failures) {
    int paid = failures - freeFailures;
    if (paid <= 0) {
      return Duration.ZERO;
    }
    Duration wait = first.multipliedBy(1L << Math.min(paid - 1, MAX_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}

package dev.switchboard.server.intake;

import java.time.Duration;

/** Posts can't be taken now; nothing of the request is promised, sending it again is safe. */
public final class IntakeRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /** Why, in short. */
  public enum Cause {
    /** More is waiting than the bound allows. */
    BUSY,
    /** The database is away, or Switchboard is stopping. */
    UNAVAILABLE
  }

  private final Cause why;
  private final Duration retryAfter;

  public IntakeRefusal(Cause why, String message, Duration retryAfter) {
    super(message);
    this.why = why;
    this.retryAfter = retryAfter;
  }

  static IntakeRefusal unavailable(String message) {
    return new IntakeRefusal(Cause.UNAVAILABLE, message, Duration.ofSeconds(1));
  }

  public Cause why() {
    return why;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}

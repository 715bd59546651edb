package dev.switchboard.server.app;

import dev.switchboard.server.people.PasswordWork;
import dev.switchboard.server.people.SessionTimes;
import dev.switchboard.server.web.Listening;

/**
 * From where the server can be reached, how long those who sign in stay so, and what it takes to
 * try a password.
 */
public record Reach(Listening listening, SessionTimes sessions, PasswordWork passwords) {
  public static final Reach DEFAULT = new Reach(Listening.LOCAL, SessionTimes.DEFAULT);

  public Reach(Listening listening, SessionTimes sessions) {
    this(listening, sessions, PasswordWork.DEFAULT);
  }

  /** On this machine alone, with another amount of work for a password. */
  public static Reach local(PasswordWork work) {
    return new Reach(Listening.LOCAL, SessionTimes.DEFAULT, work);
  }
}

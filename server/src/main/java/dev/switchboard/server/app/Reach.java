package dev.switchboard.server.app;

import dev.switchboard.server.people.SessionTimes;
import dev.switchboard.server.web.Listening;

/** From where the server can be reached, and how long those who sign in stay so. */
public record Reach(Listening listening, SessionTimes sessions) {
  public static final Reach DEFAULT = new Reach(Listening.LOCAL, SessionTimes.DEFAULT);
}

package dev.switchboard.server.web;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.desk.By;
import dev.switchboard.server.people.Caller;

/** Who decides on a reply, as far as whoever asks is known. */
public final class Deciding {
  private Deciding() {}

  /**
   * @param agent in whose name
   */
  public static By by(String agent) {
    Caller caller = Callers.current();
    return new By(agent, caller.name(), caller.may(Permission.APPROVE));
  }
}

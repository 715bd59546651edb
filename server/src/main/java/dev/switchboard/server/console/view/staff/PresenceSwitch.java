package dev.switchboard.server.console.view.staff;

import dev.switchboard.engine.people.Presence;

/** What one says that one does. */
public record PresenceSwitch(Presence presence) {
  /** What each choice means, beside its name. */
  public static String hint(Presence presence) {
    return switch (presence) {
      case WORKING -> "I take cases";
      case AWAY -> "Back soon";
      case OFF -> "Not at work";
    };
  }
}

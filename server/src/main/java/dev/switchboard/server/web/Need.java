package dev.switchboard.server.web;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.people.Caller;

/** What a route asks of whoever asks for it. */
public sealed interface Need {
  boolean isMetBy(Caller caller);

  /** Nothing: it must work for those who have not signed in, and shows nothing of anybody. */
  record Public() implements Need {
    @Override
    public boolean isMetBy(Caller caller) {
      return true;
    }
  }

  /** To be a person who has signed in: it is about oneself. */
  record SignedIn() implements Need {
    @Override
    public boolean isMetBy(Caller caller) {
      return caller instanceof Caller.Person;
    }
  }

  /**
   * To decide on what others drafted. The flow of the case may name anybody who works on cases, so
   * the desk looks closer; a program needs the scope for it.
   */
  record Decide() implements Need {
    @Override
    public boolean isMetBy(Caller caller) {
      return caller.may(caller instanceof Caller.Key ? Permission.APPROVE : Permission.WORK_CASES);
    }
  }

  record May(Permission permission) implements Need {
    @Override
    public boolean isMetBy(Caller caller) {
      return caller.may(permission);
    }
  }
}

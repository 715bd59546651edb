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

  record May(Permission permission) implements Need {
    @Override
    public boolean isMetBy(Caller caller) {
      return caller.may(permission);
    }
  }
}

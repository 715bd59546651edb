package dev.switchboard.server.people;

import org.jspecify.annotations.Nullable;

/** Says who asks. Any thread. */
public interface Gate {
  /** A server that nobody can close: all who reach it may do everything. */
  Gate OPEN =
      new Gate() {
        @Override
        public boolean isClosed() {
          return false;
        }

        @Override
        public Caller who(@Nullable String key, @Nullable String session, boolean byPerson) {
          return new Caller.Open();
        }
      };

  /** Whether there is an administrator, so that everybody must say who they are. */
  boolean isClosed();

  /**
   * Who shows this.
   *
   * @param key what stands after "Bearer"; null if nothing. It alone counts if it is there.
   * @param session what the session's cookie holds, or null
   * @param byPerson whether a person did something, so that the session is not idle
   */
  Caller who(@Nullable String key, @Nullable String session, boolean byPerson);
}

package dev.switchboard.store.routing;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which of the processes on one database routes: the one that holds an advisory lock of PostgreSQL,
 * on a connection that it keeps. It goes with the connection, so a process that dies leaves it to
 * others. One thread.
 */
public final class RoutingLock implements AutoCloseable {
  private static final long KEY = 0x726f757465L;

  private final Jdbi jdbi;
  private @Nullable Handle held;

  public RoutingLock(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Takes the lock, if nobody else has it; or looks whether it is still held. */
  public boolean tryHold() {
    Handle mine = held;
    if (mine != null) {
      try {
        return mine.createQuery("SELECT true").mapTo(boolean.class).one();
      } catch (RuntimeException e) {
        held = null;
        end(mine);
        throw e;
      }
    }
    Handle handle = jdbi.open();
    boolean taken = false;
    try {
      taken =
          handle
              .createQuery("SELECT pg_try_advisory_lock(:key)")
              .bind("key", KEY)
              .mapTo(boolean.class)
              .one();
      return taken;
    } finally {
      if (taken) {
        held = handle;
      } else {
        handle.close();
      }
    }
  }

  /** Leaves it to others. */
  @Override
  public void close() {
    Handle mine = held;
    held = null;
    if (mine == null) {
      return;
    }
    try {
      // The connection goes back to its pool and lives on, and so would the lock.
      mine.createQuery("SELECT pg_advisory_unlock(:key)")
          .bind("key", KEY)
          .mapTo(boolean.class)
          .one();
      mine.close();
    } catch (RuntimeException e) {
      end(mine);
      throw e;
    }
  }

  /** Ends a connection of which nobody knows whether it still has the lock. */
  private static void end(Handle mine) {
    try (mine) {
      mine.getConnection().abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "A connection that held the lock of routing can't be ended", e);
    }
  }
}

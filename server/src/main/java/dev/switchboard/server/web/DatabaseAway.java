package dev.switchboard.server.web;

import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;

/** Tells a database that is away for a moment from a mistake of ours. */
public final class DatabaseAway {
  private DatabaseAway() {}

  /** Whether trying again makes sense: there was no connection, or it broke. */
  public static boolean is(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof HikariPool.PoolInitializationException) {
        return true;
      }
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
      }
    }
    return false;
  }
}

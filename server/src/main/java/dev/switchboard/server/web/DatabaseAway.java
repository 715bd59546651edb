package dev.switchboard.server.web;

import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away for a moment from a mistake of ours. */
public final class DatabaseAway {
  /** Classes of SQLSTATE: connection, resources, operator, transaction rolled back. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

  private DatabaseAway() {}

  /**
   * Whether trying again makes sense: there was no connection, or it broke, or the database was
   * full, starting or stopping, or chose the transaction to end a deadlock.
   */
  public static boolean is(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof HikariPool.PoolInitializationException) {
        return true;
      }
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
      }
    }
    return false;
  }
}

package dev.switchboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together and are done there in order: a small batch is bound
 * by how often one waits for the other side, not by what it does. One thread.
 */
public final class Statements {
  private static final int MAX_WAITING = 64;

  /**
   * Less than a socket's buffers hold: while we send, nobody reads what the server answers to the
   * statements that it has already.
   */
  private static final int MAX_WAITING_BYTES = 1 << 16;

  private static final int MAX_CHAR_BYTES = 3;

  private final Connection connection;
  private final List<Waiting> waiting = new ArrayList<>();
  private int waitingBytes;

  public Statements(Connection connection) {
    this.connection = connection;
  }

  /** What is put together for the database. */
  public interface Work {
    void addTo(Statements statements) throws SQLException;
  }

  /**
   * Has statements done in the transaction of {@code handle}.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database refuses one, or is away
   */
  public static void together(Handle handle, Work work) {
    try {
      Statements statements = new Statements(handle.getConnection());
      work.addTo(statements);
      statements.run();
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException("statements sent together failed", e, null);
    }
  }

  /** What to do with each row of a query, in order. */
  public interface OnRow {
    void read(ResultSet row) throws SQLException;
  }

  private record Waiting(
      String sql, List<? extends @Nullable Object> parameters, @Nullable OnRow onRow) {}

  /**
   * Adds a change; each {@code ?} is a column of {@code rows} as an array. Without rows, nothing.
   */
  public void update(String sql, RowBuffer rows) throws SQLException {
    if (rows.rows() > 0) {
      add(new Waiting(sql, rows.arrays(), null), rows.bytes());
    }
  }

  /** Adds a change; each {@code ?} is a value as the driver takes it, or null. */
  public void update(String sql, @Nullable Object... values) throws SQLException {
    add(new Waiting(sql, Arrays.asList(values), null), bytes(values));
  }

  /** Adds a query; each {@code ?} is a value as the driver takes it, or null. */
  public void query(String sql, OnRow onRow, @Nullable Object... values) throws SQLException {
    add(new Waiting(sql, Arrays.asList(values), onRow), bytes(values));
  }

  private static int bytes(@Nullable Object... values) {
    int bytes = 0;
    for (Object value : values) {
      bytes += value instanceof String text ? MAX_CHAR_BYTES * text.length() : Long.BYTES;
    }
    return bytes;
  }

  /**
   * Adds a query; each {@code ?} is a column of {@code rows} as an array. Without rows, nothing.
   */
  public void query(String sql, RowBuffer rows, OnRow onRow) throws SQLException {
    if (rows.rows() > 0) {
      add(new Waiting(sql, rows.arrays(), onRow), rows.bytes());
    }
  }

  private void add(Waiting statement, int bytes) throws SQLException {
    if (waiting.size() == MAX_WAITING || waitingBytes + bytes > MAX_WAITING_BYTES) {
      run();
    }
    waiting.add(statement);
    waitingBytes += bytes;
  }

  /** Has them done; their rows are read when this returns. */
  public void run() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    String sql = waiting.stream().map(Waiting::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement all = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Waiting statement : waiting) {
        for (Object value : statement.parameters()) {
          all.setObject(parameter++, value);
        }
      }
      all.execute();
      for (Waiting statement : waiting) {
        read(all, statement.onRow());
        all.getMoreResults();
      }
    } finally {
      waiting.clear();
      waitingBytes = 0;
    }
  }

  private static void read(PreparedStatement all, @Nullable OnRow onRow) throws SQLException {
    if (onRow != null) {
      try (ResultSet rows = all.getResultSet()) {
        while (rows.next()) {
          onRow.read(rows);
        }
      }
    }
  }

  Connection connection() {
    return connection;
  }
}

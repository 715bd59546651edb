package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes batches of posts: reads what the flow must know, lets it decide, writes what it decided,
 * all in one transaction. One thread a store, and a brand's posts in one store at a time.
 */
public final class IntakeStore {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int MAX_TRIES = 3;

  private final Jdbi jdbi;
  private final IntakeMemory memory;
  private final AuthorIds authors;
  private final BatchReader reader;
  private final BatchWriter writer;

  /**
   * @param jdbi connections that plan by key, {@link
   *     dev.switchboard.store.database.Database#intake}
   * @param memory shared by all stores of this database
   */
  public IntakeStore(Jdbi jdbi, Directory directory, SequenceIds ids, IntakeMemory memory) {
    this.jdbi = jdbi;
    this.memory = memory;
    this.authors = new AuthorIds(directory, ids, memory);
    this.reader = new BatchReader(directory, authors, memory);
    this.writer = new BatchWriter(directory, authors);
  }

  /** The flow's part: decides on each arrival, in order, and says what became of each. */
  public interface Decide {
    List<Accepted> on(Batch batch);
  }

  /**
   * Decides on and stores one batch; everything is committed when it returns, or nothing.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database is away: worth a retry
   */
  public List<Accepted> write(List<Arrival> arrivals, Instant now, Decide decide) {
    for (int tries = 1; ; tries++) {
      boolean trustMemory = tries == 1;
      try {
        Written written = jdbi.inTransaction(h -> write(h, arrivals, now, decide, trustMemory));
        memory.remember(written.batch());
        authors.committed();
        return written.accepted();
      } catch (Exception e) {
        writer.rolledBack();
        // Another process stored or merged something since we looked: look again.
        if (tries == MAX_TRIES || !isOvertaken(e)) {
          throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
        memory.forget();
      }
    }
  }

  private record Written(Batch batch, List<Accepted> accepted) {}

  private Written write(
      Handle handle, List<Arrival> arrivals, Instant now, Decide decide, boolean trustMemory)
      throws SQLException {
    Statements statements = new Statements(handle.getConnection());
    Batch batch = reader.read(statements, arrivals, trustMemory);
    List<Accepted> accepted = decide.on(batch);
    writer.write(statements, batch, now);
    return new Written(batch, accepted);
  }

  private static boolean isOvertaken(Throwable e) {
    if (e instanceof StaleMemoryException) {
      return true;
    }
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

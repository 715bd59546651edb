package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.BenchServer;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * The physical limit: the rows that an intake wrote, written again into the same tables by COPY in
 * binary form, in as many transactions, with nothing to decide and nobody to answer.
 */
final class CopyPeer implements AutoCloseable {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final BenchServer server;
  private final int chunks;
  private final Path folder;

  /** Saves the rows that are there, cut into chunks of equal share. */
  CopyPeer(BenchServer server, int chunks) throws IOException, InterruptedException {
    server.settle();
    this.server = server;
    this.chunks = chunks;
    this.folder = Files.createTempDirectory("switchboard-rows");
    for (String table : BenchServer.TABLES) {
      save(table, server.count(table));
    }
  }

  private Path file(String table, int chunk) {
    return folder.resolve(table + "-" + chunk);
  }

  private void save(String table, long rows) throws IOException {
    String key = table.equals("events") ? "seq" : "id";
    try (Handle handle = server.jdbi().open()) {
      CopyOut out =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "COPY (SELECT * FROM %s ORDER BY %s LIMIT %d) TO STDOUT (FORMAT binary)"
                      .formatted(table, key, rows));
      RowReader reader = new RowReader(out);
      for (int chunk = 0; chunk < chunks; chunk++) {
        long share = rows * (chunk + 1) / chunks - rows * chunk / chunks;
        save(reader, share, file(table, chunk));
      }
      reader.finish();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void save(RowReader rows, long count, Path file) throws IOException, SQLException {
    try (DataOutputStream to =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      to.write(HEADER);
      for (long i = 0; i < count; i++) {
        to.write(rows.next());
      }
      to.writeShort(-1);
    }
  }

  /** The rows of a binary COPY without the header that comes before the first. */
  private static final class RowReader {
    private final CopyOut out;
    private boolean begun;

    RowReader(CopyOut out) {
      this.out = out;
    }

    /** Reads the trailer, after which the connection is free again. */
    void finish() throws SQLException {
      byte[] trailer = out.readFromCopy();
      if (trailer != null && out.readFromCopy() != null) {
        throw new IllegalStateException("a row came while the rows were saved");
      }
    }

    byte[] next() throws SQLException {
      byte[] bytes = out.readFromCopy();
      if (bytes == null) {
        throw new IllegalStateException("a row went while the rows were saved");
      }
      if (begun) {
        return bytes;
      }
      begun = true;
      return bytes.length == HEADER.length
          ? next()
          : Arrays.copyOfRange(bytes, HEADER.length, bytes.length);
    }
  }

  /** Writes the chunks from {@code from} up to {@code to}; how many seconds that took. */
  double seconds(int from, int to, int connections) throws InterruptedException {
    AtomicInteger next = new AtomicInteger(from);
    long start = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(writers.submit(() -> write(next, to)));
      }
      for (Future<?> writer : running) {
        writer.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Void write(AtomicInteger next, int to) throws SQLException, IOException {
    try (Handle handle = server.jdbi().open()) {
      Connection connection = handle.getConnection();
      connection.setAutoCommit(false);
      for (int chunk = next.getAndIncrement(); chunk < to; chunk = next.getAndIncrement()) {
        for (String table : BenchServer.TABLES) {
          copy(connection, table, Files.readAllBytes(file(table, chunk)));
        }
        connection.commit();
      }
      connection.setAutoCommit(true);
    }
    return null;
  }

  private static void copy(Connection connection, String table, byte[] bytes) throws SQLException {
    CopyIn in =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
    in.writeToCopy(bytes, 0, bytes.length);
    in.endCopy();
  }

  @Override
  public void close() throws IOException {
    for (String table : BenchServer.TABLES) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        Files.deleteIfExists(file(table, chunk));
      }
    }
    Files.deleteIfExists(folder);
  }
}

package dev.switchboard.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads the whole event log through the API, and counts. */
final class LogWatch implements AutoCloseable, Runnable {
  private static final String ID = "id:";

  private final HttpURLConnection connection;
  private volatile long events;
  private volatile long last;
  private volatile boolean outOfOrder;

  LogWatch(int port) throws IOException {
    URI address = URI.create("http://localhost:" + port + "/api/v1/events?after=0");
    connection = (HttpURLConnection) address.toURL().openConnection();
  }

  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ID)) {
          long seq = Long.parseLong(line.substring(ID.length()).strip());
          outOfOrder |= seq <= last;
          last = seq;
          events = events + 1;
        }
      }
    } catch (IOException _) {
      // The end: whoever compares the counts sees whether it came too early.
    }
  }

  long events() {
    return events;
  }

  long last() {
    return last;
  }

  boolean isOutOfOrder() {
    return outOfOrder;
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}

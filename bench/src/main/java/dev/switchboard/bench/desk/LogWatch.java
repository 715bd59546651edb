package dev.switchboard.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads the whole event log through the API, and counts. */
final class LogWatch implements AutoCloseable, Runnable {
  private static final String ID = "id:";

  private final Socket socket;
  private volatile long events;
  private volatile long last;
  private volatile boolean outOfOrder;

  LogWatch(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/events?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
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
  public void close() throws IOException {
    socket.close();
  }
}

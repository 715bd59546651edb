package dev.switchboard.server.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the event stream as a browser does: keeps the last id, and when the connection breaks,
 * connects again and resumes from it. One thread reads; any thread may ask what has been read.
 */
public final class EventReader implements AutoCloseable {
  private static final Duration CONNECT_AGAIN = Duration.ofMillis(50);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();
  private final URI uri;
  private final List<Event> read = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable InputStream body;
  private long lastId;
  private int connections;
  private int comments;

  /** An event as it came: the id line, and the data. */
  public record Event(long id, JsonNode data) {
    public String type() {
      return data.path("type").asString();
    }
  }

  private EventReader(int port, String query, long lastId) {
    this.lastId = lastId;
    this.uri = URI.create("http://localhost:" + port + "/api/v1/events" + query);
    this.thread = Thread.ofPlatform().daemon().name("event-reader").unstarted(this::run);
  }

  /** Starts to read; {@code query} is as in {@code ?after=0}, or empty. */
  public static EventReader start(int port, String query) {
    return resume(port, query, 0);
  }

  /** Starts to read behind an event that was read before. */
  public static EventReader resume(int port, String query, long lastId) {
    EventReader reader = new EventReader(port, query, lastId);
    reader.thread.start();
    return reader;
  }

  public synchronized List<Event> events() {
    return List.copyOf(read);
  }

  public synchronized int connections() {
    return connections;
  }

  public synchronized int comments() {
    return comments;
  }

  public synchronized long lastId() {
    return lastId;
  }

  /** Waits until the stream has got so far; false if it does not in time. */
  public boolean awaitId(long id, Duration atMost) {
    return await(() -> lastId() >= id, atMost);
  }

  public boolean awaitType(String type, Duration atMost) {
    return await(() -> events().stream().anyMatch(e -> e.type().equals(type)), atMost);
  }

  public boolean awaitComment(Duration atMost) {
    return await(() -> comments() > 0, atMost);
  }

  /** Breaks the connection; the reader connects again. */
  public void breakConnection() throws IOException {
    InputStream open = body;
    if (open != null) {
      open.close();
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static boolean await(Condition condition, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return true;
  }

  private void run() {
    while (!closed) {
      try {
        readConnection();
      } catch (IOException _) {
        LockSupport.parkNanos(CONNECT_AGAIN.toNanos());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void readConnection() throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (lastId() > 0) {
      request.header("Last-Event-ID", Long.toString(lastId()));
    }
    HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream in = response.body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      body = in;
      if (response.statusCode() != 200) {
        throw new IOException("the stream answered " + response.statusCode());
      }
      synchronized (this) {
        connections++;
      }
      readFrames(lines);
    }
  }

  /** A frame counts once its empty line has come; what a broken connection cut off does not. */
  private void readFrames(BufferedReader lines) throws IOException {
    long id = 0;
    String data = null;
    for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = Long.parseLong(line.substring(4));
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.startsWith(":")) {
        synchronized (this) {
          comments++;
        }
      } else if (line.isEmpty() && data != null) {
        synchronized (this) {
          lastId = id;
          read.add(new Event(id, ApiClient.JSON.readTree(data)));
        }
        data = null;
      } else if (!line.isEmpty()) {
        throw new IllegalStateException("not a line of a stream: " + line);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    http.shutdownNow();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }
}

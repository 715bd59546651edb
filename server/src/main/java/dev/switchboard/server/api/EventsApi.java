package dev.switchboard.server.api;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.OpenStreams;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.log.LoggedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The event log as server-sent events. A stream that breaks resumes from {@code Last-Event-ID} with
 * nothing lost and nothing twice.
 */
@RestController
public final class EventsApi {
  private static final Logger log = LoggerFactory.getLogger(EventsApi.class);
  private static final int MAX_WRITE_EVENTS = 500;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final EventTail tail;
  private final OpenStreams streams;

  public EventsApi(EventTail tail, OpenStreams streams) {
    this.tail = tail;
    this.streams = streams;
  }

  /**
   * Streams until the reader goes away, may not read any more, or the server stops; this thread is
   * the stream's own.
   *
   * @param after the number of the last event that the reader has; all that come from now on if
   *     neither this nor the header is given
   * @param brand only events of this brand, or null for all
   */
  @GetMapping("/api/v1/events")
  public void events(
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable String brand,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    long place = place(after, lastEventId);
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    out.write(COMMENT);
    out.flush();
    Caller caller = Callers.current();
    // When somebody signs in is their own affair and an administrator's.
    boolean accounts = caller instanceof Caller.Open || caller.may(Permission.MANAGE_PEOPLE);
    try {
      streams.stream(caller, stay -> stream(new Wanted(place, brand, accounts), out, stay));
    } catch (JdbiException e) {
      // Too late for a problem: the stream ends, and its reader resumes when the database is back.
      log.debug("A stream ends, for the database is away: {}", e.getMessage());
    }
  }

  /** From where on, of which brand (null for all), and whether also about people's accounts. */
  private record Wanted(long from, @Nullable String brand, boolean accounts) {}

  private void stream(Wanted wanted, OutputStream out, OpenStreams.Stay stay)
      throws IOException, InterruptedException {
    long place = wanted.from();
    while (!tail.isClosed() && !stay.isOver()) {
      List<LoggedEvent> events = tail.after(place, MAX_WRITE_EVENTS, HEARTBEAT);
      byte[] bytes = EventStream.bytes(events, wanted.brand(), wanted.accounts());
      out.write(bytes.length == 0 ? COMMENT : bytes);
      out.flush();
      place = events.isEmpty() ? place : events.getLast().seq();
    }
  }

  private long place(@Nullable Long after, @Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return after == null ? tail.settled() : after;
    }
    try {
      return Long.parseLong(lastEventId.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Last-Event-ID must be an event's number, not \"%s\"".formatted(lastEventId), e);
    }
  }
}

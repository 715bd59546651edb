package dev.switchboard.server.console.live;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.people.OpenStreams;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.reads.CaseReads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a page what changes, at most five times a second however much happens: counts, and the ids
 * of changed cases. The page then fetches what it shows of them.
 */
@RestController
public final class LiveStream {
  private static final int MAX_FRAME_EVENTS = 2_000;

  /** A page that is further behind is told to look at everything anew. */
  private static final long MAX_BEHIND_EVENTS = 20_000;

  private static final Duration FRAME = Duration.ofMillis(200);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration COUNT_AGAIN = Duration.ofMillis(500);

  private final CaseReads reads;
  private final EventTail tail;
  private final LiveCounts counts;
  private final OpenStreams streams;

  public LiveStream(CaseReads reads, EventTail tail, LiveCounts counts, OpenStreams streams) {
    this.reads = reads;
    this.tail = tail;
    this.counts = counts;
    this.streams = streams;
  }

  /** Whether one may still be here: a page asks when its stream has broken. */
  @GetMapping("/console/here")
  public ResponseEntity<Void> here(Agent agent) {
    return ResponseEntity.noContent().build();
  }

  /**
   * Streams until the page goes away, may not be here any more, or the server stops; this thread is
   * the stream's own.
   *
   * @param after the number of the last event that the page contains, or null for now
   */
  @GetMapping("/console/live")
  public void live(
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable String brand,
      Agent agent,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    String one = brand == null || brand.isBlank() ? null : brand;
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    long place = after == null ? tail.settled() : after;
    OutputStream out = response.getOutputStream();
    try {
      streams.stream(Callers.current(), stay -> stream(place, one, agent, out, stay));
    } catch (JdbiException _) {
      // The database is away: the page says so and comes back to where it was.
      out.flush();
    }
  }

  private void stream(
      long place, @Nullable String brand, Agent agent, OutputStream out, OpenStreams.Stay stay)
      throws IOException, InterruptedException {
    Held held = new Held(reads, agent.name(), brand);
    boolean all = tail.settled() - place > MAX_BEHIND_EVENTS;
    long at = all ? tail.settled() : place;
    LiveCounts.Counted counted = counts.counts(brand, at);
    send(new Frame(at, counted, held.count(), Changes.NONE, all), out);
    while (!tail.isClosed() && !stay.isOver()) {
      boolean current = counted.seq() >= at;
      List<LoggedEvent> events =
          tail.after(at, MAX_FRAME_EVENTS, current ? HEARTBEAT : COUNT_AGAIN);
      at = events.isEmpty() ? at : events.getLast().seq();
      held.apply(events);
      Changes changes = Changes.of(events, brand);
      LiveCounts.Counted before = counted;
      counted = counts.counts(brand, at);
      if (changes.isEmpty() && before.isSame(counted)) {
        out.write(Frame.nothing());
        out.flush();
      } else {
        send(new Frame(at, counted, held.count(), changes, false), out);
      }
      TimeUnit.NANOSECONDS.sleep(FRAME.toNanos());
    }
  }

  private static void send(Frame frame, OutputStream out) throws IOException {
    out.write(frame.bytes());
    out.flush();
  }
}

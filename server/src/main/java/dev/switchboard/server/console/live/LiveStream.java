package dev.switchboard.server.console.live;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.notices.Notices;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.OpenStreams;
import dev.switchboard.server.watching.Watcher;
import dev.switchboard.server.watching.Watching;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells a page what changes of what it shows, at most five times a second however much happens. The
 * page then fetches it.
 */
@RestController
public final class LiveStream {
  private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int MAX_PAGE_CHARS = 40;

  private final EventTail tail;
  private final LiveCounts counts;
  private final OpenStreams streams;
  private final Watching watching;
  private final Notices notices;
  private final Pulse pulse;
  private final AtomicLong nameless = new AtomicLong();

  public LiveStream(
      EventTail tail, LiveCounts counts, OpenStreams streams, Watching watching, Notices notices) {
    this.tail = tail;
    this.counts = counts;
    this.streams = streams;
    this.watching = watching;
    this.notices = notices;
    this.pulse = new Pulse(tail, watching, notices.bell());
  }

  /** Whether one may still be here: a page asks when its stream has broken. */
  @GetMapping("/console/here")
  public ResponseEntity<Void> here(Agent agent) {
    return ResponseEntity.noContent().build();
  }

  /**
   * A page says what it shows now, or that somebody types there.
   *
   * @param page as its stream was opened with
   * @param after the event up to which the page has read what it shows
   * @param looking whether somebody looks at it: false for a tab in the background
   * @param fresh whether it has just read its list
   */
  @PostMapping("/console/view")
  public ResponseEntity<Void> view(
      @RequestParam String page,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(defaultValue = "0") long open,
      @RequestParam(defaultValue = "") List<Long> rows,
      @RequestParam long after,
      @RequestParam(defaultValue = "true") boolean looking,
      @RequestParam(defaultValue = "false") boolean typing,
      @RequestParam(defaultValue = "false") boolean fresh,
      Agent agent) {
    Watching.Page one = page(agent, page);
    View view = View.of(kind, tab, open, rows);
    watching.look(one, looking ? view.open() : 0, typing);
    pulse.show(one, view, fresh, after);
    return ResponseEntity.noContent().build();
  }

  private Watching.Page page(Agent agent, String id) {
    if (id.length() > MAX_PAGE_CHARS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return new Watching.Page(
        agent.name(), id.isEmpty() ? "stream-" + nameless.incrementAndGet() : id);
  }

  /**
   * Streams until the page goes away, may not be here any more, or the server stops.
   *
   * @param after the number of the last event that the page contains, or null for now
   * @param page a name of the page's own choice
   */
  @GetMapping("/console/live")
  public void live(
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable String brand,
      @RequestParam(defaultValue = "") String page,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(defaultValue = "0") long open,
      @RequestParam(defaultValue = "") List<Long> rows,
      @RequestParam(defaultValue = "true") boolean looking,
      Agent agent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    String one = brand == null || brand.isBlank() ? null : brand;
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    try {
      long place = after == null ? tail.settled() : after;
      View view = View.of(kind, tab, open, rows);
      Gathered gathered = new Gathered(one, agent.name(), view, place);
      Reader reader = new Reader(page(agent, page), one, gathered);
      watching.look(reader.page(), looking ? view.open() : 0, false);
      gathered.show(view, watching.among(view.cases()), false);
      begin(reader, place, request, out);
    } catch (JdbiException _) {
      // The database is away: the page says so and comes back to where it was.
      out.flush();
    }
  }

  /** A page, and what is gathered for it. */
  private record Reader(Watching.Page page, @Nullable String brand, Gathered gathered) {}

  /** What a page was told last, and when. */
  private record Said(long seq, LiveCounts.Counted counted, int unread, long nanos) {}

  private void begin(Reader reader, long place, HttpServletRequest request, OutputStream out)
      throws IOException, InterruptedException {
    boolean goesOn = false;
    pulse.open(reader.page(), reader.gathered(), place);
    try {
      Said first = first(reader, out);
      goOn(request.startAsync(), reader, first, out);
      goesOn = true;
    } finally {
      if (!goesOn) {
        leave(reader);
      }
    }
  }

  private Said first(Reader reader, OutputStream out) throws IOException, InterruptedException {
    Gathered.Part part = reader.gathered().take();
    LiveCounts.Counted counted = counts.counts(reader.brand(), part.seq());
    int unread = notices.unread(reader.page().person());
    send(frame(reader, part, counted, unread), out);
    return new Said(part.seq(), counted, unread, System.nanoTime());
  }

  /**
   * A stream rests for hours. On a thread of its own it has a few frames on its stack; on the
   * request's it would keep those of all filters, 30 kB a page.
   */
  private void goOn(AsyncContext request, Reader reader, Said first, OutputStream out) {
    request.setTimeout(0);
    Caller caller = Callers.current();
    Thread.ofVirtual()
        .name("console-stream")
        .start(
            () -> {
              try {
                streams.stream(caller, stay -> tell(reader, first, out, stay));
              } catch (IOException | JdbiException e) {
                log.debug("A page's stream ends: {}", e.getMessage());
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              } finally {
                leave(reader);
                complete(request);
              }
            });
  }

  private static void complete(AsyncContext request) {
    try {
      request.complete();
    } catch (IllegalStateException e) {
      // The web server has ended it already, since its reader is gone.
      log.debug("A page's stream has ended: {}", e.getMessage());
    }
  }

  /** A page that has come back meanwhile has a stream of the same name. */
  private void leave(Reader reader) {
    if (pulse.close(reader.page(), reader.gathered())) {
      watching.leave(reader.page());
    }
  }

  private void tell(Reader reader, Said first, OutputStream out, OpenStreams.Stay stay)
      throws IOException, InterruptedException {
    Gathered gathered = reader.gathered();
    String name = reader.page().person();
    Said said = first;
    FramePace pace = new FramePace();
    pace.sent(first.nanos());
    while (!tail.isClosed() && !stay.isOver()) {
      gathered.stale(said.counted().seq() < said.seq());
      TimeUnit.NANOSECONDS.sleep(pace.waitNanos(System.nanoTime()));
      gathered.await(HEARTBEAT.toNanos());
      Gathered.Part part = gathered.take();
      watching.stay(reader.page());
      LiveCounts.Counted counted = counts.counts(reader.brand(), part.seq());
      int unread = part.rung() ? notices.unread(name) : said.unread();
      long at = said.nanos();
      if (!part.isEmpty() || !counted.isSame(said.counted(), name)) {
        send(frame(reader, part, counted, unread), out);
        at = System.nanoTime();
        pace.sent(at);
      } else if (System.nanoTime() - at >= HEARTBEAT.toNanos()) {
        out.write(Frame.nothing());
        out.flush();
        at = System.nanoTime();
      }
      gathered.told(System.nanoTime());
      said = new Said(part.seq(), counted, unread, at);
    }
  }

  private Frame frame(Reader reader, Gathered.Part part, LiveCounts.Counted counted, int unread) {
    String name = reader.page().person();
    Map<Long, List<Watcher>> watchers = new LinkedHashMap<>();
    for (long id : part.watched()) {
      watchers.put(
          id, watching.of(id).stream().filter(watcher -> !watcher.name().equals(name)).toList());
    }
    return new Frame(part, counted, counted.heldBy(name), unread, watchers);
  }

  private static void send(Frame frame, OutputStream out) throws IOException {
    out.write(frame.bytes());
    out.flush();
  }
}

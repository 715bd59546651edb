package dev.switchboard.bench.desk;

import dev.switchboard.bench.server.LeanHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One person at the desk: takes one of the cases that have waited longest, reads it, types for a
 * while, answers, takes the next.
 */
final class SimulatedAgent implements Callable<ConsoleStream> {
  private static final int LOOK_CASES = 50;
  private static final long STEP_MILLIS = 2_000;

  /** The page says that somebody types no more often than this. */
  private static final long TYPING_EVERY_MILLIS = 3_000;

  private static final long SPREAD_MILLIS = 60_000;
  private static final long IDLE_MILLIS = 3_000;

  /** Less than the server keeps a connection open on which nothing is asked. */
  private static final long MAX_SHOWN_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int MAX_SENDS = 3;
  private static final Pattern CASE = Pattern.compile("\\{\"id\":(\\d+),\"brand\"");
  private static final Pattern OFFER = Pattern.compile("\\{\"id\":(\\d+),\"caseId\":(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"token\":(\\d+)");
  private static final Pattern LAST_POST = Pattern.compile("\"lastPost\":(\\d+)");

  private static final String COOKIES =
      "Cookie: agent=%s; XSRF-TOKEN=desk\r\nX-XSRF-TOKEN: desk\r\n";

  private final int port;
  private final String name;
  private final Random random;
  private final Pace pace;
  private final Shift shift;
  private final Tally tally;
  private final boolean offered;

  /** What somebody takes: a case, and the call that takes it. */
  private record Choice(long caseId, String path) {}

  /**
   * @param offered whether they take what they are offered, and nothing else
   */
  SimulatedAgent(int port, int number, Pace pace, Shift shift, Tally tally, boolean offered) {
    this.port = port;
    this.offered = offered;
    this.name = name(number);
    this.random = new Random(number);
    this.pace = pace;
    this.shift = shift;
    this.tally = tally;
  }

  static String name(int number) {
    return "agent%d".formatted(number);
  }

  @Override
  public ConsoleStream call() throws IOException, InterruptedException {
    Thread.sleep(random.nextLong(SPREAD_MILLIS));
    ConsoleStream stream = new ConsoleStream(port, name, "?page=desk&kind=cases&tab=waiting");
    Thread.ofVirtual().name(name + "-stream").start(stream);
    stream.awaitFirst(MAX_SHOWN_NANOS);
    while (!shift.isOver()) {
      try (LeanHttp http = new LeanHttp(port, COOKIES.formatted(name))) {
        while (!shift.isOver()) {
          work(http, stream);
        }
      } catch (IOException _) {
        tally.failed.increment();
      }
    }
    return stream;
  }

  private void work(LeanHttp http, ConsoleStream stream) throws IOException, InterruptedException {
    List<Choice> choices = offered ? offers(http) : waiting(http);
    if (choices.isEmpty()) {
      Thread.sleep(IDLE_MILLIS);
      return;
    }
    Choice choice = offered ? choices.getFirst() : choices.get(random.nextInt(choices.size()));
    long caseId = choice.caseId();
    look(http, stream, caseId, false);
    stream.expect(caseId);
    long clicked = System.nanoTime();
    LeanHttp.Answer claim = http.json("POST", choice.path(), by());
    long answered = System.nanoTime();
    boolean measured = shift.isMeasured(clicked);
    if (measured) {
      Tally.record(tally.claims, clicked, answered);
    }
    if (claim.status() != 200) {
      (claim.status() == 409 ? tally.taken : tally.failed).increment();
      return;
    }
    tally.claimed.increment();
    long shown = stream.shown(MAX_SHOWN_NANOS);
    if (shown == 0) {
      tally.unseen.increment();
    }
    if (measured) {
      Tally.record(tally.screens, clicked, shown == 0 ? clicked + MAX_SHOWN_NANOS : shown);
    }
    long token = number(TOKEN, claim.body());
    Thread.sleep(pace.readMillis(random));
    type(http, stream, caseId, token, measured);
    send(http, caseId, token, measured);
  }

  /** Types for a while: the page keeps the draft, says that somebody types, and holds the claim. */
  private void type(LeanHttp http, ConsoleStream stream, long caseId, long token, boolean measured)
      throws IOException, InterruptedException {
    int steps = pace.typingSteps(random);
    long told = -TYPING_EVERY_MILLIS;
    for (int step = 1; step <= steps; step++) {
      Thread.sleep(STEP_MILLIS);
      if (step * STEP_MILLIS - told >= TYPING_EVERY_MILLIS) {
        told = step * STEP_MILLIS;
        look(http, stream, caseId, true);
      }
      long typed = System.nanoTime();
      LeanHttp.Answer draft =
          http.json(
              "POST",
              path(caseId, "draft"),
              "{\"agent\":\"%s\",\"text\":\"We look into it%s\",\"revision\":%d}"
                  .formatted(name, ".".repeat(step), System.currentTimeMillis()));
      if (measured) {
        Tally.record(tally.drafts, typed, System.nanoTime());
      }
      if (draft.status() != 200) {
        tally.failed.increment();
      }
    }
    http.json("POST", path(caseId, "heartbeat"), "{\"token\":%d}".formatted(token));
  }

  /** The page says which case it shows, and whether somebody types there. */
  private void look(LeanHttp http, ConsoleStream stream, long caseId, boolean typing)
      throws IOException {
    LeanHttp.Answer answer =
        http.form(
            "/console/view",
            "page=desk&kind=cases&tab=waiting&open=%d&after=%d&typing=%s"
                .formatted(caseId, stream.lastSeq(), typing));
    if (answer.status() != 204) {
      tally.failed.increment();
    }
  }

  /** Answers what was read; when the customer has written meanwhile, reads and answers again. */
  private void send(LeanHttp http, long caseId, long token, boolean measured) throws IOException {
    for (int sends = 0; sends < MAX_SENDS; sends++) {
      long seen = number(LAST_POST, http.get("/api/v1/cases/" + caseId).body());
      long clicked = System.nanoTime();
      LeanHttp.Answer reply =
          http.json(
              "POST",
              path(caseId, "reply"),
              "{\"text\":\"We look into it, %d\",\"token\":%d,\"seenThrough\":%d}"
                  .formatted(seen, token, seen));
      if (measured) {
        Tally.record(tally.replies, clicked, System.nanoTime());
      }
      if (reply.status() == 202) {
        tally.replied.increment();
        return;
      }
      (reply.status() == 409 ? tally.movedOn : tally.failed).increment();
    }
  }

  private List<Choice> offers(LeanHttp http) throws IOException {
    Matcher found = OFFER.matcher(http.get("/api/v1/offers?person=" + name).body());
    List<Choice> offers = new ArrayList<>();
    while (found.find()) {
      offers.add(
          new Choice(
              Long.parseLong(found.group(2)), "/api/v1/offers/" + found.group(1) + "/accept"));
    }
    return offers;
  }

  private List<Choice> waiting(LeanHttp http) throws IOException {
    Matcher found =
        CASE.matcher(http.get("/api/v1/cases?state=waiting&limit=" + LOOK_CASES).body());
    List<Choice> cases = new ArrayList<>();
    while (found.find()) {
      long id = Long.parseLong(found.group(1));
      cases.add(new Choice(id, path(id, "claim")));
    }
    return cases;
  }

  private String by() {
    return "{\"agent\":\"%s\"}".formatted(name);
  }

  private static String path(long caseId, String what) {
    return "/api/v1/cases/" + caseId + "/" + what;
  }

  private static long number(Pattern in, String body) throws IOException {
    Matcher found = in.matcher(body);
    if (!found.find()) {
      throw new IOException("no " + in + " in " + body);
    }
    return Long.parseLong(found.group(1));
  }
}

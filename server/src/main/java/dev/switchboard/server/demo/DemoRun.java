package dev.switchboard.server.demo;

import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.StateCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays a snow day: delivers the posts when they are due and lets the agents work. Runs once, on
 * the calling thread and a virtual thread an agent; {@link #summary} and {@link #close} may be
 * called by any thread.
 *
 * <p>When the intake can't keep up, the script is held back and {@code words} says so: nothing
 * piles up.
 */
public final class DemoRun implements AutoCloseable {
  static final int MAX_LINES_PER_DELIVERY = 500;

  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration MAX_LAG = Duration.ofSeconds(2);
  private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration TO_SEND = Duration.ofSeconds(3);

  private final CaseReads reads;
  private final SentCheck sent;
  private final InstantSource clock;
  private final Options options;
  private final Consumer<String> words;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final DemoTally tally = new DemoTally();
  private final AgentTally agentTally = new AgentTally();
  private final ReplyLedger ledger = new ReplyLedger();
  private final StateCounts before;
  private final SnowDay day;
  private final Reactions reactions;
  private final Delivery delivery;
  private final ChangeDelivery changes;
  private final Blame blame;
  private final DemoAgents agents;
  private @Nullable Scripted next;
  private Instant nextComplaint = Instant.MIN;

  /**
   * What to play.
   *
   * @param run begins each post's id: give each run on the same database its own
   * @param speed scripted seconds a second, above 0; posts and agents alike
   * @param agents how many, 0 to 2,500
   */
  public record Options(
      long seed, String run, double speed, int agents, DayShape shape, double morningRate) {
    public Options {
      if (!(speed > 0) || speed > 1_000) {
        throw new IllegalArgumentException("speed must be above 0, at most 1000, not " + speed);
      }
    }
  }

  /** What agents do with cases, and where they find what they are offered. */
  public record Work(CaseDesk desk, Tray tray) {}

  /** Where changes go, and where incidents can be read. */
  public record Troubles(ChangeSink changes, IncidentReads incidents) {}

  /**
   * Prepares a run; nothing is delivered yet.
   *
   * @param words takes sentences for whoever watches, from any thread
   */
  public DemoRun(
      PostSink sink,
      Troubles troubles,
      CaseReads reads,
      Work work,
      SetsAside aside,
      SentCheck sent,
      InstantSource clock,
      Options options,
      Consumer<String> words) {
    this.reads = reads;
    this.sent = sent;
    this.clock = clock;
    this.options = options;
    this.words = words;
    this.before = reads.counts(Airline.BRAND);
    Phrasebook book = Phrasebook.load();
    TruthBook truths = new TruthBook();
    long seed = options.seed();
    double speed = options.speed();
    this.day =
        new SnowDay(
            new SnowDay.Settings(
                seed,
                options.run(),
                options.shape(),
                options.morningRate(),
                SnowDay.Settings.STORM_FACTOR),
            book);
    this.reactions = new Reactions(reads, book, truths, seed, options.run(), speed);
    this.delivery = new Delivery(sink, truths, tally, stop, words);
    this.changes =
        new ChangeDelivery(
            ChangeScript.of(seed, options.run(), options.shape()), troubles.changes(), words);
    this.blame = new Blame(troubles.incidents(), options.run());
    Office office =
        new Office(
            reads,
            work.desk(),
            work.tray(),
            aside,
            book,
            truths,
            ledger,
            reactions,
            agentTally,
            new Shift(),
            clock,
            speed,
            words);
    this.agents = new DemoAgents(office, options.agents(), seed);
  }

  /** Plays for {@code wall} time, lets agents end what they hold, and tells how it went. */
  public DemoSummary headless(Duration wall) throws InterruptedException {
    try {
      agents.start();
      deliverFor(wall);
      if (!agents.finish(GRACE)) {
        words.accept("Some agents were still typing and let go of their cases.");
      }
    } finally {
      agents.close();
    }
    awaitSends();
    blame.lookNow();
    return summary();
  }

  /** Plays until {@link #close} or interruption. */
  public void play() throws InterruptedException {
    try {
      agents.start();
      deliverFor(Duration.ofDays(365));
    } finally {
      agents.close();
    }
  }

  /** How it stands. */
  public DemoSummary summary() {
    StateCounts now = reads.counts(Airline.BRAND);
    long closedUnanswered = agentTally.sum().closedUnanswered();
    long answered = answered(now) - answered(before) - closedUnanswered;
    long waiting = waiting(now) - waiting(before);
    return tally.summary(
        cases(now) - cases(before),
        Math.max(0, answered),
        Math.max(0, waiting),
        sent.sentTwice() + ledger.unaware(sent.replies()));
  }

  public AgentWork work() {
    return agentTally.sum();
  }

  /** Replies on the network that none of the simulated agents wrote: by people in the console. */
  public long repliesByOthers() {
    return ledger.unknown(sent.replies());
  }

  /** Posts that the intake never acknowledged; they are not in the summary. */
  public long givenUp() {
    return tally.givenUp();
  }

  /** Which incidents there were and which change each was blamed on, a sentence each. */
  public List<String> incidents() {
    return blame.sentences();
  }

  /** Stops delivering; a running {@link #play} returns within about a second. */
  @Override
  public void close() {
    stop.countDown();
    agents.close();
  }

  private void deliverFor(Duration wall) throws InterruptedException {
    Instant start = clock.instant();
    Pace pace = new Pace(start, options.speed());
    boolean more = false;
    while (!stop.await(more ? 0 : TICK.toNanos(), TimeUnit.NANOSECONDS)) {
      Instant now = clock.instant();
      if (Duration.between(start, now).compareTo(wall) >= 0) {
        return;
      }
      blame.look(now);
      changes.deliver(pace.position(now), now);
      List<Scripted> due = due(pace, now);
      if (!due.isEmpty()) {
        delivery.deliver(due, now);
      }
      more = due.size() == MAX_LINES_PER_DELIVERY;
      keepUp(pace);
    }
  }

  private List<Scripted> due(Pace pace, Instant now) {
    Duration position = pace.position(now);
    List<Scripted> due = new ArrayList<>(reactions.due(now, position));
    while (due.size() < MAX_LINES_PER_DELIVERY && peek().at().compareTo(position) <= 0) {
      due.add(peek());
      next = null;
    }
    return due;
  }

  private Scripted peek() {
    if (next == null) {
      next = day.next();
    }
    return next;
  }

  /** Holds the script back if the next line should have been delivered too long ago. */
  private void keepUp(Pace pace) {
    Instant now = clock.instant();
    Duration lag = pace.lag(peek().at(), now);
    if (lag.compareTo(MAX_LAG) <= 0) {
      return;
    }
    pace.holdBack(lag);
    if (!now.isBefore(nextComplaint)) {
      nextComplaint = now.plus(BETWEEN_COMPLAINTS);
      words.accept(
          "This machine can't keep up with the script: it is held back by %.1f s so far."
              .formatted(DayShape.seconds(pace.heldBack())));
    }
  }

  /** Gives replies that are on their way a moment to arrive. */
  private void awaitSends() throws InterruptedException {
    Instant deadline = clock.instant().plus(TO_SEND);
    while (reads.counts(Airline.BRAND).pending() > 0 && clock.instant().isBefore(deadline)) {
      if (stop.await(TICK.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    }
  }

  private static long cases(StateCounts counts) {
    return waiting(counts) + answered(counts);
  }

  private static long answered(StateCounts counts) {
    return counts.answered() + counts.closed();
  }

  private static long waiting(StateCounts counts) {
    return counts.waiting() + counts.claimed() + counts.pending();
  }
}

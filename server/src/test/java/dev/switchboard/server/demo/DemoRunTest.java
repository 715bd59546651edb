package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.server.demo.DemoRun.Options;
import dev.switchboard.server.demo.PostSink.Receipt;
import dev.switchboard.store.reads.PostRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DemoRunTest {
  private static final Duration LONG_LEASE = Duration.ofMinutes(2);
  private static final double SPEED = 50;
  private static final Duration WALL = Duration.ofSeconds(2);

  private final ConcurrentLinkedQueue<String> words = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();

  @Test
  void aHeadlessRunAnswersCustomersAndItsNumbersAddUp() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    try (DemoRun run = run(company, company, options(8))) {
      DemoSummary summary = run.headless(WALL);
      AgentWork work = run.work();

      assertThat(summary.addsUp()).isTrue();
      assertThat(summary.rejected()).isPositive();
      assertThat(summary.duplicates()).isPositive();
      assertThat(summary.needsHelp()).isPositive();
      assertThat(summary.answered()).isPositive();
      assertThat(summary.answeredTwice()).isZero();
      assertThat(summary.cases())
          .isEqualTo(summary.answered() + summary.waiting() + work.closedUnanswered());
      assertThat(work.replies()).isEqualTo(company.replies().size());
      assertThat(run.givenUp()).isZero();
      assertThat(run.repliesByOthers()).isZero();
      assertThat(company.files()).noneMatch(f -> f.state() instanceof CaseState.Claimed);
      assertThat(company.replyTexts).allMatch(text -> text.matches("(?s).+ \\^\\S+"));
    }
  }

  @Test
  void theBadDeployAndTheInnocentChangesAreDelivered() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    try (DemoRun run = run(company, company, options(0))) {
      run.headless(WALL);
    }
    assertThat(changes).hasSizeBetween(5, 6);
    assertThat(changes).anyMatch(line -> line.contains("\"service\":\"rebooking\""));
    assertThat(changes).doesNotHaveDuplicates();
  }

  @Test
  void changesThatWereNotAcknowledgedAreSentAgain() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    AtomicInteger calls = new AtomicInteger();
    ChangeSink flaky =
        lines -> {
          if (calls.incrementAndGet() % 2 == 1) {
            throw new IllegalStateException("the database is away");
          }
          changes.addAll(lines);
        };
    InstantSource clock = InstantSource.system();
    try (DemoRun run =
        new DemoRun(
            company,
            new DemoRun.Troubles(flaky, company.incidents),
            company,
            new DemoRun.Work(company, Tray.NONE),
            company,
            company,
            clock,
            options(0),
            words::add)) {
      run.headless(WALL);
    }
    assertThat(changes).hasSizeBetween(5, 6).doesNotHaveDuplicates();
  }

  @Test
  void agentsCollideAndGoOn() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    Options few = new Options(3, "t", SPEED, 24, DayShape.within(WALL.multipliedBy(50)), 0.05);
    try (DemoRun run = run(company, company, few)) {
      run.headless(WALL);
      assertThat(new HashSet<>(company.agents)).hasSizeGreaterThan(5);
      assertThat(run.work().replies()).isPositive();
      assertThat(run.work().failures()).isZero();
    }
  }

  @Test
  void customersReactToAnswersInReplyToThem() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    try (DemoRun run = run(company, company, options(12))) {
      run.headless(WALL);
    }
    List<PostRow> reactions =
        company.customersPosts().stream()
            .filter(post -> post.externalId().startsWith("t-r"))
            .toList();
    assertThat(reactions).isNotEmpty();
    assertThat(reactions).allMatch(post -> String.valueOf(post.inReplyTo()).startsWith("out-"));
  }

  @Test
  void aShortLeaseIsKeptByHeartbeats() throws Exception {
    FakeCompany company = new FakeCompany(Duration.ofMillis(600));
    Options slow = new Options(5, "t", 4, 4, DayShape.within(Duration.ofSeconds(8)), 2);
    try (DemoRun run = run(company, company, slow)) {
      run.headless(Duration.ofSeconds(3));
      assertThat(run.work().replies()).isPositive();
    }
    assertThat(company.heartbeats).isPositive();
  }

  @Test
  void anIntakeThatFailsOnceIsSentTheSameLinesAgainAndNothingIsLost() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    AtomicInteger calls = new AtomicInteger();
    List<List<String>> seen = new ArrayList<>();
    PostSink flaky =
        lines -> {
          seen.add(lines);
          if (calls.incrementAndGet() == 2) {
            throw new IllegalStateException("the database is away");
          }
          return company.accept(lines);
        };
    try (DemoRun run = run(flaky, company, options(0))) {
      DemoSummary summary = run.headless(Duration.ofSeconds(1));
      assertThat(summary.addsUp()).isTrue();
      assertThat(run.givenUp()).isZero();
    }
    assertThat(seen.get(2)).isEqualTo(seen.get(1));
    assertThat(words).anyMatch(word -> word.contains("the database is away"));
  }

  @Test
  void aRunThatIsClosedDoesNotWaitForAFullIntake() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    CountDownLatch refused = new CountDownLatch(1);
    PostSink full =
        _ -> {
          refused.countDown();
          throw new PostSink.Busy(Duration.ofDays(1));
        };
    try (DemoRun run = run(full, company, options(0))) {
      Thread player = Thread.ofVirtual().unstarted(() -> playQuietly(run));
      player.start();
      refused.await();
      run.close();
      assertThat(player.join(Duration.ofSeconds(60))).isTrue();
      assertThat(run.givenUp()).isPositive();
    }
  }

  @Test
  void whenTheIntakeIsSlowTheScriptIsHeldBackAndDeliveriesStayBounded() throws Exception {
    TickingClock clock = new TickingClock();
    AtomicInteger largest = new AtomicInteger();
    PostSink slow =
        lines -> {
          largest.accumulateAndGet(lines.size(), Math::max);
          clock.advance(Duration.ofSeconds(5));
          return new Receipt(lines.size(), 0, 0);
        };
    FakeCompany company = new FakeCompany(LONG_LEASE);
    Options busy = new Options(6, "t", 1, 0, DayShape.within(Duration.ofSeconds(3)), 50);
    try (DemoRun run =
        new DemoRun(
            slow,
            new DemoRun.Troubles(changes::addAll, company.incidents),
            company,
            new DemoRun.Work(company, Tray.NONE),
            company,
            company,
            clock,
            busy,
            words::add)) {
      DemoSummary summary = run.headless(Duration.ofMinutes(2));
      assertThat(summary.postsIn()).isPositive().isLessThan(24 * 600L);
    }
    assertThat(largest.get()).isLessThanOrEqualTo(DemoRun.MAX_LINES_PER_DELIVERY);
    assertThat(words).anyMatch(word -> word.contains("can't keep up"));
  }

  @Test
  void aRunThatIsClosedEndsAndNoAgentStaysBehind() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    Options typing = new Options(9, "t", 0.5, 30, DayShape.within(Duration.ofSeconds(1)), 20);
    CountDownLatch delivered = new CountDownLatch(3);
    PostSink counting =
        lines -> {
          delivered.countDown();
          return company.accept(lines);
        };
    try (DemoRun run = run(counting, company, typing)) {
      Thread player = Thread.ofVirtual().unstarted(() -> playQuietly(run));
      player.start();
      delivered.await();
      run.close();
      assertThat(player.join(Duration.ofSeconds(60))).isTrue();
    }
    // Closing waits less than a second for those who type; on a slow machine they let go later.
    awaitNobodyHolds(company);
  }

  private static void awaitNobodyHolds(FakeCompany company) throws InterruptedException {
    for (int looks = 0; looks < 600 && holdsAny(company); looks++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(company.files())
        .extracting(CaseFile::state)
        .noneMatch(CaseState.Claimed.class::isInstance);
  }

  private static boolean holdsAny(FakeCompany company) {
    return company.files().stream().anyMatch(file -> file.state() instanceof CaseState.Claimed);
  }

  @Test
  void anInterruptedPlayerEnds() throws Exception {
    FakeCompany company = new FakeCompany(LONG_LEASE);
    AtomicReference<String> end = new AtomicReference<>("");
    try (DemoRun run = run(company, company, options(3))) {
      Thread player =
          Thread.ofVirtual().unstarted(() -> end.set(playQuietly(run) ? "stopped" : "interrupted"));
      player.start();
      player.interrupt();
      assertThat(player.join(Duration.ofSeconds(60))).isTrue();
    }
    assertThat(end.get()).isEqualTo("interrupted");
  }

  private static boolean playQuietly(DemoRun run) {
    try {
      run.play();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DemoRun run(PostSink sink, FakeCompany company, Options options) {
    return new DemoRun(
        sink,
        new DemoRun.Troubles(changes::addAll, company.incidents),
        company,
        new DemoRun.Work(company, Tray.NONE),
        company,
        company,
        InstantSource.system(),
        options,
        words::add);
  }

  private static Options options(int agents) {
    return new Options(1, "t", SPEED, agents, DayShape.within(Pace.times(WALL, SPEED)), 0.4);
  }

  /** Advances by what the sink takes, and a little at each look. */
  private static final class TickingClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");

    @Override
    public synchronized Instant instant() {
      now = now.plusMillis(10);
      return now;
    }

    synchronized void advance(Duration duration) {
      now = now.plus(duration);
    }
  }
}

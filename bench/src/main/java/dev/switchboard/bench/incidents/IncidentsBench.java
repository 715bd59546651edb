package dev.switchboard.bench.incidents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.switchboard.engine.incident.AllIncidents;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.TriageDecision;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Posts a second of the whole engine (triage, grouping, detection; then with causes, too: a deploy
 * each hour) on two threads, each with half of the brands, by the time that they had a core, beside
 * triage alone on the same two threads and posts in turn, tenth by tenth: {@code IncidentsBench
 * CSV_WITH_TEXT_COLUMN [POSTS]}.
 */
public final class IncidentsBench {
  private static final int POSTS = 1_000_000;
  private static final int TENTHS = 10;
  private static final int LANES = 2;
  private static final int BRANDS = 20;
  private static final long SEED = 11;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final DefaultTriage TRIAGE = DefaultTriage.load();

  private IncidentsBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("usage: IncidentsBench CSV_WITH_TEXT_COLUMN [POSTS]");
      System.exit(2);
    }
    int posts = args.length == 2 ? Integer.parseInt(args[1]) : POSTS;
    List<String> help = new ArrayList<>();
    List<String> chatter = new ArrayList<>();
    for (String text : texts(Path.of(args[0]))) {
      (isReport(decide(BrandStream.plain(text))) ? help : chatter).add(text);
    }
    for (boolean changes : new boolean[] {false, true}) {
      String with = changes ? ", a deploy an hour" : "";
      Duration slow = Duration.ofSeconds(3);
      Duration fast = Duration.ofMillis(150);
      run("a post a minute a brand" + with, help, chatter, slow, posts, changes);
      run("20 posts a minute a brand" + with, help, chatter, fast, posts, changes);
    }
  }

  private static List<String> texts(Path csv) throws IOException {
    List<String> texts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord line : reader) {
        texts.add(line.getField("text"));
      }
    }
    return texts;
  }

  private static void run(
      String name,
      List<String> help,
      List<String> chatter,
      Duration step,
      int posts,
      boolean changes)
      throws InterruptedException {
    BrandStream stream = new BrandStream(help, chatter, BRANDS, step, SEED);
    List<Lane> lanes = List.of(new Lane(changes), new Lane(changes));
    warmUp(help, chatter, step, posts);
    double[] ratios = new double[TENTHS];
    double triageSeconds = 0;
    double wholeSeconds = 0;
    double[] rates = new double[TENTHS];
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      List<BrandStream.Said> said = stream.next(posts / TENTHS);
      double alone = seconds(said, (_, each) -> decide(each.post()));
      double whole = seconds(said, (lane, each) -> lanes.get(lane).on(each));
      triageSeconds += alone;
      wholeSeconds += whole;
      ratios[tenth] = alone / whole;
      rates[tenth] = said.size() / whole;
    }
    System.out.printf(
        "%s, %d brands, %,d posts, %d threads: whole engine %,.0f posts/s, triage alone %,.0f"
            + " (%.1f and %.1f µs of CPU a post): %.2f; by tenths %s; last tenth %.2f of the first; %,d reports, %d opened,"
            + " %d rankings, snapshots of %,d bytes%n",
        name,
        BRANDS,
        posts,
        LANES,
        posts / wholeSeconds,
        posts / triageSeconds,
        LANES * 1e6 * wholeSeconds / posts,
        LANES * 1e6 * triageSeconds / posts,
        triageSeconds / wholeSeconds,
        Arrays.stream(ratios).mapToObj("%.2f"::formatted).toList(),
        rates[TENTHS - 1] / rates[0],
        lanes.stream().mapToLong(lane -> lane.reports).sum(),
        lanes.stream().mapToInt(lane -> lane.opened).sum(),
        lanes.stream().mapToInt(lane -> lane.rankings).sum(),
        lanes.stream().mapToInt(lane -> lane.incidents.snapshot().length).sum());
  }

  private static void warmUp(List<String> help, List<String> chatter, Duration step, int posts)
      throws InterruptedException {
    List<BrandStream.Said> said =
        new BrandStream(help, chatter, BRANDS, step, SEED + 1).next(posts / TENTHS);
    List<Lane> lanes = List.of(new Lane(true), new Lane(true));
    seconds(said, (_, each) -> decide(each.post()));
    seconds(said, (lane, each) -> lanes.get(lane).on(each));
  }

  /** How much time of a core two threads take on average, each with its half of the brands. */
  private static double seconds(
      List<BrandStream.Said> said, BiConsumer<Integer, BrandStream.Said> job)
      throws InterruptedException {
    Thread[] threads = new Thread[LANES];
    long[] cpuNanos = new long[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      int own = lane;
      threads[lane] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    for (BrandStream.Said each : said) {
                      if (each.brand() % LANES == own) {
                        job.accept(own, each);
                      }
                    }
                    cpuNanos[own] = THREADS.getCurrentThreadCpuTime() - start;
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(cpuNanos).sum() / 1e9 / LANES;
  }

  private static TriageDecision decide(Post post) {
    return TRIAGE.decide(post);
  }

  private static boolean isReport(TriageDecision said) {
    return said.needsHelp() || Boolean.TRUE.equals(said.problem());
  }

  /** Half of the brands. */
  private static final class Lane {
    private static final Duration BETWEEN_CHANGES = Duration.ofHours(1);

    final AllIncidents incidents =
        new AllIncidents(IncidentSettings.DEFAULT.withBrands(BRANDS), ServiceMap.EMPTY);
    long reports;
    int opened;
    int rankings;
    private Instant nextChange;

    Lane(boolean changes) {
      nextChange = changes ? Instant.EPOCH : Instant.MAX;
    }

    void on(BrandStream.Said said) {
      Post post = said.post();
      TriageDecision decision = decide(post);
      ReportedPost reported =
          new ReportedPost(
              said.id(),
              post.author(),
              post.text(),
              post.language(),
              post.createdAt(),
              post.kind() == PostKind.REPOST,
              isReport(decision),
              decision.intent(),
              null,
              null,
              null,
              post.authorFollowers());
      reports += reported.isReport() ? 1 : 0;
      if (!post.createdAt().isBefore(nextChange)) {
        nextChange = post.createdAt().plus(BETWEEN_CHANGES);
        Change change =
            new Change(
                post.externalId(),
                ChangeType.DEPLOY,
                "service" + said.id() % 7,
                null,
                null,
                null,
                post.createdAt(),
                null,
                "");
        count(incidents.on(change, post.createdAt()));
      }
      count(incidents.on(post.channel().account(), reported, post.createdAt()).events());
    }

    private void count(List<IncidentEvent> events) {
      for (IncidentEvent event : events) {
        opened += event instanceof IncidentEvent.Opened ? 1 : 0;
        rankings += event instanceof IncidentEvent.CausesRanked ? 1 : 0;
      }
    }
  }
}

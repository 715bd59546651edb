package dev.switchboard.bench.grouping;

import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.GroupingSettings;
import dev.switchboard.engine.incident.grouping.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Posts a second of grouping on one thread, text in, assignment out, in turn with a plain script on
 * the same rows; then a mixed stream of a million posts, tenth by tenth: {@code GroupingBench
 * DATA_FOLDER REFERENCE_SCRIPT}.
 */
public final class GroupingBench {
  private static final int ROUNDS = 5;
  private static final int MIXED_POSTS = 1_000_000;
  private static final int TENTHS = 10;
  private static final long SEED = 11;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern RATE = Pattern.compile("([\\d,]+) posts/s");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GroupingBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: GroupingBench DATA_FOLDER REFERENCE_SCRIPT");
      System.exit(2);
    }
    List<String> all = new ArrayList<>();
    for (String name : List.of("tweets-t", "news-t")) {
      Path file = Path.of(args[0], "clusters", name + ".ndjson");
      List<String> texts = ClusterTexts.read(file);
      all.addAll(texts);
      besidePeer(name, file, reports(texts), Path.of(args[1]));
    }
    mixed("20 brands, a post a minute each", all, 20, Duration.ofSeconds(3));
    mixed("20 brands, 20 posts a minute each", all, 20, Duration.ofMillis(150));
    mixed("one brand, 20 posts a minute", all, 1, Duration.ofSeconds(3));
  }

  private static List<Report> reports(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                new Report(
                    Integer.toString(i), texts.get(i), null, false, START.plusSeconds(60L * i)))
        .toList();
  }

  private static void besidePeer(String name, Path file, List<Report> reports, Path script)
      throws IOException, InterruptedException {
    double[] ours = new double[ROUNDS];
    double[] ofCpu = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    group(reports);
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      ours[round] = group(reports);
      ofCpu[round] = reports.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - cpu);
      theirs[round] = peer(script, file);
    }
    Arrays.sort(ours);
    Arrays.sort(ofCpu);
    Arrays.sort(theirs);
    double own = ours[ROUNDS / 2];
    double peer = theirs[ROUNDS / 2];
    System.out.printf(
        "%s: %,.0f posts/s (%,.0f a second of CPU), the script %,.0f (medians of %d, in turn):"
            + " %.1f times%n",
        name, own, ofCpu[ROUNDS / 2], peer, ROUNDS, own / peer);
  }

  private static double group(List<Report> reports) {
    Grouping grouping = new Grouping(GroupingSettings.DEFAULT);
    long start = System.nanoTime();
    for (Report report : reports) {
      grouping.assign(report);
    }
    return reports.size() * 1e9 / (System.nanoTime() - start);
  }

  private static double peer(Path script, Path file) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder("python3", script.toString(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher rate = RATE.matcher(line);
        if (rate.find()) {
          return Double.parseDouble(rate.group(1).replace(",", ""));
        }
      }
    } finally {
      python.waitFor();
    }
    throw new IOException("the script " + script + " told no rate");
  }

  private static void mixed(String name, List<String> rows, int brands, Duration step) {
    group(reports(rows));
    MixedStream stream = new MixedStream(rows, brands, step, SEED);
    List<Grouping> groupings =
        IntStream.range(0, brands).mapToObj(_ -> new Grouping(GroupingSettings.DEFAULT)).toList();
    double[] rates = new double[TENTHS];
    StringBuilder sizes = new StringBuilder();
    double seconds = 0;
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      List<MixedStream.Said> posts = stream.next(MIXED_POSTS / TENTHS);
      long start = THREADS.getCurrentThreadCpuTime();
      for (MixedStream.Said said : posts) {
        groupings.get(said.brand()).assign(said.report());
      }
      double took = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      seconds += took;
      rates[tenth] = posts.size() / took;
      if (tenth == 0 || tenth == TENTHS - 1) {
        sizes.append(sizes(groupings));
      }
    }
    System.out.printf(
        "%s: %,d posts at %,.0f a second of CPU; last tenth %.2f of the first; by tenths %s%n%s",
        name,
        MIXED_POSTS,
        MIXED_POSTS / seconds,
        rates[TENTHS - 1] / rates[0],
        Arrays.stream(rates).mapToObj("%,.0f"::formatted).toList(),
        sizes);
  }

  private static String sizes(List<Grouping> groupings) {
    return "  kept after this tenth: %,d groups, %,d terms, snapshots of %,d bytes%n"
        .formatted(
            groupings.stream().mapToInt(Grouping::liveGroups).sum(),
            groupings.stream().mapToInt(Grouping::knownTerms).sum(),
            groupings.stream().mapToInt(g -> g.snapshot().length).sum());
  }
}

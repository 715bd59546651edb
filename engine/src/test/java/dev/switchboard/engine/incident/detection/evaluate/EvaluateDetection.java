package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.detection.Finding;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Prints what docs/evaluation.md says of detection. */
public final class EvaluateDetection {
  private static final Instant TWCS_FROM = Instant.parse("2017-10-29T00:00:00Z");
  private static final Instant TWCS_TO = Instant.parse("2017-11-01T12:00:00Z");

  /** Bursts of each label in each stream. */
  private static final int TIMES = 4;

  private static final int[] DUMB_REPORTS = {5, 7, 10};

  private EvaluateDetection() {}

  /**
   * Prints everything; without the data only the simulation.
   *
   * @throws IOException if the data is there but can't be read
   */
  public static void print(Path data, PrintStream out) throws IOException {
    Simulated.print(out);
    if (Files.isDirectory(data)) {
      real(new LabelledPosts(data), out);
    } else {
      out.println("no labelled data in " + data + ": bursts in real streams are not measured");
    }
  }

  private static void real(LabelledPosts data, PrintStream out) throws IOException {
    Map<String, List<Said>> airlines = data.airlines();
    reports(airlines, out);
    out.println("real weeks, as they are");
    airlines.forEach((airline, posts) -> week(airline, posts, out));
    out.println("real weeks with bursts removed");
    quiet(airlines, data, out);
    out.println("bursts");
    for (int customers : new int[] {5, 10, 20, 30}) {
      bursts(customers, data, airlines, out);
    }
  }

  private static void reports(Map<String, List<Said>> airlines, PrintStream out) {
    LabelledPosts.reasons(airlines)
        .forEach(
            (label, posts) ->
                out.printf(
                    "  %-42s %4d posts, %.2f are reports%n",
                    label,
                    posts.size(),
                    posts.stream().filter(p -> Desk.isReport(Desk.triage(p.text()))).count()
                        / (double) posts.size()));
  }

  /** The engine, the ceiling and the dumb rules, on the same bursts. */
  private static void bursts(
      int customers, LabelledPosts data, Map<String, List<Said>> airlines, PrintStream out)
      throws IOException {
    List<Said> twcs = data.twcs();
    rule("engine", customers, data, airlines, twcs, _ -> new Desk(DetectionSettings.DEFAULT), out);
    rule("oracle, knows labels", customers, data, airlines, twcs, LabelOracle::of, out);
    for (int reports : DUMB_REPORTS) {
      String name = reports + " reports in 30 minutes";
      rule(name, customers, data, airlines, twcs, _ -> new CountWatch(reports), out);
    }
  }

  private static void rule(
      String name,
      int customers,
      LabelledPosts data,
      Map<String, List<Said>> airlines,
      List<Said> twcs,
      Function<List<Said>, Watch> rule,
      PrintStream out)
      throws IOException {
    out.println(name);
    Bursts bursts = new Bursts(customers, customers);
    Map<String, List<Said>> reasons = LabelledPosts.reasons(airlines);
    Map<String, List<Said>> topics = data.topics();
    airlines.forEach(
        (airline, posts) -> {
          Map<String, List<Said>> others = new HashMap<>(reasons);
          others.keySet().removeIf(label -> label.startsWith(airline + ":"));
          Instant from = posts.get(posts.size() / 10).at();
          Instant to = posts.getLast().at().minusSeconds(7_200);
          Watch watch = rule.apply(posts);
          bursts.hide("reason in " + airline, new TreeMap<>(others), posts, from, to, TIMES, watch);
          bursts.hide("topic in " + airline, topics, posts, from, to, TIMES, watch);
        });
    Watch watch = rule.apply(twcs);
    bursts.hide("reason in twcs", reasons, twcs, TWCS_FROM, TWCS_TO, TIMES, watch);
    bursts.hide("topic in twcs", topics, twcs, TWCS_FROM, TWCS_TO, TIMES, watch);
    bursts.print(out);
  }

  private static void week(String airline, List<Said> posts, PrintStream out) {
    out.println("  " + airline);
    Desk desk = new Desk(DetectionSettings.DEFAULT);
    for (Said post : posts) {
      desk.on(post).forEach(decision -> tell(decision, out));
    }
  }

  private static void tell(IncidentDecision decision, PrintStream out) {
    switch (decision) {
      case IncidentDecision.Opened opened ->
          out.println(
              "    " + opened.at() + " opened " + opened.incident() + words(opened.finding()));
      case IncidentDecision.Reopened again ->
          out.println("    " + again.at() + " again " + again.incident() + words(again.finding()));
      case IncidentDecision.Closed closed ->
          out.println(
              "    "
                  + closed.at()
                  + " closed "
                  + closed.incident()
                  + " with "
                  + closed.customers());
      case IncidentDecision.Grew _, IncidentDecision.Decayed _ -> {}
    }
  }

  private static String words(Finding finding) {
    return " by %s: %s, %d seen, %.1f expected, onset %s to %s"
        .formatted(
            finding.stream(),
            finding.terms(),
            finding.seen(),
            finding.expected(),
            finding.onsetFrom(),
            finding.onsetTo());
  }

  private static void quiet(Map<String, List<Said>> airlines, LabelledPosts data, PrintStream out)
      throws IOException {
    Map<String, List<Said>> all = new TreeMap<>(airlines);
    all.put("twcs", data.twcs());
    all.forEach(
        (name, posts) -> {
          QuietWeeks.print(name, posts, 10, () -> new Desk(DetectionSettings.DEFAULT), out);
          Watch oracle = LabelOracle.of(posts);
          QuietWeeks.print(name + ", oracle", posts, 10, oracle::copy, out);
          for (int reports : DUMB_REPORTS) {
            String rule = name + ", " + reports + " reports in 30 minutes";
            QuietWeeks.print(rule, posts, 10, () -> new CountWatch(reports), out);
          }
        });
  }

  /** {@code EvaluateDetection DATA_FOLDER [real|bursts|quiet|weeks]}: all, or a part. */
  public static void main(String[] args) throws IOException {
    LabelledPosts data = new LabelledPosts(Path.of(args[0]));
    switch (args.length == 2 ? args[1] : "") {
      case "real" -> real(data, System.out);
      case "bursts" -> bursts(10, data, data.airlines(), System.out);
      case "quiet" -> quiet(data.airlines(), data, System.out);
      case "weeks" -> data.airlines().forEach((airline, posts) -> week(airline, posts, System.out));
      default -> print(Path.of(args[0]), System.out);
    }
  }
}

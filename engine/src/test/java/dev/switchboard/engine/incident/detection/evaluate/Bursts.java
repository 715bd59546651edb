package dev.switchboard.engine.incident.detection.evaluate;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bursts of k customers over 30 minutes, each another text of one label, hidden in a stream at a
 * random moment. Found: within two hours an incident opens, at least half of whose reports at that
 * moment are the burst's. The delay is the number of the burst's customers, those that triage set
 * aside too, who wrote after its first up to that moment.
 */
final class Bursts {
  private static final Duration BURST = Duration.ofMinutes(30);
  private static final Duration WATCHED = Duration.ofHours(2);
  private static final double OWN_SHARE = 0.5;
  private static final String ALL = "all";

  private final int customers;
  private final Random random;
  private final Map<String, List<Integer>> delays = new TreeMap<>();
  private final Map<String, Integer> trials = new TreeMap<>();
  private long nextId = 10_000_000;

  Bursts(int customers, long seed) {
    this.customers = customers;
    this.random = new Random(seed);
  }

  private record Trial(String name, String label, Instant onset, List<Said> texts) {
    /** The label whatever brand it is of. */
    String labelAlone() {
      return "  " + label.substring(label.indexOf(':') + 2);
    }
  }

  /** Hides so many bursts of each label in a stream, each alone. */
  void hide(
      String kind,
      Map<String, List<Said>> labels,
      List<Said> host,
      Instant from,
      Instant to,
      int times,
      Watch beginning) {
    List<Trial> planned = new ArrayList<>();
    labels.forEach(
        (label, texts) -> {
          for (int i = 0; i < times && texts.size() >= customers; i++) {
            long span = Duration.between(from, to).toSeconds();
            Instant onset = from.plusSeconds((long) (random.nextDouble() * span));
            List<Said> shuffled = new ArrayList<>(texts);
            Collections.shuffle(shuffled, random);
            planned.add(new Trial(kind, label, onset, List.copyOf(shuffled.subList(0, customers))));
          }
        });
    planned.sort(Comparator.comparing(Trial::onset));
    Watch watch = beginning.copy();
    int at = 0;
    for (Trial trial : planned) {
      while (at < host.size() && host.get(at).at().isBefore(trial.onset())) {
        watch.alarms(host.get(at++));
      }
      int delay = tried(watch.copy(), host.subList(at, host.size()), trial);
      for (String name : List.of(ALL, trial.name(), trial.labelAlone())) {
        trials.merge(name, 1, Integer::sum);
        if (delay >= 0) {
          delays.computeIfAbsent(name, _ -> new ArrayList<>()).add(delay);
        }
      }
    }
  }

  private int tried(Watch watch, List<Said> rest, Trial trial) {
    Set<Long> planted = new HashSet<>();
    List<Said> mixed = new ArrayList<>();
    for (Said text : trial.texts()) {
      long second = (long) (random.nextDouble() * BURST.toSeconds());
      Said post = text.at(trial.onset().plusSeconds(second), ++nextId);
      planted.add(post.id());
      mixed.add(post);
    }
    Instant end = trial.onset().plus(WATCHED);
    rest.stream().takeWhile(post -> post.at().isBefore(end)).forEach(mixed::add);
    mixed.sort(Comparator.comparing(Said::at));
    int written = 0;
    for (Said post : mixed) {
      written += planted.contains(post.id()) ? 1 : 0;
      for (List<Long> alarm : watch.alarms(post)) {
        if (isMostly(alarm, planted)) {
          return Math.max(0, written - 1);
        }
      }
    }
    return -1;
  }

  private static boolean isMostly(List<Long> posts, Set<Long> planted) {
    long own = posts.stream().filter(planted::contains).count();
    return own >= OWN_SHARE * posts.size();
  }

  void print(PrintStream out) {
    trials.forEach((name, n) -> line(name, delays.getOrDefault(name, List.of()), n, out));
  }

  private void line(String name, List<Integer> found, int tried, PrintStream out) {
    List<Integer> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    out.printf(
        "  k = %3d %-34s found %.3f of %4d, median delay %s%n",
        customers,
        name,
        found.size() / (double) Math.max(1, tried),
        tried,
        sorted.isEmpty() ? "-" : String.valueOf(sorted.get(sorted.size() / 2)));
  }
}

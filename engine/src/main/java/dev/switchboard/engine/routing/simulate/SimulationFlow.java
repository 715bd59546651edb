package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.Waits;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * How a simulated day flowed: waits by step, promises kept, hour by hour, and what bounded it.
 *
 * @param stepMillis by the ordinal of the step, of all asks that were answered
 * @param promises by the minutes that were promised
 * @param deadlines what became of them
 * @param waitedFor by topic: how many milliseconds asks waited for somebody to have them
 * @param hours from the first midnight until the simulation ended
 */
record SimulationFlow(
    Map<SimulatedStep, Waits> steps,
    long[] stepMillis,
    Map<Long, Promise> promises,
    CaseFlows.DeadlineCounts deadlines,
    Map<String, Long> waitedFor,
    Hour[] hours) {
  private static final int HOURS_A_LINE = 3;
  private static final int MAX_TOPICS = 3;

  /** What was promised for so many minutes. For one thread. */
  static final class Promise {
    private int asks;
    private int met;

    void count(boolean isMet) {
      asks++;
      met += isMet ? 1 : 0;
    }
  }

  /** What came within an hour, and was answered. For one thread. */
  static final class Hour {
    int came;
    int answered;
  }

  /** For people; each line ends with a line feed. */
  String text() {
    StringBuilder text = new StringBuilder();
    steps(text);
    promises(text);
    text.append("  constraint: ").append(constraint()).append('\n');
    hours(text);
    return text.toString();
  }

  private void steps(StringBuilder text) {
    long all = Math.max(1, total());
    text.append("  waits by step                  mean    median      90 %   of the whole\n");
    steps.forEach(
        (step, waits) ->
            line(
                text,
                "  %-24s %8.1f  %8.1f  %8.1f min   %5.1f %%%n",
                step.label(),
                stepMillis[step.ordinal()] / (double) Day.MINUTE / Math.max(1, waits.count()),
                waits.quantile(.5).toSeconds() / 60.0,
                waits.quantile(.9).toSeconds() / 60.0,
                100.0 * stepMillis[step.ordinal()] / all));
  }

  private long total() {
    long sum = 0;
    for (long millis : stepMillis) {
      sum += millis;
    }
    return sum;
  }

  private void promises(StringBuilder text) {
    promises.forEach(
        (minutes, promise) ->
            line(
                text,
                "  answer within %3d min    %8d asks, met %6.2f %%%n",
                minutes,
                promise.asks,
                100.0 * promise.met / Math.max(1, promise.asks)));
    line(
        text,
        "  deadlines %,d, breaches foreseen %,d, of them taken back %,d; breached %,d, met %,d%n",
        deadlines.started,
        deadlines.foreseen,
        deadlines.takenBack,
        deadlines.breached,
        deadlines.met);
  }

  /** The step in which asks spend most of their time, and what they wait there for. */
  String constraint() {
    SimulatedStep longest = SimulatedStep.WAITS_FOR_SOMEBODY;
    for (SimulatedStep step : SimulatedStep.values()) {
      longest = stepMillis[step.ordinal()] > stepMillis[longest.ordinal()] ? step : longest;
    }
    String share =
        String.format(
            Locale.ROOT,
            "%.0f %% of the time from post to answer",
            100.0 * stepMillis[longest.ordinal()] / Math.max(1, total()));
    return switch (longest) {
      case WAITS_FOR_SOMEBODY ->
          "people who may take what waits, %s; most for %s".formatted(share, mostWaited());
      case WAITS_IN_HANDS -> "people hold more than they work on, " + share;
      case IS_WORKED_ON -> "the work itself, " + share;
    };
  }

  private String mostWaited() {
    long all = Math.max(1, waitedFor.values().stream().mapToLong(Long::longValue).sum());
    return waitedFor.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_TOPICS)
        .map(
            entry ->
                String.format(
                    Locale.ROOT, "%s %.0f %%", entry.getKey(), 100.0 * entry.getValue() / all))
        .reduce((a, b) -> a + ", " + b)
        .orElse("nothing");
  }

  private void hours(StringBuilder text) {
    text.append("  hours         came  answered   waiting\n");
    int waiting = 0;
    for (int from = 0; from < hours.length; from += HOURS_A_LINE) {
      int to = Math.min(hours.length, from + HOURS_A_LINE);
      int came = 0;
      int answered = 0;
      for (int hour = from; hour < to; hour++) {
        came += hours[hour].came;
        answered += hours[hour].answered;
      }
      waiting += came - answered;
      line(text, "  %3d to %3d %,8d  %,8d  %,8d%n", from, to, came, answered, waiting);
    }
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }
}

package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.Fairness;
import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.engine.routing.Waits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a simulated day came to.
 *
 * @param asks how often a customer wrote and needed an answer
 * @param unanswered of them when the simulation ended, on the evening of the next day
 * @param inTime the share of asks that were answered within their target, 0 to 1
 * @param medianMinutes of waits from the customer's post to the answer; those unanswered count with
 *     what they had waited
 * @param p99QuietMinutes of the tenth of customers whom fewest follow
 * @param handoffs an ask: how often it went into the hands of another person than before
 * @param untilAssignedMinutes the mean time until somebody had it, and then {@code inHandsMinutes}
 *     until they began, and {@code workMinutes}; of those answered
 * @param busy the share of people's time at their desks in which they worked, 0 to 1
 * @param flow waits by step, promises, hours, and the constraint
 */
public record SimulationResult(
    String scenario,
    Routing routing,
    long seed,
    int posts,
    int agents,
    int cases,
    int asks,
    int unanswered,
    double inTime,
    double medianMinutes,
    double p99Minutes,
    double p99QuietMinutes,
    double handoffs,
    double untilAssignedMinutes,
    double inHandsMinutes,
    double workMinutes,
    double busy,
    SimulationFlow flow,
    Fairness fairness,
    String remarks) {

  /** So many languages and networks are told apart, those with the most asks first. */
  private static final int MAX_LISTED = 10;

  /** For people; the same for the same seed, to the byte. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            %s, %s, seed %d
              posts %,d -> cases %,d -> asks %,d, %,d unanswered; %,d agents, busy %.1f %%
              answered within target   %6.2f %%
              wait, median             %8.1f min
              wait, 99 %%               %8.1f min
              wait of the quietest, 99 %% %6.1f min
              handoffs                 %6.2f in 100 asks
            """,
            scenario,
            routing.label(),
            seed,
            posts,
            cases,
            asks,
            unanswered,
            agents,
            100 * busy,
            100 * inTime,
            medianMinutes,
            p99Minutes,
            p99QuietMinutes,
            100 * handoffs));
    text.append(flow.text());
    fairness
        .byReach()
        .forEach((reach, waits) -> text.append(line("followers", reach.label(), waits)));
    mostFirst(fairness.byLanguage())
        .forEach(e -> text.append(line("language", e.getKey(), e.getValue())));
    mostFirst(fairness.byNetwork())
        .forEach(e -> text.append(line("network", e.getKey(), e.getValue())));
    text.append("  ").append(loudFirst()).append('\n');
    return remarks.isEmpty() ? text.toString() : text + "  " + remarks + "\n";
  }

  private static List<Map.Entry<String, Waits>> mostFirst(Map<String, Waits> waits) {
    return waits.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Waits> entry) -> -entry.getValue().count())
                .thenComparing(Map.Entry::getKey))
        .limit(MAX_LISTED)
        .toList();
  }

  private static String line(String what, String who, Waits waits) {
    return String.format(
        Locale.ROOT,
        "  %-9s %-16s %,8d asks, median %,7d s, 90 %% %,7d s\n",
        what,
        who,
        waits.count(),
        waits.quantile(.5).toSeconds(),
        waits.quantile(.9).toSeconds());
  }

  private String loudFirst() {
    return fairness
        .findLoudFirst()
        .map(LoudFirst::words)
        .orElse(
            fairness.isEnoughToJudge()
                ? "The loud are not served first."
                : "Too few of the loud or the quiet wrote to say whether the loud are served first.");
  }
}

package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.Fairness;
import dev.switchboard.engine.routing.Waits;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a day came to. One wait for each time that a customer wrote and needed an answer. */
final class Measures {
  private final Fairness fairness = new Fairness();
  private final long quietBelow;
  private long[] waits = new long[1 << 10];
  private long[] quietWaits = new long[1 << 10];
  private int count;
  private int quiet;
  private int inTime;
  private int unanswered;
  private int handoffs;
  private final long[] stepMillis = new long[SimulatedStep.values().length];
  private final Map<SimulatedStep, Waits> steps = new EnumMap<>(SimulatedStep.class);
  private final Map<Long, SimulationFlow.Promise> promises = new TreeMap<>();
  private final Map<String, Long> waitedFor = new TreeMap<>();
  private final SimulationFlow.Hour[] hours;

  /**
   * Measures for a day.
   *
   * @param quietBelow so many followers, or fewer, has the quietest tenth
   * @param hours how many until the simulation ends
   */
  Measures(long quietBelow, int hours) {
    this.quietBelow = quietBelow;
    this.hours = new SimulationFlow.Hour[hours];
    Arrays.setAll(this.hours, _ -> new SimulationFlow.Hour());
    for (SimulatedStep step : SimulatedStep.values()) {
      steps.put(step, new Waits());
    }
  }

  void handedOff() {
    handoffs++;
  }

  void asked(long now) {
    hour(now).came++;
  }

  private SimulationFlow.Hour hour(long now) {
    return hours[(int) Math.min(hours.length - 1, now / Day.HOUR)];
  }

  /** Answered: how the wait was parted. */
  void answered(Progress progress, long now) {
    for (SimulatedStep step : SimulatedStep.values()) {
      add(step, progress.stepMillis[step.ordinal()]);
    }
    long waited = progress.stepMillis[SimulatedStep.WAITS_FOR_SOMEBODY.ordinal()];
    waitedFor.merge(progress.one.topic(), waited, Long::sum);
    hour(now).answered++;
    boolean met = now - progress.since <= progress.one.allowedMillis();
    inTime += met ? 1 : 0;
    promise(progress).count(met);
    wait(progress.one, now - progress.since);
  }

  private void add(SimulatedStep step, long millis) {
    stepMillis[step.ordinal()] += millis;
    steps.computeIfAbsent(step, _ -> new Waits()).add(Duration.ofMillis(millis));
  }

  private SimulationFlow.Promise promise(Progress progress) {
    return promises.computeIfAbsent(
        progress.one.allowedMillis() / Day.MINUTE, _ -> new SimulationFlow.Promise());
  }

  /** Still open when the simulation ends: its wait is at least so long. */
  void unanswered(Progress progress, long now) {
    unanswered++;
    promise(progress).count(false);
    if (progress.holder < 0) {
      waitedFor.merge(progress.one.topic(), now - progress.since, Long::sum);
    }
    wait(progress.one, now - progress.since);
  }

  private void wait(SimulatedCase one, long millis) {
    waits = with(waits, count++, millis);
    Long followers = one.followers();
    if (followers != null && followers <= quietBelow) {
      quietWaits = with(quietWaits, quiet++, millis);
    }
    fairness.add(followers, one.language(), one.network(), Duration.ofMillis(millis));
  }

  private static long[] with(long[] all, int at, long millis) {
    long[] room = at < all.length ? all : Arrays.copyOf(all, 2 * at);
    room[at] = millis;
    return room;
  }

  private static double minutes(long[] all, int size, double share) {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(all, size);
    Arrays.sort(sorted);
    int rank = (int) StrictMath.ceil(share * size);
    return sorted[Math.max(1, rank) - 1] / (double) Day.MINUTE;
  }

  SimulationResult result(
      Day day, Routing routing, double busy, CaseFlows.DeadlineCounts deadlines, String remarks) {
    int answered = Math.max(1, count - unanswered);
    double perAnswer = (double) Day.MINUTE * answered;
    SimulationFlow flow =
        new SimulationFlow(
            steps, stepMillis.clone(), promises, deadlines, waitedFor, hours.clone());
    return new SimulationResult(
        day.scenario().name(),
        routing,
        day.seed(),
        day.scenario().posts(),
        day.agents().size(),
        day.cases().size(),
        count,
        unanswered,
        inTime / (double) Math.max(1, count),
        minutes(waits, count, .5),
        minutes(waits, count, .99),
        minutes(quietWaits, quiet, .99),
        handoffs / (double) Math.max(1, count),
        stepMillis[SimulatedStep.WAITS_FOR_SOMEBODY.ordinal()] / perAnswer,
        stepMillis[SimulatedStep.WAITS_IN_HANDS.ordinal()] / perAnswer,
        stepMillis[SimulatedStep.IS_WORKED_ON.ordinal()] / perAnswer,
        busy,
        flow,
        fairness,
        remarks);
  }
}

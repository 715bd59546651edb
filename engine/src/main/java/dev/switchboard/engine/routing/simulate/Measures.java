package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.Fairness;
import java.time.Duration;
import java.util.Arrays;

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
  private long untilAssigned;
  private long inHands;
  private long work;

  /**
   * Measures for a day.
   *
   * @param quietBelow so many followers, or fewer, has the quietest tenth
   */
  Measures(long quietBelow) {
    this.quietBelow = quietBelow;
  }

  void handedOff() {
    handoffs++;
  }

  /** Answered: how the wait was parted, each in milliseconds. */
  void answered(Progress progress, long now) {
    untilAssigned += progress.assigned - progress.since;
    inHands += progress.started - progress.assigned;
    work += now - progress.started;
    inTime += now - progress.since <= progress.one.allowedMillis() ? 1 : 0;
    wait(progress.one, now - progress.since);
  }

  /** Still open when the simulation ends: its wait is at least so long. */
  void unanswered(Progress progress, long now) {
    unanswered++;
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

  SimulationResult result(Day day, Routing routing, double busy, String remarks) {
    int answered = Math.max(1, count - unanswered);
    double perAnswer = (double) Day.MINUTE * answered;
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
        untilAssigned / perAnswer,
        inHands / perAnswer,
        work / perAnswer,
        busy,
        fairness,
        remarks);
  }
}

package dev.switchboard.engine.routing.simulate;

import java.util.List;
import java.util.Optional;

/**
 * What kind of day it is. All figures are made up, none is of a company.
 *
 * @param posts that come, 1 to 10,000,000
 * @param agents on the roster, 1 to 100,000
 * @param hours from midnight in which posts come, 1 to {@value #MAX_HOURS}; people work on until
 *     the evening after
 * @param needHelp the share of posts that become a case
 * @param ill the share of agents who don't come
 * @param shifts when shifts of eight hours begin; at least one
 * @param surges when more comes than at that hour of other days; the number of posts stays the same
 */
public record Scenario(
    String name,
    int posts,
    int agents,
    int hours,
    double needHelp,
    double ill,
    List<ShiftStart> shifts,
    List<Surge> surges) {
  public static final int MAX_POSTS = 10_000_000;
  public static final int MAX_AGENTS = 100_000;
  public static final int MAX_HOURS = 168;
  public static final int DAY = 24;

  /** What posts are about in days that are made up, and what people know. */
  public static final List<String> TOPICS = Mix.MADE_UP.topics();

  /**
   * When shifts begin.
   *
   * @param hour 0 up to 24
   * @param share of the people who have it, beside the other shifts' shares; above 0
   */
  public record ShiftStart(double hour, double share) {
    public ShiftStart {
      if (!(hour >= 0 && hour < DAY && share > 0)) {
        throw new IllegalArgumentException(
            "a shift begins at an hour from 0 up to 24, and some people have it");
      }
    }
  }

  /**
   * More posts for some hours.
   *
   * @param fromHour from the first midnight, and {@code toHour} after it
   * @param times how much more than else, above 0
   * @param topic which they are about, one of {@link #TOPICS}
   * @param share how many of them, 0 to 1
   */
  public record Surge(double fromHour, double toHour, double times, String topic, double share) {
    public Surge {
      if (!(fromHour >= 0 && toHour > fromHour && toHour <= MAX_HOURS)) {
        throw new IllegalArgumentException("a surge ends after it begins, within the hours");
      }
      if (!(times > 0 && times <= 1_000 && share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a surge is above 0 and at most 1000 times as much, and its share is 0 to 1");
      }
      if (!TOPICS.contains(topic)) {
        throw new IllegalArgumentException(
            "there is no topic \"%s\"; there are %s".formatted(topic, String.join(", ", TOPICS)));
      }
    }
  }

  public Scenario {
    shifts = List.copyOf(shifts);
    surges = List.copyOf(surges);
    if (posts < 1 || posts > MAX_POSTS || agents < 1 || agents > MAX_AGENTS) {
      throw new IllegalArgumentException(
          "a day has 1 to %d posts and 1 to %d agents, not %d and %d"
              .formatted(MAX_POSTS, MAX_AGENTS, posts, agents));
    }
    if (hours < 1 || hours > MAX_HOURS) {
      throw new IllegalArgumentException(
          "posts come for 1 to %d hours, not %d".formatted(MAX_HOURS, hours));
    }
    if (!(needHelp >= 0 && needHelp <= 1 && ill >= 0 && ill <= 1)) {
      throw new IllegalArgumentException("shares are 0 to 1");
    }
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("nobody works: there is no shift");
    }
  }

  /** Early, day, late, evening and night. */
  public static final List<ShiftStart> USUAL_SHIFTS =
      List.of(
          new ShiftStart(6, .28),
          new ShiftStart(8, .24),
          new ShiftStart(12, .22),
          new ShiftStart(15, .2),
          new ShiftStart(22, .06));

  public static final Scenario ORDINARY =
      new Scenario("ordinary day", 80_000, 500, DAY, 0.25, 0.05, USUAL_SHIFTS, List.of());

  /** Flights are cancelled from the early morning on. */
  public static final Scenario SNOW_DAY =
      new Scenario(
          "snow day",
          100_000,
          500,
          DAY,
          0.28,
          0.08,
          USUAL_SHIFTS,
          List.of(
              new Surge(6, 13, 2.2, "rebooking", 0.55), new Surge(13, 18, 1.4, "refunds", 0.35)));

  /** One post is shared all over the world; most who write about it need nothing. */
  public static final Scenario VIRAL_POST =
      new Scenario(
          "viral post",
          100_000,
          500,
          DAY,
          0.2,
          0.05,
          USUAL_SHIFTS,
          List.of(new Surge(17, 20, 6, "opinions", 0.7)));

  public static final Scenario HALF_THE_TEAM_ILL =
      new Scenario("half the team ill", 80_000, 500, DAY, 0.25, 0.5, USUAL_SHIFTS, List.of());

  public static final List<Scenario> ALL =
      List.of(ORDINARY, SNOW_DAY, VIRAL_POST, HALF_THE_TEAM_ILL);

  public static Optional<Scenario> find(String name) {
    return ALL.stream().filter(scenario -> scenario.name.equals(name)).findFirst();
  }

  public Scenario withSize(int otherPosts, int otherAgents) {
    return new Scenario(name, otherPosts, otherAgents, hours, needHelp, ill, shifts, surges);
  }

  public Scenario withHours(int otherHours) {
    return new Scenario(name, posts, agents, otherHours, needHelp, ill, shifts, surges);
  }

  /** The same with posts that were. */
  Scenario replayed(int otherPosts) {
    return new Scenario(
        name + ", replayed", otherPosts, agents, hours, needHelp, ill, shifts, surges);
  }

  /** How many days have posts. */
  int days() {
    return (hours + DAY - 1) / DAY;
  }
}

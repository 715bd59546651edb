package dev.switchboard.engine.routing.simulate;

import java.util.List;
import java.util.Optional;

/**
 * What kind of day it is. All figures are made up, none is of a company.
 *
 * @param posts that come within the day, 1 to 10,000,000
 * @param agents on the roster, 1 to 100,000
 * @param needHelp the share of posts that become a case
 * @param ill the share of agents who don't come
 * @param surges when more comes than at that hour of other days; the day's number stays the same
 */
public record Scenario(
    String name, int posts, int agents, double needHelp, double ill, List<Surge> surges) {
  private static final int MAX_POSTS = 10_000_000;
  private static final int MAX_AGENTS = 100_000;

  /**
   * More posts for some hours.
   *
   * @param fromHour 0 to 24, and {@code toHour} after it
   * @param times how much more than else, above 0
   * @param topic which they are about, and {@code share} how many of them, 0 to 1
   */
  public record Surge(double fromHour, double toHour, double times, String topic, double share) {}

  public Scenario {
    surges = List.copyOf(surges);
    if (posts < 1 || posts > MAX_POSTS || agents < 1 || agents > MAX_AGENTS) {
      throw new IllegalArgumentException(
          "a day has 1 to %d posts and 1 to %d agents, not %d and %d"
              .formatted(MAX_POSTS, MAX_AGENTS, posts, agents));
    }
    if (!(needHelp >= 0 && needHelp <= 1 && ill >= 0 && ill <= 1)) {
      throw new IllegalArgumentException("shares are 0 to 1");
    }
  }

  public static final Scenario ORDINARY =
      new Scenario("ordinary day", 80_000, 500, 0.25, 0.05, List.of());

  /** Flights are cancelled from the early morning on. */
  public static final Scenario SNOW_DAY =
      new Scenario(
          "snow day",
          100_000,
          500,
          0.28,
          0.08,
          List.of(
              new Surge(6, 13, 2.2, "rebooking", 0.55), new Surge(13, 18, 1.4, "refunds", 0.35)));

  /** One post is shared all over the world; most who write about it need nothing. */
  public static final Scenario VIRAL_POST =
      new Scenario(
          "viral post", 100_000, 500, 0.2, 0.05, List.of(new Surge(17, 20, 6, "opinions", 0.7)));

  public static final Scenario HALF_THE_TEAM_ILL =
      new Scenario("half the team ill", 80_000, 500, 0.25, 0.5, List.of());

  public static final List<Scenario> ALL =
      List.of(ORDINARY, SNOW_DAY, VIRAL_POST, HALF_THE_TEAM_ILL);

  public static Optional<Scenario> find(String name) {
    return ALL.stream().filter(scenario -> scenario.name.equals(name)).findFirst();
  }

  public Scenario withSize(int otherPosts, int otherAgents) {
    return new Scenario(name, otherPosts, otherAgents, needHelp, ill, surges);
  }
}

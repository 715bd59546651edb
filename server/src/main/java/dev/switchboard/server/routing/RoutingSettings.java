package dev.switchboard.server.routing;

import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.routing.RoutingPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a company sets about routing.
 *
 * @param on whether anybody is offered anything
 * @param answerWithin until when a case should be answered, where no deadline says it
 * @param handling how long a case keeps somebody, as far as anybody knows
 * @param skillLevel at which level a case asks for the skill that is called like its topic, if
 *     somebody has that skill; 1 to 5
 * @param skills what cases of a topic ask for instead; may be nothing. By topic, lower case
 */
public record RoutingSettings(
    boolean on,
    RoutingPolicy policy,
    Duration answerWithin,
    Duration handling,
    int skillLevel,
    Map<String, List<Skill>> skills) {
  /** Whoever is there has seen one of three. */
  private static final int USUAL_UNSEEN = 3;

  /**
   * Shorter offers than on simulated days, since people look; and nights are nothing out of the
   * ordinary, so only a day without anybody is.
   */
  private static final RoutingPolicy POLICY =
      new RoutingPolicy(
          Duration.ofSeconds(30),
          RoutingPolicy.DEFAULT.notAgainWithin(),
          RoutingPolicy.DEFAULT.previousWithin(),
          RoutingPolicy.DEFAULT.waitForPrevious(),
          RoutingPolicy.DEFAULT.maxOpenOffers(),
          RoutingPolicy.DEFAULT.maxUnanswered(),
          RoutingPolicy.DEFAULT.pause(),
          USUAL_UNSEEN,
          RoutingPolicy.DEFAULT.relaxations(),
          RoutingPolicy.DEFAULT.relaxedService(),
          Duration.ofDays(1));

  private static final int USUAL_LEVEL = 3;

  public static final RoutingSettings DEFAULT =
      new RoutingSettings(
          true, POLICY, Duration.ofHours(1), Duration.ofMinutes(5), USUAL_LEVEL, Map.of());

  /** Nobody is offered anything: people take cases by hand. */
  public static final RoutingSettings OFF =
      new RoutingSettings(
          false,
          POLICY,
          DEFAULT.answerWithin(),
          DEFAULT.handling(),
          DEFAULT.skillLevel(),
          Map.of());

  public RoutingSettings {
    if (!answerWithin.isPositive() || !handling.isPositive()) {
      throw new IllegalArgumentException("an answer and its handling take time");
    }
    if (skillLevel < 1 || skillLevel > Skill.MAX_LEVEL) {
      throw new IllegalArgumentException(
          "a skill is asked for at a level of 1 to %d, not %d"
              .formatted(Skill.MAX_LEVEL, skillLevel));
    }
    Map<String, List<Skill>> copied = new HashMap<>();
    skills.forEach((topic, asked) -> copied.put(topic, List.copyOf(asked)));
    skills = Map.copyOf(copied);
  }
}

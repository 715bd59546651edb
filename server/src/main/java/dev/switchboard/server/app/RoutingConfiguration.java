package dev.switchboard.server.app;

import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.routing.Needs;
import dev.switchboard.engine.routing.RoutingPolicy;
import dev.switchboard.server.routing.RoutingSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The part of the configuration that says who is offered which case. {@code routing.skill.refund =
 * refunds:3, french law:2} says what cases about refunds ask for; {@code none} asks for nothing.
 */
final class RoutingConfiguration {
  private static final String SWITCH = "routing";
  private static final String OFFER_FOR = "offerFor";
  private static final String AT_ONCE = "routing.offersAtOnce";
  private static final String AWAY_AFTER = "routing.awayAfter";
  private static final String NEVER = "never";
  private static final String NOT_AGAIN = "routing.notAgainWithin";
  private static final String PREVIOUS = "routing.previousWithin";
  private static final String WAIT_FOR_PREVIOUS = "routing.waitForPrevious";
  private static final String NOBODY_THERE = "routing.nobodyThereAfter";
  private static final String ANSWER_WITHIN = "routing.answerWithin";
  private static final String HANDLING = "routing.handlingTime";
  private static final String LEVEL = "routing.skillLevel";
  private static final String SKILL = "routing.skill.";
  private static final String NONE = "none";

  static final Set<String> KEYS =
      Set.of(
          SWITCH,
          OFFER_FOR,
          AT_ONCE,
          AWAY_AFTER,
          NOT_AGAIN,
          PREVIOUS,
          WAIT_FOR_PREVIOUS,
          NOBODY_THERE,
          ANSWER_WITHIN,
          HANDLING,
          LEVEL);

  private final Properties values;

  RoutingConfiguration(Properties values) {
    this.values = values;
  }

  /** Whether a key says what cases of a topic ask for: there may be any of those. */
  static boolean isSkill(String key) {
    return key.startsWith(SKILL) && key.length() > SKILL.length();
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException with a sentence that begins with the key, if a value is wrong
   */
  RoutingSettings settings() {
    RoutingSettings usual = RoutingSettings.DEFAULT;
    return new RoutingSettings(
        isOn(),
        policy(usual.policy()),
        duration(ANSWER_WITHIN, usual.answerWithin(), true),
        duration(HANDLING, usual.handling(), true),
        number(LEVEL, usual.skillLevel(), Skill.MAX_LEVEL),
        skills());
  }

  private boolean isOn() {
    String value = values.getProperty(SWITCH, "on").strip();
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong(SWITCH, value, "on or off");
    };
  }

  private RoutingPolicy policy(RoutingPolicy usual) {
    return new RoutingPolicy(
        duration(OFFER_FOR, usual.offerLasts(), true),
        duration(NOT_AGAIN, usual.notAgainWithin(), true),
        duration(PREVIOUS, usual.previousWithin(), false),
        duration(WAIT_FOR_PREVIOUS, usual.waitForPrevious(), false),
        number(AT_ONCE, usual.maxOpenOffers(), 100),
        usual.maxUnanswered(),
        usual.pause(),
        awayAfter(usual.maxUnseen()),
        usual.relaxations(),
        usual.relaxedService(),
        duration(NOBODY_THERE, usual.nobodyThereAfter(), false));
  }

  private int awayAfter(int otherwise) {
    String value = values.getProperty(AWAY_AFTER);
    return value != null && value.strip().equals(NEVER) ? 0 : number(AWAY_AFTER, otherwise, 100);
  }

  private Duration duration(String key, Duration otherwise, boolean lasts) {
    String value = values.getProperty(key);
    if (value == null) {
      return otherwise;
    }
    return Durations.parse(value)
        .filter(found -> !lasts || found.isPositive())
        .orElseThrow(() -> wrong(key, value, "a duration such as 90s, 2m, 12h or 7d"));
  }

  private int number(String key, int otherwise, int most) {
    String value = values.getProperty(key);
    if (value == null) {
      return otherwise;
    }
    String stripped = value.strip();
    int number = stripped.matches("\\d{1,3}") ? Integer.parseInt(stripped) : 0;
    if (number < 1 || number > most) {
      throw wrong(key, value, "a number from 1 to " + most);
    }
    return number;
  }

  private Map<String, List<Skill>> skills() {
    Map<String, List<Skill>> skills = new HashMap<>();
    for (String key : values.stringPropertyNames()) {
      if (isSkill(key)) {
        String topic = key.substring(SKILL.length()).toLowerCase(Locale.ROOT);
        skills.put(topic, skills(key, values.getProperty(key).strip()));
      }
    }
    return skills;
  }

  private static List<Skill> skills(String key, String value) {
    List<Skill> skills = new ArrayList<>();
    if (value.equals(NONE)) {
      return skills;
    }
    String[] items = value.split("\\s*,\\s*", -1);
    if (items.length > Needs.MAX_SKILLS) {
      throw wrong(key, value, "at most %d skills".formatted(Needs.MAX_SKILLS));
    }
    for (String item : items) {
      int colon = item.lastIndexOf(':');
      if (colon < 1 || !item.substring(colon + 1).matches("[1-5]")) {
        throw wrong(key, item, "skills with levels of 1 to 5 such as refunds:3, or none");
      }
      skills.add(new Skill(item.substring(0, colon), Integer.parseInt(item.substring(colon + 1))));
    }
    return skills;
  }

  private static IllegalArgumentException wrong(String key, String value, String expected) {
    return new IllegalArgumentException(
        "%s must be %s, not \"%s\"".formatted(key, expected, value));
  }
}

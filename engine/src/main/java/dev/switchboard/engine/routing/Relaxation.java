package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Skill;
import java.util.List;

/**
 * One step by which a case that waits asks for less.
 *
 * @param need what of it is relaxed
 * @param ofTarget after which share of the time that it may wait; 0 to 10
 */
public record Relaxation(Need need, double ofTarget) {
  private static final double MAX_SHARE = 10;

  public Relaxation {
    if (!(ofTarget >= 0 && ofTarget <= MAX_SHARE)) {
      throw new IllegalArgumentException(
          "a need is relaxed after 0 to %s of the target, not %s".formatted(MAX_SHARE, ofTarget));
    }
  }

  /** What can be relaxed. Brands and what volunteers are certified for can't. */
  public enum Need {
    /** Each skill may be one level lower, and not below 1. */
    LEVEL,
    /** No skill is asked for. */
    SKILLS,
    /** Any language will do. */
    LANGUAGE
  }

  Needs applied(Needs needs) {
    return switch (need) {
      case LEVEL -> needs.withSkills(needs.skills().stream().map(Relaxation::lower).toList());
      case SKILLS -> needs.withSkills(List.of());
      case LANGUAGE -> needs.inAnyLanguage();
    };
  }

  private static Skill lower(Skill skill) {
    return new Skill(skill.name(), Math.max(1, skill.level() - 1));
  }

  String words(Needs needs) {
    return switch (need) {
      case LEVEL, SKILLS -> needs.skillsText();
      case LANGUAGE -> needs.language() == null ? "any language" : needs.language();
    };
  }
}

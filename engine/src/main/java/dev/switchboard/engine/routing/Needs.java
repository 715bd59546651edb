package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.MayTake;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case asks of whoever takes it.
 *
 * @param brand for which they answer; never relaxed
 * @param kind what decides how heavily it weighs
 * @param topic what it is about, lower case; null if nobody has said. It binds volunteers, for whom
 *     it is never relaxed; of others it asks nothing, since what they can do are skills
 * @param language as a BCP 47 tag, of which the first part counts; null: any
 * @param skills each at least at its level; at most {@value #MAX_SKILLS}
 * @param who those whom the step lets take it in which the case is; never relaxed
 */
public record Needs(
    String brand,
    CaseWeights.Kind kind,
    @Nullable String topic,
    @Nullable String language,
    List<Skill> skills,
    MayTake who) {
  public static final int MAX_SKILLS = 16;

  public Needs {
    if (skills.size() > MAX_SKILLS) {
      throw new IllegalArgumentException(
          "a case asks for at most %d skills, not %d".formatted(MAX_SKILLS, skills.size()));
    }
    topic = topic == null ? null : topic.toLowerCase(Locale.ROOT);
    language = language == null ? null : primary(language);
    skills =
        skills.size() < 2
            ? List.copyOf(skills)
            : skills.stream().sorted(Comparator.comparing(Skill::name)).toList();
  }

  /** Of a case that everybody may take. */
  public Needs(
      String brand,
      CaseWeights.Kind kind,
      @Nullable String topic,
      @Nullable String language,
      List<Skill> skills) {
    this(brand, kind, topic, language, skills, MayTake.EVERYBODY);
  }

  /** The part of a BCP 47 tag that names the language, lower case: {@code pt} of {@code pt-BR}. */
  static String primary(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  Needs withKind(CaseWeights.Kind other) {
    return new Needs(brand, other, topic, language, skills, who);
  }

  Needs withSkills(List<Skill> other) {
    return new Needs(brand, kind, topic, language, other, who);
  }

  Needs inAnyLanguage() {
    return new Needs(brand, kind, topic, null, skills, who);
  }

  public Needs withWho(MayTake other) {
    return new Needs(brand, kind, topic, language, skills, other);
  }

  /**
   * Whether these are needs of before, in the same step: at most others have been called to it, so
   * what was relaxed stays so.
   */
  public boolean goOnFrom(Needs before) {
    return equals(before)
        || who.step().equals(before.who.step())
            && withWho(MayTake.EVERYBODY).equals(before.withWho(MayTake.EVERYBODY));
  }

  /** The skills as people write them, for example {@code refunds:3}. */
  public String skillsText() {
    return skills.isEmpty()
        ? "no skill"
        : skills.stream().map(Skill::text).collect(Collectors.joining(", "));
  }
}

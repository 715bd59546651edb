package dev.switchboard.server.console.view.staff;

import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.ProfileFields;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it stands in a form: what was typed, and what is wrong with it by field.
 *
 * @param values by field
 * @param problems a sentence by field; empty if all is well
 */
public record PersonForm(Map<String, String> values, Map<String, String> problems) {
  public PersonForm {
    values = Map.copyOf(values);
    problems = Map.copyOf(problems);
  }

  public static PersonForm of(Profile profile) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("teams", String.join(", ", profile.teams()));
    values.put("brands", String.join(", ", profile.brands()));
    values.put("languages", String.join(", ", profile.languages()));
    values.put(
        "skills", profile.skills().stream().map(Skill::text).collect(Collectors.joining(", ")));
    values.put("capacity", String.valueOf(Objects.requireNonNullElse(profile.capacity(), 0)));
    values.put("zone", profile.roster().zone().getId());
    values.put("shifts", RosterText.hours(profile.roster()).replace("; ", "\n"));
    values.put("volunteer", profile.volunteer() ? "yes" : "");
    return new PersonForm(values, Map.of());
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  /** What a form says, read; or the form again, with what is wrong beside the fields. */
  public static Read read(Map<String, String> sent) {
    Map<String, String> problems = new LinkedHashMap<>();
    Reading reading = new Reading(sent, problems);
    List<String> teams = reading.of("teams", text -> ProfileFields.words("a team", list(text)));
    List<String> brands = reading.of("brands", text -> ProfileFields.words("a brand", list(text)));
    List<String> languages = reading.of("languages", text -> ProfileFields.languages(list(text)));
    List<Skill> skills = reading.of("skills", text -> ProfileFields.skills(list(text)));
    Integer capacity = reading.of("capacity", ProfileFields::capacity);
    ZoneId zone = reading.of("zone", RosterText::zone);
    Roster roster =
        reading.of(
            "shifts", text -> RosterText.parse(zone == null ? Roster.NONE.zone() : zone, text));
    if (!problems.isEmpty()) {
      return new Read(null, new PersonForm(sent, problems));
    }
    boolean volunteer = !sent.getOrDefault("volunteer", "").isEmpty();
    return new Read(
        new ProfileChange(teams, brands, languages, skills, capacity, roster, volunteer, null),
        new PersonForm(sent, problems));
  }

  /** The same of a form that has only what somebody knows. */
  public static Read readKnown(Map<String, String> sent) {
    Map<String, String> problems = new LinkedHashMap<>();
    Reading reading = new Reading(sent, problems);
    List<String> languages = reading.of("languages", text -> ProfileFields.languages(list(text)));
    List<Skill> skills = reading.of("skills", text -> ProfileFields.skills(list(text)));
    PersonForm form = new PersonForm(sent, problems);
    return problems.isEmpty()
        ? new Read(new ProfileChange(null, null, languages, skills, null, null, null, null), form)
        : new Read(null, form);
  }

  /** The change, null if the form has problems. */
  public record Read(@Nullable ProfileChange change, PersonForm form) {}

  private record Reading(Map<String, String> sent, Map<String, String> problems) {
    <T> @Nullable T of(String field, Function<String, T> reading) {
      try {
        return reading.apply(sent.getOrDefault(field, ""));
      } catch (IllegalArgumentException e) {
        problems.put(field, sentence(String.valueOf(e.getMessage())));
        return null;
      }
    }

    private static String sentence(String text) {
      return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split("[,;\\n]", -1)).map(String::strip).toList();
  }
}

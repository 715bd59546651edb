package dev.switchboard.channels.staff;

import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.ProfileFields;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.RosterText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one person in a file. Lists are apart by semicolons. */
final class StaffFields {
  /** In the column of roles: an agent who answers only what they are certified for. */
  private static final String VOLUNTEER = "volunteer";

  private final Map<String, String> fields;

  StaffFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * The person.
   *
   * @throws IllegalArgumentException with a sentence
   */
  StaffLine.Person person(long line) {
    return new StaffLine.Person(line, needed("name"), needed("login"), role(), change());
  }

  private String needed(String column) {
    String value = fields.getOrDefault(column, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("%s is empty".formatted(column));
    }
    return value;
  }

  private @Nullable Role role() {
    String word = fields.get("role");
    if (word == null) {
      return null;
    }
    if (word.isEmpty() || isVolunteer(word)) {
      return Role.AGENT;
    }
    for (Role role : Role.values()) {
      if (role.word().equalsIgnoreCase(word) || role.label().equalsIgnoreCase(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role must be one of %s or volunteer, not \"%s\""
            .formatted(
                Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")),
                word));
  }

  private static boolean isVolunteer(String word) {
    return word.toLowerCase(Locale.ROOT).equals(VOLUNTEER);
  }

  private ProfileChange change() {
    String capacity = fields.get("capacity");
    String shifts = fields.get("shifts");
    List<String> skills = list("skills");
    return new ProfileChange(
        list("teams"),
        list("brands"),
        list("languages"),
        skills == null ? null : ProfileFields.skills(skills),
        capacity == null ? null : capacity(capacity),
        shifts == null ? null : RosterText.parse(shifts),
        volunteer(),
        list("volunteer_topics"));
  }

  private static int capacity(String text) {
    return text.isEmpty() ? Profile.DEFAULT_CAPACITY : ProfileFields.capacity(text);
  }

  /** Said by the role, or by topics; unknown if the file has neither column. */
  private @Nullable Boolean volunteer() {
    String role = fields.get("role");
    String topics = fields.get("volunteer_topics");
    if (role == null && topics == null) {
      return null;
    }
    return role != null && isVolunteer(role) || topics != null && !topics.isEmpty();
  }

  private @Nullable List<String> list(String column) {
    String value = fields.get(column);
    if (value == null) {
      return null;
    }
    return Arrays.stream(value.split("[;|]", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}

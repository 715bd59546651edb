package dev.switchboard.engine.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the company knows of a person who answers. Lists are in order and without doubles.
 *
 * @param brands for which they answer; none: for all
 * @param languages as BCP 47 tags
 * @param capacity what the cases that they hold may weigh together, 0 to 100; null: no limit is
 *     kept, as for a name that a program has made up
 * @param volunteer one of the company's other employees, who answers only what they are certified
 *     for
 */
public record Profile(
    String person,
    List<String> teams,
    List<String> brands,
    List<String> languages,
    List<Skill> skills,
    @Nullable Integer capacity,
    Roster roster,
    boolean volunteer,
    List<VolunteerTopic> topics) {
  public static final int DEFAULT_CAPACITY = 10;

  public Profile {
    teams = teams.stream().distinct().sorted().toList();
    brands = brands.stream().distinct().sorted().toList();
    languages = languages.stream().distinct().sorted().toList();
    skills = skills.stream().sorted(Comparator.comparing(Skill::name)).toList();
    topics = topics.stream().sorted(Comparator.comparing(VolunteerTopic::topic)).toList();
  }

  /** Of somebody of whom nothing is known. */
  public static Profile of(String person, @Nullable Integer capacity) {
    return new Profile(
        person,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        capacity,
        Roster.NONE,
        false,
        List.of());
  }

  public Optional<VolunteerTopic> findTopic(String topic) {
    return topics.stream().filter(known -> known.topic().equals(topic)).findFirst();
  }

  Profile withTopics(List<VolunteerTopic> other) {
    return new Profile(
        person, teams, brands, languages, skills, capacity, roster, volunteer, other);
  }

  /** The names of the fields in which another one differs; part of the contract. */
  public List<String> changesTo(Profile other) {
    List<String> changed = new ArrayList<>();
    note(changed, "teams", !teams.equals(other.teams));
    note(changed, "brands", !brands.equals(other.brands));
    note(changed, "languages", !languages.equals(other.languages));
    note(changed, "skills", !skills.equals(other.skills));
    note(changed, "capacity", !Objects.equals(capacity, other.capacity));
    note(changed, "shifts", !roster.equals(other.roster));
    note(changed, "volunteer", volunteer != other.volunteer);
    note(changed, "topics", !topics.equals(other.topics));
    return changed;
  }

  private static void note(List<String> changed, String field, boolean differs) {
    if (differs) {
      changed.add(field);
    }
  }
}

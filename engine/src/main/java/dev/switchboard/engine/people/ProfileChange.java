package dev.switchboard.engine.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in a profile; null leaves a field as it is.
 *
 * @param topics those that the person would like to answer: kept as they are where they were there
 *     before, with their certification; new ones are not certified
 */
public record ProfileChange(
    @Nullable List<String> teams,
    @Nullable List<String> brands,
    @Nullable List<String> languages,
    @Nullable List<Skill> skills,
    @Nullable Integer capacity,
    @Nullable Roster roster,
    @Nullable Boolean volunteer,
    @Nullable List<String> topics) {
  public static final ProfileChange NONE =
      new ProfileChange(null, null, null, null, null, null, null, null);

  public ProfileChange {
    teams = teams == null ? null : ProfileFields.words("a team", teams);
    brands = brands == null ? null : ProfileFields.words("a brand", brands);
    languages = languages == null ? null : ProfileFields.languages(languages);
    skills = skills == null ? null : List.copyOf(skills);
    topics = topics == null ? null : ProfileFields.topics(topics);
    if (capacity != null && (capacity < 0 || capacity > ProfileFields.MAX_CAPACITY)) {
      throw new IllegalArgumentException(
          "capacity must be 0 to %d, not %d".formatted(ProfileFields.MAX_CAPACITY, capacity));
    }
  }

  /** The profile with this change. */
  public Profile on(Profile before, Instant now) {
    return new Profile(
        before.person(),
        teams == null ? before.teams() : teams,
        brands == null ? before.brands() : brands,
        languages == null ? before.languages() : languages,
        skills == null ? before.skills() : skills,
        capacity == null ? before.capacity() : capacity,
        roster == null ? before.roster() : roster,
        volunteer == null ? before.volunteer() : volunteer,
        topics == null
            ? before.topics()
            : topics.stream()
                .map(
                    topic ->
                        before
                            .findTopic(topic)
                            .orElseGet(() -> new VolunteerTopic(topic, now, null)))
                .toList());
  }
}

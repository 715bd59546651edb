package dev.switchboard.server.routing;

import dev.switchboard.engine.people.Attendance;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.VolunteerTopic;
import dev.switchboard.engine.routing.Worker;
import dev.switchboard.store.people.RosterReads.OnRoster;
import dev.switchboard.store.routing.RoutingStore.ShiftOver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who is on the roster, what they can do, and when their shifts are over. One thread. */
final class RosterBook {
  /** How long after the end of their shift somebody who has not left is asked for. */
  static final Duration GRACE = Duration.ofMinutes(30);

  /** One for each person on the roster. */
  private final Map<String, Entry> people = new HashMap<>();

  private final Map<String, Integer> skills = new HashMap<>();
  private final TreeSet<Leaving> leaving = new TreeSet<>();

  private record Entry(Set<String> skills, List<String> teams, @Nullable Leaving leaving) {}

  /**
   * Somebody who says that they work, and whose shift ends.
   *
   * @param looks how often it was looked whether they have left
   */
  private record Leaving(Instant shiftEnd, int looks, String person)
      implements Comparable<Leaving> {
    Instant due() {
      return shiftEnd.plus(GRACE.multipliedBy(1 + looks));
    }

    @Override
    public int compareTo(Leaving other) {
      int order = due().compareTo(other.due());
      return order == 0 ? person.compareTo(other.person) : order;
    }
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  /** Those who were in a team when they were heard of last. */
  List<String> ofTeam(String team) {
    List<String> members = new ArrayList<>();
    people.forEach(
        (name, entry) -> {
          if (entry.teams().contains(team)) {
            members.add(name);
          }
        });
    return members;
  }

  boolean isKnownSkill(String name) {
    return skills.containsKey(name);
  }

  /** Takes a person as they are now. */
  Worker put(OnRoster person) {
    Profile profile = person.profile();
    gone(profile.person());
    Set<String> own = new HashSet<>();
    profile.skills().forEach(skill -> own.add(skill.name()));
    own.forEach(skill -> skills.merge(skill, 1, Integer::sum));
    Leaving end =
        new Attendance(person.presence(), person.since(), profile.roster())
            .shiftEnd()
            .map(at -> new Leaving(at, 0, profile.person()))
            .orElse(null);
    if (end != null) {
      leaving.add(end);
    }
    people.put(profile.person(), new Entry(own, profile.teams(), end));
    return worker(person);
  }

  private static Worker worker(OnRoster person) {
    Profile profile = person.profile();
    Set<String> certified = new HashSet<>();
    for (VolunteerTopic topic : profile.topics()) {
      if (topic.isCertified()) {
        certified.add(topic.topic());
      }
    }
    List<Skill> skills = profile.skills();
    return new Worker(
        profile.person(),
        person.presence(),
        profile.capacity(),
        Set.copyOf(profile.brands()),
        Set.copyOf(profile.languages()),
        skills,
        profile.volunteer(),
        certified,
        person.role(),
        Set.copyOf(profile.teams()));
  }

  /** Forgets a person. */
  void gone(String person) {
    Entry before = people.remove(person);
    if (before == null) {
      return;
    }
    for (String skill : before.skills()) {
      int left = skills.getOrDefault(skill, 0) - 1;
      if (left > 0) {
        skills.put(skill, left);
      } else {
        skills.remove(skill);
      }
    }
    if (before.leaving() != null) {
      leaving.remove(before.leaving());
    }
  }

  /** When somebody is to be asked for. */
  Optional<Instant> findNextLeaving() {
    return leaving.isEmpty() ? Optional.empty() : Optional.of(leaving.first().due());
  }

  /**
   * Those whose shift has been over for a while, each once; who has not left by then, since they
   * still hold something, comes again later.
   */
  List<ShiftOver> takeLeaving(Instant now) {
    List<Leaving> due = new ArrayList<>();
    while (!leaving.isEmpty() && !leaving.first().due().isAfter(now)) {
      due.add(leaving.pollFirst());
    }
    for (Leaving one : due) {
      Leaving later = new Leaving(one.shiftEnd(), looksUntil(one, now), one.person());
      leaving.add(later);
      people.computeIfPresent(
          one.person(), (_, entry) -> new Entry(entry.skills(), entry.teams(), later));
    }
    return due.stream().map(one -> new ShiftOver(one.person(), one.shiftEnd())).toList();
  }

  private static int looksUntil(Leaving one, Instant now) {
    return (int) Duration.between(one.shiftEnd(), now).dividedBy(GRACE);
  }
}

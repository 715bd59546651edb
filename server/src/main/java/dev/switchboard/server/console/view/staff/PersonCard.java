package dev.switchboard.server.console.view.staff;

import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.people.Staff;
import dev.switchboard.store.people.StaffRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists and their own page show them.
 *
 * @param load what the cases that they hold weigh together
 * @param shift what their shifts say of this moment; empty if they have none
 */
public record PersonCard(StaffRow row, int load, String shift) {
  private static final int MAX_SKILLS = 3;

  public static PersonCard of(StaffRow row, Staff staff) {
    Instant now = staff.now();
    return new PersonCard(row, staff.load(row), Week.now(row.profile().roster(), now));
  }

  public int id() {
    return row.id();
  }

  public String name() {
    return row.name();
  }

  public Profile profile() {
    return row.profile();
  }

  /** What they are, in a word or two; empty if they have no account and a team says enough. */
  public String role() {
    if (profile().volunteer()) {
      return "Volunteer";
    }
    if (row.role() == null) {
      return profile().teams().isEmpty() ? "No account" : "";
    }
    return row.role().label();
  }

  /** How much they can hold; null if nobody has said. */
  public @Nullable Integer capacity() {
    return profile().capacity();
  }

  public boolean isFull() {
    Integer capacity = capacity();
    return capacity != null && load >= capacity;
  }

  /** How full they are, 0 to 100; 0 if nobody has said how much they can hold. */
  public int percent() {
    Integer capacity = capacity();
    if (capacity == null) {
      return 0;
    }
    return capacity == 0 ? 100 : Math.min(100, Math.round(100f * load / capacity));
  }

  /** The skills that they are best at. */
  public List<Skill> bestSkills() {
    return profile().skills().stream()
        .sorted(Comparator.comparing(Skill::level).reversed().thenComparing(Skill::name))
        .limit(MAX_SKILLS)
        .toList();
  }

  public int moreSkills() {
    return Math.max(0, profile().skills().size() - MAX_SKILLS);
  }

  /** Languages by their names. */
  public List<String> languages() {
    return profile().languages().stream()
        .map(tag -> Objects.requireNonNullElse(Words.language(tag), tag))
        .toList();
  }

  /** How many topics wait for somebody to certify them. */
  public long uncertified() {
    return profile().topics().stream().filter(topic -> !topic.isCertified()).count();
  }
}

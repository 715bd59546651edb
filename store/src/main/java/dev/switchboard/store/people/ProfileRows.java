package dev.switchboard.store.people;

import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.Shift;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.VolunteerTopic;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Profiles of some people, in as many statements as they have tables, however many they are. */
final class ProfileRows {
  private final Handle handle;
  private final Integer[] ids;

  private ProfileRows(Handle handle, Collection<Integer> people) {
    this.handle = handle;
    this.ids = people.toArray(new Integer[0]);
  }

  private record Base(
      int id, String name, @Nullable Integer capacity, boolean volunteer, ZoneId zone) {}

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** By number; who does not exist is left out. */
  static Map<Integer, Profile> read(Handle handle, Collection<Integer> people) {
    return people.isEmpty() ? Map.of() : new ProfileRows(handle, people).read();
  }

  private Map<Integer, Profile> read() {
    Map<Integer, List<String>> teams =
        many(
            """
            SELECT m.person_id, t.name FROM team_members m JOIN teams t ON t.id = m.team_id
            WHERE m.person_id = ANY(:ids)
            """,
            row -> row.getString("name"));
    Map<Integer, List<String>> brands =
        many(
            "SELECT person_id, brand FROM person_brands WHERE person_id = ANY(:ids)",
            row -> row.getString("brand"));
    Map<Integer, List<String>> languages =
        many(
            "SELECT person_id, language FROM person_languages WHERE person_id = ANY(:ids)",
            row -> row.getString("language"));
    Map<Integer, List<Skill>> skills =
        many(
            "SELECT person_id, skill, level FROM person_skills WHERE person_id = ANY(:ids)",
            row -> new Skill(row.getString("skill"), row.getInt("level")));
    Map<Integer, List<Shift>> shifts =
        many(
            "SELECT person_id, weekday, starts, ends FROM shifts WHERE person_id = ANY(:ids)",
            ProfileRows::shift);
    Map<Integer, List<VolunteerTopic>> topics =
        many(
            """
            SELECT person_id, topic, opted_at, certified_by, certified_at FROM volunteer_topics
            WHERE person_id = ANY(:ids)
            """,
            ProfileRows::topic);
    Map<Integer, Profile> profiles = new LinkedHashMap<>();
    for (Base base : bases()) {
      int id = base.id();
      profiles.put(
          id,
          new Profile(
              base.name(),
              teams.getOrDefault(id, List.of()),
              brands.getOrDefault(id, List.of()),
              languages.getOrDefault(id, List.of()),
              skills.getOrDefault(id, List.of()),
              base.capacity(),
              new Roster(base.zone(), shifts.getOrDefault(id, List.of())),
              base.volunteer(),
              topics.getOrDefault(id, List.of())));
    }
    return profiles;
  }

  private List<Base> bases() {
    return handle
        .createQuery("SELECT id, name, capacity, volunteer, zone FROM people WHERE id = ANY(:ids)")
        .bind("ids", ids)
        .map(
            (row, _) ->
                new Base(
                    row.getInt("id"),
                    row.getString("name"),
                    row.getObject("capacity", Integer.class),
                    row.getBoolean("volunteer"),
                    zone(row.getString("zone"))))
        .list();
  }

  /** Zones come and go with the machine's data: one that it does not know counts as UTC. */
  private static ZoneId zone(String name) {
    return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : Roster.NONE.zone();
  }

  private static Shift shift(ResultSet row) throws SQLException {
    return new Shift(
        DayOfWeek.of(row.getInt("weekday")),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class));
  }

  private static VolunteerTopic topic(ResultSet row) throws SQLException {
    String by = row.getString("certified_by");
    Instant at = Times.find(row, "certified_at");
    return new VolunteerTopic(
        row.getString("topic"),
        Times.read(row, "opted_at"),
        by == null ? null : new VolunteerTopic.Certification(by, Objects.requireNonNull(at)));
  }

  private <T> Map<Integer, List<T>> many(String sql, Reading<T> reading) {
    Map<Integer, List<T>> found = new HashMap<>();
    handle
        .createQuery(sql)
        .bind("ids", ids)
        .map(
            (row, _) ->
                found
                    .computeIfAbsent(row.getInt("person_id"), _ -> new ArrayList<>())
                    .add(reading.of(row)))
        .list();
    return found;
  }
}

package dev.switchboard.store.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Shift;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.VolunteerTopic;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction on profiles, presence and teams. One thread. */
public final class StaffTransaction {
  private final Handle handle;
  private final Instant now;

  StaffTransaction(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** Writes what happened. */
  public void record(@Nullable String actor, AboutTeams event) {
    EventWriter.write(handle, null, new NewEvent(null, null, actor, event), now);
  }

  /** The number of whoever has this name. */
  public Optional<Integer> findId(String name) {
    return handle
        .createQuery("SELECT id FROM people WHERE name = :name")
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne();
  }

  /** The number of whoever has this name, who is made if nobody has it. */
  public int person(String name) {
    handle
        .createUpdate("INSERT INTO people (name) VALUES (:name) ON CONFLICT (name) DO NOTHING")
        .bind("name", name)
        .execute();
    return findId(name).orElseThrow();
  }

  /** Locks a person and reads what is known of them. */
  public Optional<Profile> find(int person) {
    handle
        .createQuery("SELECT id FROM people WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", person)
        .mapTo(Integer.class)
        .findOne();
    // Read after the lock is held: what stood there before may be old.
    return Optional.ofNullable(ProfileRows.read(handle, List.of(person)).get(person));
  }

  /** Writes a profile; teams that there are not yet are made. */
  public void save(int person, Profile profile) {
    handle
        .createUpdate(
            """
            UPDATE people SET capacity = :capacity, volunteer = :volunteer, zone = :zone
            WHERE id = :id
            """)
        .bind("id", person)
        .bind("capacity", profile.capacity())
        .bind("volunteer", profile.volunteer())
        .bind("zone", profile.roster().zone().getId())
        .execute();
    saveTeams(person, profile.teams());
    saveWords(person, "person_brands", "brand", profile.brands());
    saveWords(person, "person_languages", "language", profile.languages());
    saveSkills(person, profile.skills());
    saveShifts(person, profile.roster().shifts());
    saveTopics(person, profile.topics());
  }

  private void saveTeams(int person, List<String> teams) {
    String[] names = teams.toArray(new String[0]);
    handle
        .createUpdate(
            """
            INSERT INTO teams (name, created_at) SELECT unnest(:names::text[]), :now
            ON CONFLICT (name) DO NOTHING
            """)
        .bind("names", names)
        .bind("now", Times.sql(now))
        .execute();
    clear(person, "team_members");
    handle
        .createUpdate(
            """
            INSERT INTO team_members (person_id, team_id)
            SELECT :person, id FROM teams WHERE name = ANY(:names)
            """)
        .bind("person", person)
        .bind("names", names)
        .execute();
  }

  private void saveWords(int person, String table, String column, List<String> words) {
    clear(person, table);
    handle
        .createUpdate(
            "INSERT INTO %s (person_id, %s) SELECT :person, unnest(:words::text[])"
                .formatted(table, column))
        .bind("person", person)
        .bind("words", words.toArray(new String[0]))
        .execute();
  }

  private void saveSkills(int person, List<Skill> skills) {
    clear(person, "person_skills");
    handle
        .createUpdate(
            """
            INSERT INTO person_skills (person_id, skill, level)
            SELECT :person, * FROM unnest(:skills::text[], :levels::int[])
            """)
        .bind("person", person)
        .bind("skills", skills.stream().map(Skill::name).toArray(String[]::new))
        .bind("levels", skills.stream().map(Skill::level).toArray(Integer[]::new))
        .execute();
  }

  private void saveShifts(int person, List<Shift> shifts) {
    clear(person, "shifts");
    handle
        .createUpdate(
            """
            INSERT INTO shifts (person_id, weekday, starts, ends)
            SELECT :person, s.day, s.starts::time, s.ends::time
            FROM unnest(:days::int[], :starts::text[], :ends::text[]) AS s (day, starts, ends)
            """)
        .bind("person", person)
        .bind("days", shifts.stream().map(shift -> shift.day().getValue()).toArray(Integer[]::new))
        .bind(
            "starts", shifts.stream().map(shift -> shift.from().toString()).toArray(String[]::new))
        .bind("ends", shifts.stream().map(shift -> shift.to().toString()).toArray(String[]::new))
        .execute();
  }

  private void saveTopics(int person, List<VolunteerTopic> topics) {
    clear(person, "volunteer_topics");
    handle
        .createUpdate(
            """
            INSERT INTO volunteer_topics (person_id, topic, opted_at, certified_by, certified_at)
            SELECT :person, t.topic, t.opted::timestamptz, t.by, t.at::timestamptz
            FROM unnest(:topics::text[], :opted::text[], :by::text[], :at::text[])
              AS t (topic, opted, by, at)
            """)
        .bind("person", person)
        .bind("topics", topics.stream().map(VolunteerTopic::topic).toArray(String[]::new))
        .bind(
            "opted",
            topics.stream().map(topic -> topic.optedInAt().toString()).toArray(String[]::new))
        .bind("by", topics.stream().map(StaffTransaction::by).toArray(String[]::new))
        .bind("at", topics.stream().map(StaffTransaction::at).toArray(String[]::new))
        .execute();
  }

  private static @Nullable String by(VolunteerTopic topic) {
    return topic.certification() == null ? null : topic.certification().by();
  }

  private static @Nullable String at(VolunteerTopic topic) {
    return topic.certification() == null ? null : topic.certification().at().toString();
  }

  private void clear(int person, String table) {
    handle
        .createUpdate("DELETE FROM " + table + " WHERE person_id = :person")
        .bind("person", person)
        .execute();
  }

  /**
   * Notes what a person does.
   *
   * @return what they did before
   */
  public Presence setPresence(int person, Presence presence) {
    return PresenceRows.set(handle, person, presence, now);
  }

  // teams

  /** Makes a team; empty if there is one of that name. */
  public Optional<Integer> addTeam(String name) {
    return handle
        .createQuery(
            """
            INSERT INTO teams (name, created_at) VALUES (:name, :now)
            ON CONFLICT (name) DO NOTHING RETURNING id
            """)
        .bind("name", name)
        .bind("now", Times.sql(now))
        .mapTo(Integer.class)
        .findOne();
  }

  /** Locks a team and reads its name. */
  public Optional<String> findTeam(int team) {
    return handle
        .createQuery("SELECT name FROM teams WHERE id = :id FOR UPDATE")
        .bind("id", team)
        .mapTo(String.class)
        .findOne();
  }

  /** Gives a team another name; false if another team has it. */
  public boolean renameTeam(int team, String name) {
    return handle
            .createUpdate(
                """
                UPDATE teams SET name = :name
                WHERE id = :id AND NOT EXISTS (SELECT FROM teams WHERE name = :name AND id <> :id)
                """)
            .bind("id", team)
            .bind("name", name)
            .execute()
        == 1;
  }

  /** Removes a team; whoever was in it is in it no more. */
  public void removeTeam(int team) {
    handle.createUpdate("DELETE FROM teams WHERE id = :id").bind("id", team).execute();
  }
}

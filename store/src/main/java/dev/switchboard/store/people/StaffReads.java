package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The directory of people and teams: a fixed number of statements a page. Any thread. */
public final class StaffReads {
  private static final int MAX_TEAMS = 500;
  private static final int MAX_PEOPLE = 5_000;

  private static final String COLUMNS =
      """
      SELECT p.id, p.login, p.role, p.password_hash IS NULL AS unset, p.disabled_at, p.reviewed, p.created_at,
        r.presence, r.since,
        (SELECT max(s.seen_at) FROM sessions s WHERE s.person_id = p.id) AS seen_at
      FROM people p LEFT JOIN presence r ON r.person_id = p.id
      """;

  private final Jdbi jdbi;

  public StaffReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Base(
      int id,
      @Nullable String login,
      @Nullable Role role,
      boolean invited,
      boolean disabled,
      boolean reviewed,
      Presence presence,
      @Nullable Instant since,
      @Nullable Instant seenAt,
      Instant createdAt) {}

  /** People by name, at most as many as the query's limit. */
  public List<StaffRow> people(StaffQuery query, Instant now) {
    String like = query.text() == null ? null : "%" + escaped(query.text()) + "%";
    return jdbi.withHandle(
        h ->
            rows(
                h,
                h.createQuery(
                        COLUMNS
                            + """
                            WHERE p.capacity IS NOT NULL
                              AND (:after::int IS NULL OR (lower(p.name), p.id) >
                                (SELECT lower(a.name), a.id FROM people a WHERE a.id = :after))
                              AND (:team::text IS NULL OR EXISTS (
                                SELECT FROM team_members m JOIN teams t ON t.id = m.team_id
                                WHERE m.person_id = p.id AND t.name = :team))
                              AND (:presence::text IS NULL
                                OR coalesce(r.presence, 'off') = :presence)
                              AND (:like::text IS NULL OR p.name ILIKE :like OR p.login ILIKE :like
                                OR EXISTS (SELECT FROM person_skills k
                                  WHERE k.person_id = p.id AND k.skill ILIKE :like)
                                OR EXISTS (SELECT FROM volunteer_topics v
                                  WHERE v.person_id = p.id AND v.topic ILIKE :like)
                                OR EXISTS (SELECT FROM person_languages l
                                  WHERE l.person_id = p.id AND l.language ILIKE :exact))
                            ORDER BY lower(p.name), p.id LIMIT :limit
                            """)
                    .bind("after", query.after())
                    .bind("team", query.team())
                    .bind("presence", query.presence())
                    .bind("like", like)
                    .bind("exact", query.text() == null ? null : escaped(query.text()))
                    .bind("limit", query.limit())
                    .map((row, _) -> base(row))
                    .list(),
                now));
  }

  /** One person, in the directory or not. */
  public Optional<StaffRow> find(int person, Instant now) {
    return jdbi.withHandle(
        h ->
            rows(
                    h,
                    h.createQuery(COLUMNS + " WHERE p.id = :id")
                        .bind("id", person)
                        .map((row, _) -> base(row))
                        .list(),
                    now)
                .stream()
                .findFirst());
  }

  /** One person by name. */
  public Optional<StaffRow> find(String name, Instant now) {
    return jdbi.withHandle(
        h ->
            rows(
                    h,
                    h.createQuery(COLUMNS + " WHERE p.name = :name")
                        .bind("name", name)
                        .map((row, _) -> base(row))
                        .list(),
                    now)
                .stream()
                .findFirst());
  }

  /** What a person says that they do; empty if they are not in the directory. */
  public Optional<Presence> findPresence(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT coalesce(r.presence, 'off')
                    FROM people p LEFT JOIN presence r ON r.person_id = p.id
                    WHERE p.name = :name AND p.capacity IS NOT NULL
                    """)
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .map(PresenceRows::read));
  }

  /** How many offers ran out before somebody was taken for away; 0 if they were not. */
  public int unseenOffers(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT r.unseen_offers FROM people p JOIN presence r ON r.person_id = p.id
                    WHERE p.name = :name AND r.unseen_offers > 0
                    """)
                .bind("name", name)
                .mapTo(int.class)
                .findOne()
                .orElse(0));
  }

  /** The profiles of all who can sign in or could, by login; at most 5,000. */
  public Map<String, Profile> byLogin() {
    return jdbi.withHandle(
        h -> {
          Map<Integer, String> logins = new HashMap<>();
          h.createQuery("SELECT id, login FROM people WHERE login IS NOT NULL LIMIT :limit")
              .bind("limit", MAX_PEOPLE)
              .map((row, _) -> logins.put(row.getInt("id"), row.getString("login")))
              .list();
          Map<String, Profile> profiles = new HashMap<>();
          ProfileRows.read(h, logins.keySet())
              .forEach((id, profile) -> profiles.put(String.valueOf(logins.get(id)), profile));
          return profiles;
        });
  }

  /** All teams by name, at most 500. */
  public List<TeamRow> teams() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT t.id, t.name, count(p.id) AS members,
                      count(*) FILTER (WHERE r.presence = 'working') AS working
                    FROM teams t
                    LEFT JOIN team_members m ON m.team_id = t.id
                    LEFT JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL
                    LEFT JOIN presence r ON r.person_id = p.id
                    GROUP BY t.id ORDER BY lower(t.name), t.id LIMIT :limit
                    """)
                .bind("limit", MAX_TEAMS)
                .map(
                    (row, _) ->
                        new TeamRow(
                            row.getInt("id"),
                            row.getString("name"),
                            row.getInt("members"),
                            row.getInt("working")))
                .list());
  }

  private static List<StaffRow> rows(Handle handle, List<Base> bases, Instant now) {
    List<Integer> ids = bases.stream().map(Base::id).toList();
    Map<Integer, Profile> profiles = ProfileRows.read(handle, ids);
    Map<Integer, List<CaseWeights.Held>> held = HeldRows.of(handle, ids, now);
    List<StaffRow> rows = new ArrayList<>();
    for (Base base : bases) {
      Profile profile = profiles.get(base.id());
      if (profile != null) {
        rows.add(
            new StaffRow(
                base.id(),
                profile,
                base.login(),
                base.role(),
                base.invited(),
                base.disabled(),
                base.reviewed(),
                base.presence(),
                base.since(),
                held.getOrDefault(base.id(), List.of()),
                base.seenAt(),
                base.createdAt()));
      }
    }
    return rows;
  }

  private static Base base(ResultSet row) throws SQLException {
    String login = row.getString("login");
    String role = row.getString("role");
    String presence = row.getString("presence");
    return new Base(
        row.getInt("id"),
        login,
        role == null ? null : Role.find(role).orElse(Role.READ_ONLY),
        login != null && row.getBoolean("unset"),
        row.getObject("disabled_at") != null,
        row.getBoolean("reviewed"),
        presence == null ? Presence.OFF : PresenceRows.read(presence),
        Times.find(row, "since"),
        Times.find(row, "seen_at"),
        Times.read(row, "created_at"));
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }
}

package dev.switchboard.store.process;

import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** People as flows see them. */
public final class Actors {
  private Actors() {}

  /**
   * A person with their role, teams and topics, in one statement. A name that has no account acts
   * as an agent, who is in no team and of whom nobody knows what they know.
   */
  public static Actor read(Handle handle, String name) {
    return handle
        .createQuery(
            """
            SELECT p.name, p.role, p.volunteer,
              ARRAY(SELECT t.name FROM team_members m JOIN teams t ON t.id = m.team_id
                WHERE m.person_id = p.id) AS teams,
              ARRAY(SELECT s.skill FROM person_skills s
                WHERE s.person_id = p.id AND NOT p.volunteer
                UNION SELECT v.topic FROM volunteer_topics v
                WHERE v.person_id = p.id AND p.volunteer AND v.certified_at IS NOT NULL) AS topics
            FROM people p WHERE p.name = :name
            """)
        .bind("name", name)
        .map((row, _) -> actor(row))
        .findOne()
        .orElseGet(() -> new Actor(name, Role.AGENT, false, Set.of(), Set.of()));
  }

  public static Actor read(Jdbi jdbi, String name) {
    return jdbi.withHandle(h -> read(h, name));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Actor(
        row.getString("name"),
        role == null ? Role.AGENT : Role.find(role).orElse(Role.READ_ONLY),
        row.getBoolean("volunteer"),
        Set.of((String[]) row.getArray("teams").getArray()),
        Set.of((String[]) row.getArray("topics").getArray()));
  }
}

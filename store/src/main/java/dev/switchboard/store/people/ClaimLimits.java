package dev.switchboard.store.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Wanted;
import dev.switchboard.store.CaseTraits;
import dev.switchboard.store.log.EventWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether somebody may take a case, read in the transaction that takes it. Whoever
 * takes a case locks its row first, then their own: so two cases that one person takes at once
 * stand in a line, and the second counts the first.
 */
public final class ClaimLimits {
  private final Handle handle;
  private final Instant now;

  public ClaimLimits(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /**
   * Locks a person and reads their limits: three statements, however much is held.
   *
   * @param without the case that they would take
   * @return empty if nothing is known of them, so that nothing limits them
   */
  public Optional<Limits> lock(String name, long without) {
    Optional<Integer> id =
        handle
            .createQuery(
                """
                SELECT id FROM people WHERE name = :name AND capacity IS NOT NULL
                FOR NO KEY UPDATE
                """)
            .bind("name", name)
            .mapTo(Integer.class)
            .findOne();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    // Read after the lock is held: what stood there before may be old.
    Map<Integer, List<CaseWeights.Held>> held =
        HeldRows.of(handle, List.of(id.get()), without, now);
    return Optional.of(read(id.get(), held.getOrDefault(id.get(), List.of())));
  }

  /** The limits of a volunteer, without what they hold; empty if they are none. */
  public Optional<Limits> findVolunteer(String name) {
    return handle
        .createQuery("SELECT id FROM people WHERE name = :name AND volunteer")
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne()
        .map(id -> read(id, List.of()));
  }

  private Limits read(int person, List<CaseWeights.Held> held) {
    return handle
        .createQuery(
            """
            SELECT p.name, p.capacity, p.volunteer, r.presence,
              ARRAY(SELECT b.brand FROM person_brands b WHERE b.person_id = p.id) AS brands,
              ARRAY(SELECT t.topic FROM volunteer_topics t
                WHERE t.person_id = p.id AND t.certified_at IS NOT NULL) AS topics
            FROM people p LEFT JOIN presence r ON r.person_id = p.id
            WHERE p.id = :id
            """)
        .bind("id", person)
        .map((row, _) -> limits(row, held))
        .one();
  }

  private static Limits limits(ResultSet row, List<CaseWeights.Held> held) throws SQLException {
    String presence = row.getString("presence");
    return new Limits(
        row.getString("name"),
        row.getObject("capacity", Integer.class),
        held,
        Set.of((String[]) row.getArray("brands").getArray()),
        row.getBoolean("volunteer"),
        Set.of((String[]) row.getArray("topics").getArray()),
        presence == null ? Presence.OFF : PresenceRows.read(presence));
  }

  /** What a case is, as far as it matters to whoever would take it. */
  public Wanted wanted(long caseId) {
    return handle
        .createQuery(
            "SELECT b.name, n.network, %s AS direct, %s AS topic\n"
                    .formatted(CaseTraits.DIRECT, CaseTraits.TOPIC)
                + """
                FROM cases k
                JOIN brands b ON b.id = k.brand_id
                JOIN conversations v ON v.id = k.conversation_id
                JOIN channels n ON n.id = v.channel_id
                WHERE k.id = :case
                """)
        .bind("case", caseId)
        .map(
            (row, _) ->
                new Wanted(
                    row.getString("name"),
                    new CaseWeights.Kind(row.getString("network"), row.getBoolean("direct")),
                    row.getString("topic")))
        .one();
  }

  /** Notes that a person works, since they take a case; records it if they did not. */
  public void works(Limits limits, @Nullable String actor) {
    if (limits.presence() == Presence.WORKING) {
      return;
    }
    int person =
        handle
            .createQuery("SELECT id FROM people WHERE name = :name")
            .bind("name", limits.person())
            .mapTo(Integer.class)
            .one();
    Presence before = PresenceRows.set(handle, person, Presence.WORKING, now);
    var event =
        new AboutTeams.PresenceChanged(limits.person(), before.word(), Presence.WORKING.word());
    EventWriter.write(handle, null, new NewEvent(null, null, actor, event), now);
  }
}

package dev.switchboard.store.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Wanted;
import dev.switchboard.store.CaseTraits;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private static final String LOCK =
      "SELECT id FROM people WHERE name = ? AND capacity IS NOT NULL FOR NO KEY UPDATE";

  private static final String LIMITS =
      """
      SELECT p.name, p.capacity, p.volunteer, r.presence,
        ARRAY(SELECT b.brand FROM person_brands b WHERE b.person_id = p.id) AS brands,
        ARRAY(SELECT t.topic FROM volunteer_topics t
          WHERE t.person_id = p.id AND t.certified_at IS NOT NULL) AS topics
      FROM people p LEFT JOIN presence r ON r.person_id = p.id
      WHERE p.name = ?\
      """;

  private static final String WANTED =
      "SELECT b.name, n.network, %s AS direct, %s AS topic\n"
              .formatted(CaseTraits.DIRECT, CaseTraits.TOPIC)
          + """
          FROM cases k
          JOIN brands b ON b.id = k.brand_id
          JOIN conversations v ON v.id = k.conversation_id
          JOIN channels n ON n.id = v.channel_id
          WHERE k.id = ?
          """;

  private final Handle handle;
  private final Instant now;

  public ClaimLimits(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** Somebody who would have a case, and the case as far as it matters to them. */
  public record Taking(Limits limits, Wanted wanted) {}

  /**
   * Locks a person and reads their limits and the case, without which is counted what they hold: as
   * many statements however much they hold, which go together.
   *
   * @return empty if nothing is known of them, so that nothing limits them
   */
  public Optional<Taking> lock(String name, long caseId) {
    Row row = new Row();
    Statements.together(
        handle,
        all -> {
          all.query(LOCK, _ -> {}, name);
          // Read after the lock is held: what stood there before may be old.
          all.query(
              HeldRows.OF_ONE,
              held -> row.held.add(HeldRows.of(held)),
              name,
              Times.sql(now),
              caseId);
          all.query(LIMITS + " AND p.capacity IS NOT NULL", row::limits, name);
          all.query(WANTED, row::wanted, caseId);
        });
    return row.taking();
  }

  /** A volunteer who would answer a case, without what they hold; empty if they are none. */
  public Optional<Taking> findVolunteer(String name, long caseId) {
    Row row = new Row();
    Statements.together(
        handle,
        all -> {
          all.query(LIMITS + " AND p.volunteer", row::limits, name);
          all.query(WANTED, row::wanted, caseId);
        });
    return row.taking();
  }

  /** What is read of one person and one case. */
  private static final class Row {
    final List<CaseWeights.Held> held = new ArrayList<>();
    @Nullable Limits limits;
    @Nullable Wanted wanted;

    void limits(ResultSet row) throws SQLException {
      limits = ClaimLimits.limits(row, held);
    }

    void wanted(ResultSet row) throws SQLException {
      wanted =
          new Wanted(
              row.getString("name"),
              new CaseWeights.Kind(row.getString("network"), row.getBoolean("direct")),
              row.getString("topic"));
    }

    Optional<Taking> taking() {
      return limits == null || wanted == null
          ? Optional.empty()
          : Optional.of(new Taking(limits, wanted));
    }
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

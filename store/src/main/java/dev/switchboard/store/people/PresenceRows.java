package dev.switchboard.store.people;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.store.Times;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What people do now. Who has no row is off. */
final class PresenceRows {
  private PresenceRows() {}

  /** Writes a presence, and answers what it was before; lock the person first. */
  static Presence set(Handle handle, int person, Presence presence, Instant now) {
    Presence before =
        handle
            .createQuery("SELECT presence FROM presence WHERE person_id = :person")
            .bind("person", person)
            .mapTo(String.class)
            .findOne()
            .map(PresenceRows::read)
            .orElse(Presence.OFF);
    if (before != presence) {
      handle
          .createUpdate(
              """
              INSERT INTO presence (person_id, presence, since) VALUES (:person, :presence, :now)
              ON CONFLICT (person_id) DO UPDATE
              SET presence = excluded.presence, since = excluded.since, unseen_offers = NULL
              """)
          .bind("person", person)
          .bind("presence", presence.word())
          .bind("now", Times.sql(now))
          .execute();
    } else {
      // What they were taken for, they say now themselves.
      handle.execute(
          "UPDATE presence SET unseen_offers = NULL WHERE person_id = ? AND unseen_offers > 0",
          person);
    }
    return before;
  }

  static Presence read(String word) {
    return Presence.find(word).orElse(Presence.OFF);
  }
}

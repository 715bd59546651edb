package dev.switchboard.store.identity;

import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.identity.Identity;
import dev.switchboard.store.log.EventWriter;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Writes as whom people answer, each with its event, in one transaction. Any thread. */
public final class IdentityStore {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;

  public IdentityStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Writes what a person chose.
   *
   * @return false if the address of their page is somebody else's
   */
  public boolean save(int person, Profile profile, @Nullable String actor, Instant now) {
    Identity identity = profile.identity();
    try {
      jdbi.useTransaction(
          h -> {
            h.createUpdate(
                    """
                    UPDATE people SET signature = :signature, pseudonym = :pseudonym, signs = :signs,
                      public_page = :page, public_handle = :handle, helps_with = :helps
                    WHERE id = :id AND login IS NOT NULL
                    """)
                .bind("id", person)
                .bind(
                    "signature",
                    identity.signature() == null ? null : identity.signature().letters())
                .bind("pseudonym", identity.pseudonym())
                .bind("signs", identity.signs())
                .bind("page", profile.publicPage())
                .bind("handle", profile.handle() == null ? null : profile.handle().word())
                .bind("helps", profile.helpsWith())
                .execute();
            record(
                h,
                null,
                actor,
                new AboutPeople.IdentityChanged(
                    identity.name(), identity.signs(), profile.publicPage()),
                now);
          });
      return true;
    } catch (JdbiException e) {
      if (isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Writes how a brand appears; false if there is no such brand. */
  public boolean save(BrandVoice voice, @Nullable String actor, Instant now) {
    return jdbi.inTransaction(
        h -> {
          Integer brand =
              h.createQuery(
                      """
                      UPDATE brands SET signatures = :signatures, sign_off = :off, team_page = :page
                      WHERE name = :brand RETURNING id
                      """)
                  .bind("brand", voice.brand())
                  .bind("signatures", voice.signatures())
                  .bind("off", voice.signOff())
                  .bind("page", voice.teamPage())
                  .mapTo(Integer.class)
                  .findOne()
                  .orElse(null);
          if (brand != null) {
            record(
                h,
                brand,
                actor,
                new AboutPeople.VoiceChanged(voice.signatures(), voice.teamPage()),
                now);
          }
          return brand != null;
        });
  }

  private static void record(
      Handle handle, @Nullable Integer brand, @Nullable String actor, Event event, Instant now) {
    EventWriter.write(handle, brand, new NewEvent(null, null, actor, event), now);
  }

  private static boolean isTaken(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

package dev.switchboard.store.identity;

import dev.switchboard.engine.identity.Identity;
import dev.switchboard.engine.identity.PublicHandle;
import dev.switchboard.engine.identity.Signature;
import dev.switchboard.engine.identity.Signing;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads as whom people answer, one statement each. Any thread. */
public final class IdentityReads {
  private static final int MAX_PEOPLE = 500;

  private static final String IDENTITY = "p.name, p.pseudonym, p.signature, p.signs";

  /** Those who want it, of a brand that wants it; whoever names no brand answers for all. */
  private static final String PUBLIC =
      """
      SELECT p.public_handle, coalesce(p.pseudonym, p.name) AS shown, p.helps_with, p.created_at,
             array(SELECT language FROM person_languages
                   WHERE person_id = p.id ORDER BY language) AS languages
      FROM brands b
      JOIN people p ON p.public_page AND p.login IS NOT NULL AND p.disabled_at IS NULL
      WHERE b.team_page AND b.name = :brand
        AND (NOT EXISTS (SELECT 1 FROM person_brands WHERE person_id = p.id)
             OR EXISTS (SELECT 1 FROM person_brands WHERE person_id = p.id AND brand = b.name))
      """;

  private final Jdbi jdbi;

  public IdentityReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How a person's replies for a brand are signed; not at all for a name without an account. */
  public Signing signing(String person, String brand) {
    return jdbi.withHandle(h -> signing(h, "b.name = :brand", person, brand));
  }

  /** The same within a transaction. */
  public static Signing signing(Handle handle, String person, int brandId) {
    return signing(handle, "b.id = :brand", person, brandId);
  }

  private static Signing signing(Handle handle, String which, String person, Object brand) {
    return handle
        .createQuery(
            "SELECT "
                + IDENTITY
                + """
                , p.login IS NOT NULL AS account, b.signatures, b.sign_off
                FROM people p JOIN brands b ON\s"""
                + which
                + " WHERE p.name = :person")
        .bind("person", person)
        .bind("brand", brand)
        .map(
            (row, _) ->
                row.getBoolean("account")
                    ? new Signing(
                        identity(row), row.getBoolean("signatures"), row.getString("sign_off"))
                    : Signing.NONE)
        .findOne()
        .orElse(Signing.NONE);
  }

  /** What a person with an account chose. */
  public Optional<Profile> profile(int person) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + IDENTITY
                        + """
                        , p.public_page, p.public_handle, p.helps_with
                        FROM people p WHERE p.id = :id AND p.login IS NOT NULL
                        """)
                .bind("id", person)
                .map((row, _) -> profile(row))
                .findOne());
  }

  /** Other people whose replies are signed with the same letters; at most five names. */
  public List<String> alsoSigning(int person, Signature signature) {
    List<Identity> others =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "SELECT "
                            + IDENTITY
                            + """
                             FROM people p
                            WHERE p.id <> :id AND p.login IS NOT NULL AND p.disabled_at IS NULL
                              AND p.signs ORDER BY p.name LIMIT 5000
                            """)
                    .bind("id", person)
                    .map((row, _) -> identity(row))
                    .list());
    return others.stream()
        .filter(other -> other.letters().equals(signature))
        .map(Identity::name)
        .limit(5)
        .toList();
  }

  /** How each brand appears. */
  public List<BrandVoice> voices() {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT name, signatures, sign_off, team_page FROM brands ORDER BY name")
                .map(
                    (row, _) ->
                        new BrandVoice(
                            row.getString("name"),
                            row.getBoolean("signatures"),
                            row.getString("sign_off"),
                            row.getBoolean("team_page")))
                .list());
  }

  /** The people behind a brand who want to be read of; empty if the brand shows nobody. */
  public Optional<List<PublicPerson>> team(String brand) {
    return jdbi.withHandle(
        h -> {
          boolean shown =
              h.createQuery("SELECT team_page FROM brands WHERE name = :brand")
                  .bind("brand", brand)
                  .mapTo(Boolean.class)
                  .findOne()
                  .orElse(false);
          return shown
              ? Optional.of(
                  h.createQuery(PUBLIC + " ORDER BY shown, p.id LIMIT :limit")
                      .bind("brand", brand)
                      .bind("limit", MAX_PEOPLE)
                      .map((row, _) -> person(row))
                      .list())
              : Optional.empty();
        });
  }

  /** One of them. */
  public Optional<PublicPerson> publicPerson(String brand, String handle) {
    return jdbi.withHandle(
        h ->
            h.createQuery(PUBLIC + " AND p.public_handle = :handle")
                .bind("brand", brand)
                .bind("handle", handle)
                .map((row, _) -> person(row))
                .findOne());
  }

  private static Profile profile(ResultSet row) throws SQLException {
    String handle = row.getString("public_handle");
    return new Profile(
        identity(row),
        row.getBoolean("public_page"),
        handle == null ? null : new PublicHandle(handle),
        row.getString("helps_with"));
  }

  private static Identity identity(ResultSet row) throws SQLException {
    @Nullable String letters = row.getString("signature");
    return new Identity(
        row.getString("name"),
        row.getString("pseudonym"),
        letters == null ? null : new Signature(letters),
        row.getBoolean("signs"));
  }

  private static PublicPerson person(ResultSet row) throws SQLException {
    return new PublicPerson(
        row.getString("public_handle"),
        row.getString("shown"),
        row.getString("helps_with"),
        List.of((String[]) row.getArray("languages").getArray()),
        Times.read(row, "created_at"));
  }
}

package dev.switchboard.store.people;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Rows of accounts, sessions and keys as records. */
final class AccountRows {
  static final String ACCOUNT =
      """
      p.id, p.name, p.login, p.role, p.password_hash, p.password_changed_at, p.disabled_at,
      p.created_at, p.reviewed
      """;
  static final String SESSION = "s.id, s.person_id, p.name, p.role, s.created_at, s.seen_at";
  static final String KEY =
      """
      k.id, k.name, k.scopes, k.person_id, p.name AS person_name, p.role, k.created_at, k.used_at,
      k.revoked_at
      """;

  private AccountRows() {}

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getInt("id"),
        row.getString("name"),
        row.getString("login"),
        role(row),
        row.getString("password_hash"),
        Times.find(row, "password_changed_at"),
        Times.find(row, "disabled_at"),
        Times.read(row, "created_at"),
        row.getBoolean("reviewed"));
  }

  static SessionRow session(ResultSet row) throws SQLException {
    return new SessionRow(
        row.getLong("id"),
        row.getInt("person_id"),
        row.getString("name"),
        role(row),
        Times.read(row, "created_at"),
        Times.read(row, "seen_at"));
  }

  static KeyRow key(ResultSet row) throws SQLException {
    return new KeyRow(
        row.getLong("id"),
        row.getString("name"),
        scopes((String[]) row.getArray("scopes").getArray()),
        row.getInt("person_id"),
        row.getString("person_name"),
        role(row),
        Times.read(row, "created_at"),
        Times.find(row, "used_at"),
        Times.find(row, "revoked_at"));
  }

  /** A word of a later version gives nothing. */
  private static Set<Permission> scopes(String[] words) {
    Set<Permission> scopes = EnumSet.noneOf(Permission.class);
    for (String word : words) {
      Permission.find(word).ifPresent(scopes::add);
    }
    return scopes;
  }

  /** A word of a later version gives the least. */
  private static Role role(ResultSet row) throws SQLException {
    return Role.find(row.getString("role")).orElse(Role.READ_ONLY);
  }
}

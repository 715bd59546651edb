package dev.switchboard.server.console.view.staff;

import dev.switchboard.store.people.StaffQuery;
import dev.switchboard.store.people.TeamRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of the directory.
 *
 * @param next the number after which the next page begins; null on the last
 */
public record DirectoryView(
    StaffQuery query, List<PersonCard> people, List<TeamRow> teams, @Nullable Integer next) {
  public DirectoryView {
    people = List.copyOf(people);
    teams = List.copyOf(teams);
  }

  public boolean isFiltered() {
    return query.text() != null || query.team() != null || query.presence() != null;
  }

  public String text() {
    return Objects.requireNonNullElse(query.text(), "");
  }

  public boolean isTeam(String name) {
    return name.equals(query.team());
  }

  public boolean isPresence(String word) {
    return word.equals(query.presence());
  }

  /** The address of the next page. */
  public String nextAddress() {
    StringBuilder address = new StringBuilder("/people?after=" + next);
    add(address, "q", query.text());
    add(address, "team", query.team());
    add(address, "presence", query.presence());
    return address.toString();
  }

  private static void add(StringBuilder address, String name, @Nullable String value) {
    if (value != null) {
      address.append('&').append(name).append('=');
      address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}

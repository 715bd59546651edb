package dev.switchboard.server.console.view.incident;

import dev.switchboard.server.console.view.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of incidents.
 *
 * @param live what goes on, newest first
 * @param past what is over, newest first
 * @param next where more that is over begins, or null
 */
public record IncidentList(
    Scope scope, List<IncidentCard> live, List<IncidentCard> past, @Nullable String next) {

  /** Where the list alone is to be had. */
  public String address() {
    return scope.address("/console/incidents");
  }
}

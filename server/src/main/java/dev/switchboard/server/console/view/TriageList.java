package dev.switchboard.server.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of triage's lists, or a part of it.
 *
 * @param next where the next part begins, or null
 */
public record TriageList(
    TriageTab tab, Scope scope, List<TriageCard> cards, @Nullable String next) {

  /** The address of the list or of something below it. */
  public String address(String below) {
    return scope.address("/console" + tab.path() + below);
  }
}

package dev.switchboard.server.console.view.incident;

import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.incidents.IncidentRow;

/** An incident on the list. */
public record IncidentCard(IncidentRow row, Standing standing, Sparkline spark, Scope scope) {

  public static IncidentCard of(IncidentRow row, Scope scope) {
    return new IncidentCard(row, Standing.of(row.state()), Sparkline.of(row.course()), scope);
  }

  public String title() {
    return Title.of(row.terms());
  }

  public String href() {
    return scope.address("/incidents/" + row.id());
  }

  public String reports() {
    return row.reports() == 1 ? "1 report" : Words.count(row.reports()) + " reports";
  }

  public String customers() {
    return row.authors() == 1 ? "1 customer" : Words.count(row.authors()) + " customers";
  }

  /** The likeliest cause, or that it is none of the changes. */
  public String cause() {
    return row.blamed()
        .map(cause -> Title.of(cause.change()))
        .orElse(row.causes().isEmpty() ? "No change to blame is known" : "None of the changes");
  }

  /** How likely that is; empty if there was nothing to choose from. */
  public String likelihood() {
    return row.blamed()
        .map(cause -> Likelihood.words(cause.probability()))
        .orElse(row.causes().isEmpty() ? "" : Likelihood.words(row.noneOfThese()));
  }

  /** Whether a change is blamed. */
  public boolean isBlamed() {
    return row.blamed().isPresent();
  }
}

package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.incidents.IncidentRow;

/** An incident on the list. */
public record IncidentCard(IncidentRow row, Standing standing, Sparkline spark, Scope scope) {

  public static IncidentCard of(IncidentRow row, Scope scope) {
    return new IncidentCard(
        row, Standing.of(row.incident().state()), Sparkline.of(Course.near(row.incident())), scope);
  }

  public Incident incident() {
    return row.incident();
  }

  public String title() {
    return Title.of(incident().terms());
  }

  public String href() {
    return scope.address("/incidents/" + row.id());
  }

  public String reports() {
    return incident().reports() == 1 ? "1 report" : Words.count(incident().reports()) + " reports";
  }

  public String customers() {
    return incident().authors() == 1
        ? "1 customer"
        : Words.count(incident().authors()) + " customers";
  }

  /** The likeliest cause, or that it is none of the changes. */
  public String cause() {
    return row.blamed()
        .map(cause -> Title.of(cause.change()))
        .orElse(
            incident().causes().isEmpty() ? "No change to blame is known" : "None of the changes");
  }

  /** How likely that is; empty if there was nothing to choose from. */
  public String likelihood() {
    return row.blamed()
        .map(cause -> Likelihood.words(cause.probability()))
        .orElse(incident().causes().isEmpty() ? "" : Likelihood.words(incident().noneOfThese()));
  }

  /** Whether a change is blamed. */
  public boolean isBlamed() {
    return row.blamed().isPresent();
  }
}

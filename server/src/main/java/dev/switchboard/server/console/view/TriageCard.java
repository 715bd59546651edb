package dev.switchboard.server.console.view;

import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.server.triage.Judgement;
import dev.switchboard.store.triage.Judged;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.TriagePostRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post on one of triage's lists.
 *
 * @param now what the brand's model says by now
 * @param notice why the last action was refused, or null
 */
public record TriageCard(
    TriageTab tab,
    Scope scope,
    TriagePostRow row,
    Network network,
    TriageDecision now,
    Meter meter,
    Agent reader,
    @Nullable String notice) {
  /** Longer texts are folded. */
  private static final int LONG_CHARS = 420;

  public static TriageCard of(
      Judgement judgement, TriageTab tab, Scope scope, Agent reader, @Nullable String notice) {
    TriagePostRow row = judgement.post();
    return new TriageCard(
        tab,
        scope,
        row,
        Network.ofChannel(row.channel()),
        judgement.now(),
        Meter.of(row.probability(), judgement.now().probability(), judgement.threshold()),
        reader,
        notice);
  }

  public boolean isWithdrawn() {
    return row.deletedAt() != null;
  }

  public boolean isLong() {
    return row.text().length() > LONG_CHARS;
  }

  public @Nullable String language() {
    return Words.language(row.language());
  }

  /** What it is about: by a person, or as triage thinks. */
  public @Nullable String about() {
    return row.taggedIntent() == null ? row.intent() : row.taggedIntent();
  }

  public boolean isProblem() {
    Boolean problem = row.taggedProblem() == null ? row.problem() : row.taggedProblem();
    return problem != null && problem;
  }

  /** Why triage thinks so, in words; of now, since that is what can be corrected. */
  public List<String> reasons() {
    return now.reasons().isEmpty() ? row.reasons() : now.reasons();
  }

  /** Whether a person has dealt with it here, so that nothing is left to say. */
  public boolean isDone() {
    return switch (tab) {
      case UNSURE, WORTH_ANSWERING -> row.judged() != null;
      case SET_ASIDE -> row.judged() == Judged.HELP || row.judged() == Judged.THANK;
      case CHECK -> row.judged() == Judged.HELP || did(LabelAction.AUDITED);
    };
  }

  public boolean canUndo() {
    return row.label() != null && row.label().action().canBeUndone();
  }

  private boolean did(LabelAction action) {
    return row.label() != null && row.label().action() == action;
  }

  public List<Act> acts() {
    return tab.acts();
  }

  /** What a person said of it last, with their name; null if nothing. */
  public @Nullable String said() {
    TriagePostRow.Said label = row.label();
    return label == null ? null : Sayings.of(label.action(), row, reader.name(), label.agent());
  }

  /** What the model made of it, in a sentence. */
  public String learned() {
    if (!meter.moved()) {
      return "Triage is as sure as before: %d %%.".formatted(meter.now());
    }
    return "Learned: %d %% likely to need help, %d %% before.".formatted(meter.now(), meter.was());
  }

  /** Where its case can be seen, or null. */
  public @Nullable String caseHref() {
    return row.caseId() == null ? null : scope.ofCase(row.caseId());
  }

  /** What stands in small letters below the name. */
  public List<String> small() {
    List<String> small = new ArrayList<>();
    small.add(network.label());
    if (scope.brand() == null) {
      small.add(row.brand());
    }
    String language = language();
    if (language != null) {
      small.add(language);
    }
    return small;
  }

  public @Nullable String href() {
    var uri = MediaLink.followable(row.url());
    return uri == null ? null : uri.toString();
  }
}

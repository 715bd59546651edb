package dev.switchboard.server.console.view;

import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.server.triage.Judgement;
import dev.switchboard.store.triage.TriagePostRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a case is one: the post that triage was surest about.
 *
 * @param now what the brand's model says by now
 * @param intents what a post of the brand may be about, the most used first
 */
public record CaseWhy(
    TriagePostRow row, TriageDecision now, Meter meter, List<String> intents, Agent reader) {

  public static CaseWhy of(Judgement judgement, List<String> intents, Agent reader) {
    TriagePostRow row = judgement.post();
    TriageDecision now = judgement.now();
    Meter meter = Meter.of(row.probability(), now.probability(), judgement.threshold());
    return new CaseWhy(row, now, meter, intents, reader);
  }

  public long post() {
    return row.id();
  }

  /** What was decided when it came. */
  public String verdict() {
    return row.verdict() == null
        ? "Not decided"
        : switch (row.verdict()) {
          case HELP -> "Needs help";
          case UNSURE -> "Unsure";
          case SET_ASIDE -> "Set aside";
        };
  }

  public List<String> reasons() {
    return row.reasons().isEmpty() ? now.reasons() : row.reasons();
  }

  public boolean neededHelp() {
    return meter.was() >= Meter.WIDTH / 2;
  }

  /** Which model decided, and which decides now. */
  public String models() {
    Integer then = row.model();
    if (then == null || then == now.model()) {
      return "Model %d".formatted(now.model());
    }
    return "Model %d then, %d now".formatted(then, now.model());
  }

  /** What it is about: by a person, or as triage thinks. */
  public @Nullable String about() {
    return row.taggedIntent() == null ? row.intent() : row.taggedIntent();
  }

  public boolean isTagged() {
    return row.taggedIntent() != null;
  }

  public boolean isProblem() {
    Boolean problem = row.taggedProblem() == null ? row.problem() : row.taggedProblem();
    return problem != null && problem;
  }

  public @Nullable String said() {
    TriagePostRow.Said label = row.label();
    return label == null ? null : Sayings.of(label.action(), row, reader.name(), label.agent());
  }

  public boolean canUndo() {
    return row.label() != null && row.label().action().canBeUndone();
  }
}

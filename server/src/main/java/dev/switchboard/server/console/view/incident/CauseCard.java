package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import dev.switchboard.engine.incident.cause.LikelyCause;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as a suspect.
 *
 * @param mark its number on the page and in the drawing, from 1
 * @param judgement what a person said of it last, or null
 */
public record CauseCard(int mark, LikelyCause cause, @Nullable CauseJudgement judgement) {

  static List<CauseCard> of(List<LikelyCause> causes, List<CauseJudgement> judgements) {
    return causes.stream()
        .map(
            cause ->
                new CauseCard(
                    causes.indexOf(cause) + 1, cause, last(cause.change().id(), judgements)))
        .toList();
  }

  private static @Nullable CauseJudgement last(String change, List<CauseJudgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.change().equals(change))
        .max(Comparator.comparing(CauseJudgement::at))
        .orElse(null);
  }

  public String id() {
    return cause.change().id();
  }

  public String title() {
    return Title.of(cause.change());
  }

  public String likelihood() {
    return cause.vetoed() ? "came too late" : Likelihood.words(cause.probability());
  }

  /** In whole per cent, for the bar. */
  public int percent() {
    return Likelihood.percent(cause.probability());
  }

  public boolean isConfirmed() {
    return judgement != null && judgement.answer() == Answer.CONFIRMED;
  }

  public boolean isRejected() {
    return judgement != null && judgement.answer() == Answer.REJECTED;
  }

  /** What a person said of it, or null. */
  public @Nullable String said() {
    if (judgement == null) {
      return null;
    }
    String what =
        switch (judgement.answer()) {
          case CONFIRMED -> "%s says that this did it.";
          case REJECTED -> "%s says that this did not do it.";
        };
    return what.formatted(judgement.by());
  }
}

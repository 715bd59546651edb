package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import dev.switchboard.engine.incident.change.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suspects of one incident, likeliest first, vetoed ones last; probabilities sum to one with
 * {@code noneOfThese}.
 *
 * @param noneOfThese the probability that none of the changes did it, 0–1
 */
public record CauseRanking(List<LikelyCause> causes, double noneOfThese, Onset onset) {
  /**
   * When customers began to be hit: the median and the bounds of at least 95 % of the probability.
   *
   * @param at between the bounds
   */
  public record Onset(Instant earliest, Instant at, Instant latest) {}

  static final Comparator<LikelyCause> LIKELIEST_FIRST =
      Comparator.comparing(LikelyCause::vetoed)
          .thenComparing(Comparator.comparingDouble(LikelyCause::probability).reversed());

  public CauseRanking {
    causes = List.copyOf(causes);
  }

  /** The likeliest change, if it is likelier than none of them. */
  public Optional<LikelyCause> blamed() {
    return causes.stream().findFirst().filter(first -> first.probability() > noneOfThese);
  }

  /** The same with a change told of since that started after the onset's upper bound: vetoed. */
  public CauseRanking withLate(Change change) {
    List<LikelyCause> all = new ArrayList<>(causes);
    all.add(new LikelyCause(change, 0, true, CauseReasons.late(change, onset.at())));
    return new CauseRanking(all, noneOfThese, onset);
  }

  /**
   * The ranking after people had their say: of changes that were confirmed, each is as likely as
   * every other and nothing else did it; a rejected one has probability 0. Judgements of changes
   * that are not in the ranking don't count. A person may confirm a vetoed change: clocks are wrong
   * at times.
   */
  public CauseRanking judged(Collection<CauseJudgement> judgements) {
    Map<String, Answer> answers = new HashMap<>();
    judgements.stream()
        .sorted(Comparator.comparing(CauseJudgement::at))
        .forEach(judgement -> answers.put(judgement.change(), judgement.answer()));
    if (causes.stream().noneMatch(cause -> answers.containsKey(cause.change().id()))) {
      return this;
    }
    boolean confirmed =
        causes.stream().anyMatch(cause -> answers.get(cause.change().id()) == Answer.CONFIRMED);
    double sum = confirmed ? 0 : noneOfThese;
    List<Double> weights = new ArrayList<>();
    for (LikelyCause cause : causes) {
      Answer answer = answers.get(cause.change().id());
      double before = confirmed ? 0 : cause.probability();
      double weight =
          switch (answer) {
            case CONFIRMED -> 1;
            case REJECTED -> 0;
            case null -> before;
          };
      weights.add(weight);
      sum += weight;
    }
    // If people rejected all that was likely, none of these is what is left.
    double all = sum > 0 ? sum : 1;
    List<LikelyCause> judged = new ArrayList<>();
    for (int i = 0; i < causes.size(); i++) {
      LikelyCause cause = causes.get(i);
      boolean vetoed = cause.vetoed() && weights.get(i) == 0;
      judged.add(new LikelyCause(cause.change(), weights.get(i) / all, vetoed, cause.reasons()));
    }
    judged.sort(LIKELIEST_FIRST);
    double none = confirmed ? 0 : sum > 0 ? noneOfThese / all : 1;
    return new CauseRanking(judged, none, onset);
  }
}

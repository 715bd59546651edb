package dev.switchboard.store.intake;

import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.store.RowBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What triage says of a post besides its verdict, as columns. */
final class DecisionColumns {
  private static final int COLUMNS = 8;

  private DecisionColumns() {}

  static void add(@Nullable TriageDecision decision, RowBuffer row) {
    if (decision == null) {
      for (int i = 0; i < COLUMNS; i++) {
        row.addNull();
      }
      return;
    }
    row.addOrNull(decision.problem())
        .addOrNull(decision.problemProbability())
        .addOrNull(decision.intent())
        .addOrNull(decision.intentProbability())
        .addOrNull(decision.urgency())
        .addOrNull(decision.sentiment())
        .add(decision.worthAnswering())
        .addOrNull(lines(decision.reasons()));
  }

  private static @Nullable String lines(List<String> reasons) {
    return switch (reasons.size()) {
      case 0 -> null;
      case 1 -> reasons.getFirst();
      default -> String.join("\n", reasons);
    };
  }
}

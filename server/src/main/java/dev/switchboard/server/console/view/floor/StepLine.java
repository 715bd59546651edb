package dev.switchboard.server.console.view.floor;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.floor.StepLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a flow with what is in it.
 *
 * @param percent how many cases it has beside the fullest step, 0 to 100
 * @param late the part of that which is past a deadline, 0 to {@code percent}
 */
public record StepLine(
    String flow,
    String step,
    String state,
    long cases,
    int percent,
    int late,
    Instant since,
    @Nullable Instant nextDue,
    String troubles) {
  private static final int MAX_LISTED = 8;

  static List<StepLine> of(List<StepLoad> steps) {
    long most = steps.stream().mapToLong(StepLoad::cases).max().orElse(1);
    return steps.stream().limit(MAX_LISTED).map(step -> of(step, most)).toList();
  }

  private static StepLine of(StepLoad step, long most) {
    return new StepLine(
        step.flow(),
        step.step(),
        step.state(),
        step.cases(),
        (int) Math.max(2, 100 * step.cases() / most),
        (int) (100 * step.breached() / most),
        step.since(),
        step.nextDue(),
        troubles(step));
  }

  private static String troubles(StepLoad step) {
    List<String> words = new ArrayList<>();
    if (step.breached() > 0) {
      words.add(Words.count(step.breached()) + " late");
    }
    if (step.inDanger() > 0) {
      words.add(Words.count(step.inDanger()) + " in danger");
    }
    return String.join(", ", words);
  }
}

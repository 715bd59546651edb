package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.StepRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is in its flow, as its page shows it.
 *
 * @param flow its name and version in words
 * @param next what is due next, or null
 * @param due all that is due, what rests included
 * @param passTo the step to which the case can be passed on, or null
 */
public record StepView(
    String step,
    String flow,
    Instant enteredAt,
    @Nullable DueView next,
    List<DueView> due,
    @Nullable String passTo) {

  /** Null for a moment after the case was opened, and for what came as history. */
  static @Nullable StepView of(CaseDetail detail, @Nullable String passTo) {
    StepRow step = detail.row().step();
    return step == null
        ? null
        : new StepView(
            step.step(),
            step.flow().words(),
            step.enteredAt(),
            DueView.of(step),
            detail.deadlines().stream().map(DueView::of).toList(),
            passTo);
  }
}

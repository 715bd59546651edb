package dev.switchboard.store.reads;

import dev.switchboard.engine.process.FlowKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is in its flow, and what is due next.
 *
 * @param flow the version on which it runs
 * @param enteredAt when it came to the step
 * @param due which deadline comes next, {@link dev.switchboard.engine.deadline.DeadlineKind#word};
 *     null if none runs
 * @param dueAt when that is; null as {@code due}
 * @param inDanger whether it will be missed as things go; true also once it is past
 * @param late whether it is past
 */
public record StepRow(
    FlowKey flow,
    String step,
    Instant enteredAt,
    @Nullable String due,
    @Nullable Instant dueAt,
    boolean inDanger,
    boolean late) {}

package dev.switchboard.store.reads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case that is not over.
 *
 * @param deadline which, {@link dev.switchboard.engine.deadline.DeadlineKind#word}
 * @param due when it is past; null while it rests
 * @param inDanger whether it will be missed as things go; true also once it is past
 * @param late whether it is past
 */
public record DeadlineRow(String deadline, @Nullable Instant due, boolean inDanger, boolean late) {}

package dev.switchboard.server.console.view;

import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.store.reads.DeadlineRow;
import dev.switchboard.store.reads.StepRow;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due, or was.
 *
 * @param what in words, for example First answer
 * @param at when; null while it rests
 */
public record DueView(String what, @Nullable Instant at, boolean inDanger, boolean late) {

  /** What is due next of a case; null if nothing is. */
  static @Nullable DueView of(@Nullable StepRow step) {
    return step == null || step.due() == null || step.dueAt() == null
        ? null
        : new DueView(words(step.due()), step.dueAt(), step.inDanger(), step.late());
  }

  static DueView of(DeadlineRow row) {
    return new DueView(words(row.deadline()), row.due(), row.inDanger(), row.late());
  }

  private static String words(String kind) {
    return Arrays.stream(DeadlineKind.values())
        .filter(known -> known.word().equals(kind))
        .map(DueView::words)
        .findFirst()
        .orElse(kind);
  }

  private static String words(DeadlineKind kind) {
    return switch (kind) {
      case FIRST_ANSWER -> "First answer";
      case NEXT_ANSWER -> "Next answer";
      case CLOSE -> "Closing";
      case STEP -> "Next step";
    };
  }

  /** How it looks: calm, unless it is late or will be. */
  public String mark() {
    return late ? "late" : inDanger ? "soon" : "calm";
  }

  /** What a reader who hovers is told. */
  public String title() {
    return what + (late ? " is late" : inDanger ? " will be late, as things go" : "");
  }
}

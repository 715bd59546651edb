package dev.switchboard.engine.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The deadlines of one case. Immutable: all that later decisions depend on.
 *
 * @param open those that are not over, at most one of a kind
 * @param answeredOnce whether the customer has ever been answered, so that the next answer is not
 *     the first
 */
public record CaseDeadlines(List<Deadline> open, boolean answeredOnce) {
  /** Of a case of which nothing has happened yet. */
  public static final CaseDeadlines NONE = new CaseDeadlines(List.of(), false);

  public CaseDeadlines {
    open = open.stream().sorted(Comparator.comparing(Deadline::kind)).toList();
    for (int i = 1; i < open.size(); i++) {
      if (open.get(i).kind() == open.get(i - 1).kind()) {
        throw new IllegalArgumentException("there are two deadlines of " + open.get(i).kind());
      }
    }
  }

  public Optional<Deadline> find(DeadlineKind kind) {
    return open.stream().filter(deadline -> deadline.kind() == kind).findFirst();
  }
}

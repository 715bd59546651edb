package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import java.util.List;

/**
 * One change as a suspect.
 *
 * @param probability that it did it, 0–1; 0 if vetoed
 * @param vetoed whether it began too late to have done it
 * @param reasons sentences for people, what counts most first; never empty
 */
public record LikelyCause(Change change, double probability, boolean vetoed, List<String> reasons) {
  public LikelyCause {
    reasons = List.copyOf(reasons);
  }
}

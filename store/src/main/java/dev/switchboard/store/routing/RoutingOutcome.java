package dev.switchboard.store.routing;

import dev.switchboard.engine.event.AboutOffers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What followed from some inputs, to be written at once; a case stands at most once in each list.
 *
 * @param at when
 */
public record RoutingOutcome(
    Instant at,
    List<Ended> ended,
    List<Made> made,
    List<Relaxed> relaxed,
    List<Cleared> cleared,
    List<Raised> raised) {
  public RoutingOutcome {
    ended = List.copyOf(ended);
    made = List.copyOf(made);
    relaxed = List.copyOf(relaxed);
    cleared = List.copyOf(cleared);
    raised = List.copyOf(raised);
  }

  /** The open offer of a case to a person has ended; nothing is written if it has already. */
  public record Ended(long caseId, String person, OfferState state, @Nullable String reason) {}

  /**
   * A person may have a case; nothing is written if it does not wait any more.
   *
   * @param event without the offer's number
   * @param whyJson a JSON object
   */
  public record Made(long caseId, AboutOffers.OfferMade event, String whyJson) {}

  /** A case asks for less; a case may stand several times among these. */
  public record Relaxed(long caseId, AboutOffers.NeedsRelaxed event) {}

  /** Nobody can take a case; nothing is written if that stands already. */
  public record Raised(long caseId, String reason) {}

  /** The exception of a case is settled, if there is one. */
  public record Cleared(long caseId, String how) {}

  public boolean isEmpty() {
    return ended.isEmpty()
        && made.isEmpty()
        && relaxed.isEmpty()
        && cleared.isEmpty()
        && raised.isEmpty();
  }
}

package dev.switchboard.store.routing;

import dev.switchboard.engine.people.CaseWeights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as routing must know it. How many follow its author is not among it.
 *
 * @param state the word
 * @param holder who holds it; null: nobody
 * @param topic what it is about; null if nobody has said
 * @param language in which the customer wrote last; null if nobody knows
 * @param since when the customer began to wait for the answer that they have not got yet
 * @param dueAt the next deadline of its flow; null: none, or its place is not known yet
 * @param previous who answered this customer last, or whose reply was sent back; null: nobody
 * @param previousAt and when; null with it
 */
public record RoutedCase(
    long id,
    String brand,
    String state,
    @Nullable String holder,
    CaseWeights.Kind kind,
    @Nullable String topic,
    @Nullable String language,
    Instant since,
    @Nullable Instant dueAt,
    @Nullable String previous,
    @Nullable Instant previousAt) {
  public boolean isWaiting() {
    return state.equals("waiting");
  }
}

package dev.switchboard.store.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.store.process.KeptPlace;
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
 * @param place where it was in its flow when it was looked at last; null if nobody has yet
 * @param chosen on which flow new cases of its brand begin; null if the brand has chosen none
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
    @Nullable Instant previousAt,
    @Nullable KeptPlace place,
    @Nullable FlowKey chosen) {
  public boolean isWaiting() {
    return state.equals("waiting");
  }
}

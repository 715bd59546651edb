package dev.switchboard.server.routing;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.WhoMay;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.process.KeptPlace;
import dev.switchboard.store.routing.RoutedCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the flow lets take a case that waits, by the same rule as the desk's. */
final class CaseTakers {
  private static final Logger log = LoggerFactory.getLogger(CaseTakers.class);

  private final FlowBook flows;

  CaseTakers(FlowBook flows) {
    this.flows = flows;
  }

  MayTake of(RoutedCase row) {
    KeptPlace place = row.place();
    try {
      Flow flow = flows.of(place == null ? null : place.flow(), row.chosen());
      return flow.isForEverybody()
          ? MayTake.EVERYBODY
          : new WhoMay(flow, place == null ? null : place.read(), Lifecycle.WAITING).mayTake();
    } catch (IllegalStateException e) {
      // Others don't wait for that, and the desk says it to whoever tries to take the case.
      log.error("Routing can't read the flow of case {}", row.id(), e);
      return MayTake.EVERYBODY;
    }
  }
}

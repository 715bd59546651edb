package dev.switchboard.server.demo;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.desk.OfferDesk;
import dev.switchboard.server.desk.OfferResult;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.routing.OpenOffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What routing offers. */
public final class OfferTray implements Tray {
  private final OfferStore offers;
  private final OfferDesk desk;
  private final InstantSource clock;

  public OfferTray(OfferStore offers, OfferDesk desk, InstantSource clock) {
    this.offers = offers;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Optional<CaseFile> take(String agent) {
    List<OpenOffer> open = offers.open(agent, clock.instant());
    return open.isEmpty()
            || !(desk.accept(open.getFirst().offer().id(), agent)
                instanceof OfferResult.OnCase(DeskResult.Done(var file, _)))
        ? Optional.empty()
        : Optional.of(file);
  }
}

package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.routing.OfferRow;
import dev.switchboard.store.routing.OfferState;
import dev.switchboard.store.routing.OfferStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Carries out what people do with offers. The case is locked first and the offer then, as an offer
 * ends while nobody else can act on its case.
 */
public final class OfferedCases implements OfferDesk {
  private final Desk desk;
  private final DeskStore store;
  private final OfferStore offers;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that changed something
   */
  public OfferedCases(
      Desk desk, DeskStore store, OfferStore offers, InstantSource clock, Runnable committed) {
    this.desk = desk;
    this.store = store;
    this.offers = offers;
    this.clock = clock;
    this.committed = committed;
  }

  private interface Step {
    OfferResult take(CaseTransaction tx, OpenCase on, OfferRow offer, Instant now);
  }

  @Override
  public OfferResult accept(long offer, String person) {
    return with(offer, person, this::accepted);
  }

  @Override
  public OfferResult decline(long offer, String person) {
    return with(offer, person, this::declined);
  }

  private OfferResult with(long id, String person, Step step) {
    Optional<OfferRow> found = offers.find(id);
    if (found.isEmpty()) {
      return new OfferResult.NoSuchOffer(id);
    }
    OfferRow offer = found.get();
    if (!offer.person().equals(person)) {
      return new OfferResult.NotTheirs(offer);
    }
    if (offer.state() != OfferState.OPEN) {
      return new OfferResult.Ended(offer);
    }
    Instant now = clock.instant();
    OfferResult result =
        store.inTransaction(
            now,
            tx ->
                tx.find(offer.caseId())
                    .map(on -> step.take(tx, on, offer, now))
                    .orElseGet(
                        () -> new OfferResult.OnCase(new DeskResult.NoSuchCase(offer.caseId()))));
    if (result instanceof OfferResult.Declined
        || result instanceof OfferResult.OnCase(var of) && of instanceof DeskResult.Done) {
      committed.run();
    }
    return result;
  }

  private OfferResult accepted(CaseTransaction tx, OpenCase on, OfferRow offer, Instant now) {
    // Whoever wants an answered case claims it by hand: it was offered to be answered.
    if (on.file().state() instanceof CaseState.Answered answered) {
      Refusal refusal = new Refusal.WrongState("accepted", answered);
      return new OfferResult.OnCase(new DeskResult.Refused(refusal, on.file()));
    }
    return desk.claim(
            tx,
            on,
            offer.person(),
            now,
            () -> offers.end(tx.handle(), offer, OfferState.ACCEPTED, now))
        .<OfferResult>map(OfferResult.OnCase::new)
        .orElseGet(() -> ended(tx, offer));
  }

  private OfferResult declined(CaseTransaction tx, OpenCase on, OfferRow offer, Instant now) {
    return offers.end(tx.handle(), offer, OfferState.DECLINED, now)
        ? new OfferResult.Declined(offer)
        : ended(tx, offer);
  }

  private OfferResult ended(CaseTransaction tx, OfferRow offer) {
    return new OfferResult.Ended(offers.find(tx.handle(), offer.id()).orElse(offer));
  }
}

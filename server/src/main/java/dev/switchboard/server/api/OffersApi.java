package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.desk.OfferDesk;
import dev.switchboard.server.desk.OfferResult;
import dev.switchboard.server.routing.CaseRouting;
import dev.switchboard.server.web.Callers;
import dev.switchboard.server.web.NotYou;
import dev.switchboard.store.reads.Page;
import dev.switchboard.store.routing.OfferRow;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.routing.OpenOffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What routing offers to people, what they do with it, and why it was offered. */
@RestController
public final class OffersApi {
  private static final String EVERYBODY = "*";

  private final OfferStore offers;
  private final OfferDesk desk;
  private final CaseRouting routing;
  private final InstantSource clock;

  public OffersApi(OfferStore offers, OfferDesk desk, CaseRouting routing, InstantSource clock) {
    this.offers = offers;
    this.desk = desk;
    this.routing = routing;
    this.clock = clock;
  }

  record Agent(@Nullable String agent) {}

  record Offer(
      long id,
      long caseId,
      String brand,
      String person,
      Instant madeAt,
      Instant expiresAt,
      String state,
      @Nullable Instant endedAt,
      @Nullable String reason,
      @JsonRawValue String why,
      @Nullable About about) {}

  /** What the case is about. */
  record About(
      String channel,
      Instant askedAt,
      @Nullable String author,
      @Nullable String language,
      @Nullable String snippet) {}

  record Declined(long id, String state) {}

  record Routing(
      long caseId,
      String state,
      @Nullable String holder,
      List<CaseRouting.Told> told,
      List<CaseRouting.Step> relaxed,
      List<Offer> offers) {}

  /**
   * One's own open offers; those of a person, or with an asterisk everybody's, for those who look
   * after people.
   */
  @GetMapping("/api/v1/offers")
  public Page<Offer> offers(@RequestParam(required = false) @Nullable String person) {
    List<OpenOffer> open = offers.open(whose(person), clock.instant());
    return new Page<>(
        open.stream()
            .map(
                one ->
                    offer(
                        one.offer(),
                        new About(
                            one.channel(),
                            one.askedAt(),
                            one.author(),
                            one.language(),
                            one.snippet())))
            .toList(),
        null);
  }

  private static @Nullable String whose(@Nullable String person) {
    String own = Callers.current().name();
    if (person == null && own == null) {
      throw new IllegalArgumentException(
          "say whose: person=NAME, or person=* for what everybody is offered");
    }
    if (person == null) {
      return own;
    }
    if (!person.equals(own)
        && !Callers.current().may(Permission.WATCH_FLOOR)
        && !Callers.current().may(Permission.ACT_FOR_ANYONE)) {
      throw new NotYou("Only leads see what others are offered; leave \"person\" out.");
    }
    return person.equals(EVERYBODY) ? null : person;
  }

  @PostMapping("/api/v1/offers/{id}/accept")
  public ResponseEntity<Object> accept(@PathVariable long id, @RequestBody Agent body) {
    return answer(desk.accept(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/offers/{id}/decline")
  public ResponseEntity<Object> decline(@PathVariable long id, @RequestBody Agent body) {
    return answer(desk.decline(id, Acting.as(body.agent())));
  }

  /** Why this agent: what routing did with a case. */
  @GetMapping("/api/v1/cases/{id}/routing")
  public ResponseEntity<Object> routing(@PathVariable long id) {
    return routing
        .find(id)
        .<ResponseEntity<Object>>map(
            story ->
                ResponseEntity.ok(
                    new Routing(
                        story.caseId(),
                        story.state(),
                        story.holder(),
                        story.told(),
                        story.relaxed(),
                        story.offers().stream().map(row -> offer(row, null)).toList())))
        .orElseGet(() -> Problems.noSuch("case", id));
  }

  private static Offer offer(OfferRow row, @Nullable About about) {
    return new Offer(
        row.id(),
        row.caseId(),
        row.brand(),
        row.person(),
        row.madeAt(),
        row.expiresAt(),
        row.state().word(),
        row.endedAt(),
        row.reason(),
        row.whyJson(),
        about);
  }

  private ResponseEntity<Object> answer(OfferResult result) {
    return switch (result) {
      case OfferResult.OnCase(var of) -> CasesApi.claimed(of);
      case OfferResult.Declined(var offer) ->
          ResponseEntity.ok(new Declined(offer.id(), "declined"));
      case OfferResult.Ended(var offer) -> Problems.offerEnded(offer, clock.instant());
      case OfferResult.NotTheirs(var offer) ->
          throw new NotYou(
              "Offer %d is %s's; only they answer it.".formatted(offer.id(), offer.person()));
      case OfferResult.NoSuchOffer(var id) -> Problems.noSuch("offer", id);
    };
  }
}

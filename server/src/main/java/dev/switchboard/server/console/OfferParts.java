package dev.switchboard.server.console;

import dev.switchboard.server.console.Console.Offering;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.offer.OfferCard;
import dev.switchboard.server.console.view.offer.RoutingStory;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.desk.OfferResult;
import dev.switchboard.store.routing.OfferRow;
import dev.switchboard.store.routing.OpenOffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is offered to whoever is in front of the page, and why a case went to whom it went. */
@RestController
final class OfferParts {
  private static final int MAX_SHOWN = 5;

  private final Offering offering;
  private final Pages pages;

  OfferParts(Offering offering, Pages pages) {
    this.offering = offering;
    this.pages = pages;
  }

  @GetMapping("/console/offers")
  ResponseEntity<String> offers(Agent agent) {
    return part(HttpStatus.OK, agent, "");
  }

  /** The answer is what is offered now; the page then opens the case. */
  @PostMapping("/console/offers/{id}/accept")
  ResponseEntity<String> accept(@PathVariable long id, Agent agent) {
    return switch (offering.desk().accept(id, agent.name())) {
      case OfferResult.OnCase(var result) -> accepted(result, agent);
      case OfferResult.Declined _ -> part(HttpStatus.OK, agent, "");
      case OfferResult.Ended(var offer) -> part(HttpStatus.CONFLICT, agent, ended(offer));
      case OfferResult.NotTheirs _, OfferResult.NoSuchOffer _ -> throw noSuch(id);
    };
  }

  private ResponseEntity<String> accepted(DeskResult result, Agent agent) {
    return switch (result) {
      case DeskResult.Done(var file, _) ->
          ResponseEntity.ok()
              .header("HX-Trigger", Triggers.next(file.id()))
              .contentType(Pages.HTML)
              .body(text(agent, ""));
      case DeskResult.Refused(var refusal, _) ->
          part(HttpStatus.CONFLICT, agent, Refusals.sentence(refusal, agent));
      case DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ ->
          part(HttpStatus.CONFLICT, agent, "The case is not there any more.");
    };
  }

  @PostMapping("/console/offers/{id}/decline")
  ResponseEntity<String> decline(@PathVariable long id, Agent agent) {
    return switch (offering.desk().decline(id, agent.name())) {
      case OfferResult.OnCase _, OfferResult.Declined _, OfferResult.Ended _ ->
          part(HttpStatus.OK, agent, "");
      case OfferResult.NotTheirs _, OfferResult.NoSuchOffer _ -> throw noSuch(id);
    };
  }

  /** Why this agent. */
  @GetMapping("/console/cases/{id}/routing")
  ResponseEntity<String> routing(@PathVariable long id) {
    RoutingStory story =
        offering
            .routing()
            .find(id)
            .map(RoutingStory::of)
            .orElseThrow(() -> new NoSuchPage("There is no case %d.".formatted(id)));
    return pages.page("part/routing", Map.of("story", story));
  }

  private static NoSuchPage noSuch(long id) {
    return new NoSuchPage("You have no offer %d.".formatted(id));
  }

  private static String ended(OfferRow offer) {
    return switch (offer.state()) {
      case OPEN, EXPIRED -> "The time for that one was over; it goes to somebody else.";
      case WITHDRAWN -> "That one was withdrawn: a colleague has it, or it needs nobody now.";
      case ACCEPTED -> "You had accepted that one.";
      case DECLINED -> "You had declined that one.";
    };
  }

  private ResponseEntity<String> part(HttpStatus status, Agent agent, String notice) {
    return ResponseEntity.status(status).contentType(Pages.HTML).body(text(agent, notice));
  }

  private String text(Agent agent, String notice) {
    Instant now = offering.clock().instant();
    List<OpenOffer> open = offering.store().open(agent.name(), now);
    List<OfferCard> cards =
        open.stream().limit(MAX_SHOWN).map(offer -> OfferCard.of(offer, now)).toList();
    return pages.text(
        "part/offers",
        Map.of(
            "cards",
            cards,
            "notice",
            notice,
            "more",
            open.size() - cards.size(),
            "unseen",
            open.isEmpty() ? offering.staff().unseenOffers(agent.name()) : 0));
  }
}

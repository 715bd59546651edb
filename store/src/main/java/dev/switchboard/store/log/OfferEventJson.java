package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutOffers;
import tools.jackson.core.JsonGenerator;

/** What events about offers say, field by field. */
final class OfferEventJson {
  private OfferEventJson() {}

  static void fields(AboutOffers event, JsonGenerator json) {
    switch (event) {
      case AboutOffers.OfferMade made -> made(made, json);
      case AboutOffers.OfferAccepted(var offer) -> json.writeNumberProperty("offer", offer);
      case AboutOffers.OfferDeclined(var offer) -> json.writeNumberProperty("offer", offer);
      case AboutOffers.OfferExpired(var offer, var to) -> {
        json.writeNumberProperty("offer", offer);
        json.writeStringProperty("to", to);
      }
      case AboutOffers.OfferWithdrawn(var offer, var to, var reason) -> {
        json.writeNumberProperty("offer", offer);
        json.writeStringProperty("to", to);
        json.writeStringProperty("reason", reason);
      }
      case AboutOffers.NeedsRelaxed(var step, var need, var from, var to, var because) -> {
        json.writeNumberProperty("step", step);
        json.writeStringProperty("need", need);
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
        json.writeStringProperty("because", because);
      }
    }
  }

  private static void made(AboutOffers.OfferMade made, JsonGenerator json) {
    json.writeNumberProperty("offer", made.offer());
    json.writeStringProperty("to", made.to());
    EventJson.time(json, "expiresAt", made.expiresAt());
    json.writeStringProperty("rule", made.rule());
    json.writeNumberProperty("people", made.people());
    json.writeArrayPropertyStart("some");
    made.some().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("why", made.why());
  }
}

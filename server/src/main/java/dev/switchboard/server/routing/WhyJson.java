package dev.switchboard.server.routing;

import dev.switchboard.engine.routing.Needs;
import dev.switchboard.engine.routing.RoutingDecision.Relaxed;
import dev.switchboard.engine.routing.Rule;
import dev.switchboard.engine.routing.Why;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Why a person was offered a case, as the offer keeps it: docs/routing.md says each field. */
final class WhyJson {
  private static final JsonFactory JSON = new JsonFactory();

  private WhyJson() {}

  /**
   * @param asked what the case asked for at first
   * @param relaxed by what it asked for less when it was offered
   */
  static String of(Why why, Needs asked, List<Relaxed> relaxed) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("rule", RoutingWords.of(why.rule()));
      json.writeNumberProperty("people", why.people());
      json.writeArrayPropertyStart("some");
      why.some().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("words", why.words());
      json.writeObjectPropertyStart("figures");
      figures(why.rule(), json);
      json.writeEndObject();
      needs(asked, json);
      relaxed(relaxed, json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void figures(Rule rule, JsonGenerator json) {
    switch (rule) {
      case Rule.PreviousAgent(var at) -> json.writeStringProperty("answeredAt", at.toString());
      case Rule.LeastLoaded(var load, var capacity, var idleSince) -> {
        json.writeNumberProperty("load", load);
        if (capacity != null) {
          json.writeNumberProperty("capacity", capacity);
        }
        json.writeStringProperty("idleSince", idleSince.toString());
      }
      case Rule.CostliestWait(var age, var allowed, var handling, var cost, var cases) -> {
        json.writeNumberProperty("ageSeconds", age.toSeconds());
        json.writeNumberProperty("allowedSeconds", allowed.toSeconds());
        json.writeNumberProperty("handlingSeconds", handling.toSeconds());
        json.writeNumberProperty("cost", cost);
        json.writeNumberProperty("cases", cases);
      }
    }
  }

  private static void needs(Needs asked, JsonGenerator json) {
    json.writeObjectPropertyStart("needs");
    json.writeStringProperty("brand", asked.brand());
    if (asked.topic() != null) {
      json.writeStringProperty("topic", asked.topic());
    }
    if (asked.language() != null) {
      json.writeStringProperty("language", asked.language());
    }
    json.writeStringProperty("skills", asked.skillsText());
    asked
        .who()
        .who()
        .ifPresent(
            who -> {
              json.writeStringProperty("step", asked.who().step());
              json.writeStringProperty("who", who);
            });
    json.writeEndObject();
  }

  private static void relaxed(List<Relaxed> steps, JsonGenerator json) {
    json.writeArrayPropertyStart("relaxed");
    for (Relaxed step : steps) {
      json.writeStartObject();
      json.writeNumberProperty("step", step.step());
      json.writeStringProperty("need", RoutingWords.of(step.need()));
      json.writeStringProperty("from", step.from());
      json.writeStringProperty("to", step.to());
      json.writeStringProperty("because", RoutingWords.of(step.because()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutIncidents;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The data of events about incidents and changes. */
final class IncidentEventJson {
  private IncidentEventJson() {}

  static void fields(AboutIncidents event, JsonGenerator json) {
    switch (event) {
      case AboutIncidents.ChangeReceived(var change, var kind, var service, var startedAt) -> {
        json.writeStringProperty("change", change);
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("service", service);
        EventJson.time(json, "startedAt", startedAt);
      }
      case AboutIncidents.Opened(var authors, var probability, var onsetAt, var terms) -> {
        json.writeNumberProperty("authors", authors);
        json.writeNumberProperty("probability", probability);
        EventJson.time(json, "onsetAt", onsetAt);
        json.writeArrayPropertyStart("terms");
        terms.forEach(json::writeString);
        json.writeEndArray();
      }
      case AboutIncidents.Grew(var authors, var rate) -> pace(json, authors, rate);
      case AboutIncidents.Quietened(var authors, var rate) -> pace(json, authors, rate);
      case AboutIncidents.Closed(var authors) -> json.writeNumberProperty("authors", authors);
      case AboutIncidents.Reopened(var times) -> json.writeNumberProperty("times", times);
      case AboutIncidents.CausesRanked(var change, var probability, var noneOfThese) -> {
        textOrNone(json, "change", change);
        json.writeNumberProperty("probability", probability);
        json.writeNumberProperty("noneOfThese", noneOfThese);
      }
      case AboutIncidents.Acknowledged() -> {}
      case AboutIncidents.Resolved(var note) -> textOrNone(json, "note", note);
      case AboutIncidents.CauseJudged(var change, var confirmed, var note) -> {
        json.writeStringProperty("change", change);
        json.writeBooleanProperty("confirmed", confirmed);
        textOrNone(json, "note", note);
      }
      case AboutIncidents.Merged(var from, var action) -> {
        json.writeNumberProperty("from", from);
        json.writeNumberProperty("action", action);
      }
      case AboutIncidents.KeptApart(var other) -> json.writeNumberProperty("other", other);
      case AboutIncidents.Split(var posts, var action) -> {
        json.writeArrayPropertyStart("posts");
        posts.forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("action", action);
      }
      case AboutIncidents.Undone(var other, var action) -> {
        if (other != null) {
          json.writeNumberProperty("other", other);
        }
        json.writeNumberProperty("action", action);
      }
    }
  }

  private static void pace(JsonGenerator json, int authors, double customersPerHour) {
    json.writeNumberProperty("authors", authors);
    json.writeNumberProperty("customersPerHour", customersPerHour);
  }

  private static void textOrNone(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.LikelyCause;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An incident as the contracts write it. */
final class IncidentJson {
  private static final JsonFactory JSON = new JsonFactory();

  private IncidentJson() {}

  /**
   * One line, with its line end.
   *
   * @param ids the posts' own ids for their numbers
   */
  static byte[] line(String id, Incident incident, Function<List<Long>, List<String>> ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeStringProperty("brand", incident.brand());
      json.writeStringProperty("state", incident.state().word());
      json.writeStringProperty("openedAt", incident.openedAt().toString());
      json.writeStringProperty("onsetAt", incident.onsetAt().toString());
      strings(
          json,
          "onsetInterval",
          List.of(incident.onsetFrom().toString(), incident.onsetTo().toString()));
      json.writeNumberProperty("reports", incident.reports());
      json.writeNumberProperty("authors", incident.authors());
      strings(json, "terms", incident.terms());
      json.writeNumberProperty("probability", incident.probability());
      if (incident.during() != null) {
        json.writeStringProperty("during", incident.brand() + "/" + incident.during());
      }
      if (incident.closedAt() != null) {
        json.writeStringProperty("closedAt", incident.closedAt().toString());
      }
      json.writeArrayPropertyStart("causes");
      incident.causes().forEach(cause -> cause(json, cause));
      json.writeEndArray();
      json.writeNumberProperty("noneOfThese", incident.noneOfThese());
      blast(json, incident.blastRadius());
      course(json, incident);
      strings(json, "posts", ids.apply(incident.posts()));
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void cause(JsonGenerator json, LikelyCause cause) {
    json.writeStartObject();
    json.writeStringProperty("change", cause.change().id());
    json.writeNumberProperty("probability", cause.probability());
    if (cause.vetoed()) {
      json.writeBooleanProperty("vetoed", true);
    }
    strings(json, "reasons", cause.reasons());
    json.writeEndObject();
  }

  private static void blast(JsonGenerator json, BlastRadius blast) {
    json.writeObjectPropertyStart("blastRadius");
    json.writeArrayPropertyStart("services");
    for (BlastRadius.TouchedService service : blast.services()) {
      json.writeStartObject();
      json.writeStringProperty("name", service.name());
      json.writeNumberProperty("distance", service.distance());
      json.writeEndObject();
    }
    json.writeEndArray();
    counts(json, "regions", blast.regions());
    counts(json, "products", blast.products());
    counts(json, "versions", blast.versions());
    json.writeNumberProperty("customersSeen", blast.customersSeen());
    json.writeNumberProperty("customersUnseenAtLeast", blast.customersUnseenAtLeast());
    json.writeNumberProperty("reach", blast.reach());
    json.writeArrayPropertyStart("course");
    for (BlastRadius.Step step : blast.course()) {
      json.writeStartObject();
      json.writeStringProperty("from", step.from().toString());
      json.writeNumberProperty("reports", step.reports());
      json.writeNumberProperty("customers", step.customers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void course(JsonGenerator json, Incident incident) {
    json.writeArrayPropertyStart("course");
    for (CourseStep step : incident.course()) {
      json.writeStartObject();
      json.writeStringProperty("from", step.from().toString());
      json.writeNumberProperty("reports", step.reports());
      json.writeNumberProperty("expected", step.expected());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, String name, Map<String, Integer> counts) {
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> strings) {
    json.writeArrayPropertyStart(name);
    strings.forEach(json::writeString);
    json.writeEndArray();
  }
}

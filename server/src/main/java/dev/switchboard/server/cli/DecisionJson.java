package dev.switchboard.server.cli;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A decision as the contracts write it: every field stands there, null while nobody decides it. */
final class DecisionJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> OWN = List.of("the brand's own post");

  private DecisionJson() {}

  /** One line, with its line end; {@code decision} is null for the brand's own posts. */
  static byte[] line(Post post, @Nullable TriageDecision decision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("id", post.externalId());
      json.writeStringProperty(
          "verdict", decision == null ? "setAside" : decision.verdict().word());
      json.writeBooleanProperty("needsHelp", decision != null && decision.needsHelp());
      json.writeNumberProperty("probability", decision == null ? 0 : decision.probability());
      aspects(json, decision);
      json.writeName("language");
      json.writeString(decision == null ? post.language() : decision.language());
      json.writeNullProperty("group");
      json.writeNullProperty("incident");
      json.writeArrayPropertyStart("reasons");
      for (String reason : decision == null ? OWN : decision.reasons()) {
        json.writeString(reason);
      }
      json.writeEndArray();
      json.writeBooleanProperty("worthAnswering", decision != null && decision.worthAnswering());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void aspects(JsonGenerator json, @Nullable TriageDecision decision) {
    Boolean problem = decision == null ? null : decision.problem();
    json.writeName("problem");
    if (problem == null) {
      json.writeNull();
    } else {
      json.writeBoolean(problem);
    }
    number(json, "problemProbability", decision == null ? null : decision.problemProbability());
    json.writeName("intent");
    json.writeString(decision == null ? null : decision.intent());
    number(json, "intentProbability", decision == null ? null : decision.intentProbability());
    number(json, "urgency", decision == null ? null : decision.urgency());
    json.writeName("sentiment");
    json.writeString(decision == null ? null : decision.sentiment());
  }

  private static void number(JsonGenerator json, String name, @Nullable Float value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }
}

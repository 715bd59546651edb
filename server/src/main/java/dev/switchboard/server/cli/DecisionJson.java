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
      if (decision == null) {
        json.writeStringProperty("verdict", "setAside");
        json.writeBooleanProperty("needsHelp", false);
        json.writeNumberProperty("probability", 0);
      } else {
        json.writeStringProperty("verdict", decision.verdict().word());
        json.writeBooleanProperty("needsHelp", decision.needsHelp());
        json.writeNumberProperty("probability", decision.probability());
      }
      for (String later :
          new String[] {
            "problem", "problemProbability", "intent", "intentProbability", "urgency", "sentiment"
          }) {
        json.writeNullProperty(later);
      }
      json.writeName("language");
      json.writeString(decision == null ? post.language() : decision.language());
      json.writeNullProperty("group");
      json.writeNullProperty("incident");
      json.writeArrayPropertyStart("reasons");
      for (String reason : decision == null ? OWN : decision.reasons()) {
        json.writeString(reason);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }
}

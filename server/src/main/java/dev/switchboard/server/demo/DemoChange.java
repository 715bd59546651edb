package dev.switchboard.server.demo;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A change of the made-up airline's systems, before it is given a time.
 *
 * @param at scripted time since the day began
 * @param type as the contract for changes has it, for example {@code deploy}
 * @param version or null
 */
record DemoChange(
    Duration at, String id, String type, String service, @Nullable String version, String summary) {
  private static final JsonFactory JSON = new JsonFactory();

  /** The simple form of a change, on one line. */
  String line(Instant startedAt) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeStringProperty("type", type);
      json.writeStringProperty("service", service);
      json.writeStringProperty("environment", "production");
      if (version != null) {
        json.writeStringProperty("version", version);
      }
      json.writeStringProperty("startedAt", startedAt.toString());
      json.writeStringProperty("summary", summary);
      json.writeEndObject();
    }
    return line.toString();
  }
}

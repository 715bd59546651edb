package dev.switchboard.channels.changes;

import dev.switchboard.channels.lines.Utf8;
import dev.switchboard.engine.incident.change.ChangeType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object as a change, in any of its forms. */
final class ChangeReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ChangeReader() {}

  static ParsedChange read(byte[] bytes, int from, int to, long line) {
    int start = Utf8.afterByteOrderMark(bytes, from, to);
    int wrong = Utf8.firstWrong(bytes, start, to);
    if (wrong >= 0) {
      return new ParsedChange.Bad(
          line, "not UTF-8 at byte " + (wrong - from + 1) + ": send the text as UTF-8");
    }
    try {
      JsonNode object = JSON.readTree(bytes, start, to - start);
      return object.isObject()
          ? read(object, line)
          : new ParsedChange.Bad(line, "a change must be a JSON object");
    } catch (JacksonException e) {
      String what = ChangeFields.quote(String.valueOf(e.getOriginalMessage()));
      return new ParsedChange.Bad(line, "not one JSON object: " + what);
    } catch (Refused e) {
      return new ParsedChange.Bad(line, e.reason());
    }
  }

  private static ParsedChange read(JsonNode object, long line) throws Refused {
    ChangeFields fields = fields(object);
    String type = fields.type();
    if (type != null && type.startsWith("dev.cdevents.") && ChangeType.ofCdEvents(type).isEmpty()) {
      return new ParsedChange.Ignored(
          line, ChangeFields.quote(type) + " changes nothing that customers could feel");
    }
    return new ParsedChange.Good(line, fields.change());
  }

  private static ChangeFields fields(JsonNode object) throws Refused {
    if (CdEvent.is(object)) {
      return CdEvent.fields(object);
    }
    return object.has("specversion") ? cloudEvent(object) : ChangeFields.of(object);
  }

  /**
   * A CloudEvents 1.0 envelope, around a CDEvents event or around the simple form. What it says
   * itself (id, time, a region as an extension) counts where its data says nothing.
   */
  private static ChangeFields cloudEvent(JsonNode event) throws Refused {
    String version = ChangeFields.text(event, "specversion");
    if (!"1.0".equals(version)) {
      throw new Refused(
          "specversion " + version + " is not 1.0, the CloudEvents that is read here");
    }
    JsonNode data = event.get("data");
    if (data == null || !data.isObject()) {
      throw new Refused("data is missing: a CloudEvents event needs the change as a JSON object");
    }
    ChangeFields envelope =
        new ChangeFields(
            ChangeFields.text(event, "id"),
            ChangeFields.text(event, "type"),
            ChangeFields.text(event, "subject"),
            null,
            ChangeFields.text(event, "region"),
            null,
            ChangeFields.text(event, "time"),
            null,
            null);
    return (CdEvent.is(data) ? CdEvent.fields(data) : ChangeFields.of(data)).or(envelope);
  }
}

package dev.switchboard.channels.file;

import dev.switchboard.channels.OutgoingReply;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes and reads back one reply as one line of JSON. */
final class ReplyLines {
  private static final JsonFactory JSON = new JsonFactory();

  private ReplyLines() {}

  /** A reply found in the file. */
  record Written(String idempotencyKey, String id, Instant sentAt) {}

  /** The id under which a reply stands in the file: one a key, so it says which reply it is. */
  static String idOf(OutgoingReply reply) {
    return "file-" + reply.idempotencyKey();
  }

  static byte[] line(OutgoingReply reply, Instant sentAt) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("idempotencyKey", reply.idempotencyKey());
      json.writeStringProperty("id", idOf(reply));
      json.writeStringProperty("channel", reply.channel().toString());
      json.writeStringProperty("author", reply.author());
      json.writeStringProperty("text", reply.text());
      if (reply.inReplyTo() != null) {
        json.writeStringProperty("inReplyTo", reply.inReplyTo());
      }
      json.writeStringProperty("sentAt", sentAt.toString());
      json.writeEndObject();
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The reply on a line, or null if the line is torn or none of ours. */
  static @Nullable Written read(byte[] bytes, int from, int to) {
    String key = null;
    String id = null;
    String sentAt = null;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING && name.equals("idempotencyKey")) {
          key = json.getString();
        } else if (value == JsonToken.VALUE_STRING && name.equals("id")) {
          id = json.getString();
        } else if (value == JsonToken.VALUE_STRING && name.equals("sentAt")) {
          sentAt = json.getString();
        } else {
          json.skipChildren();
        }
      }
      return key == null || id == null || sentAt == null
          ? null
          : new Written(key, id, Instant.parse(sentAt));
    } catch (JacksonException | DateTimeException e) {
      return null;
    }
  }
}

package dev.switchboard.server.demo;

import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A post as a line of NDJSON, as the contract for posts has it. */
final class PostLine {
  private static final JsonFactory JSON = new JsonFactory();

  private PostLine() {}

  static String of(DemoPost post, Stamps.Stamp stamp) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", post.id());
      json.writeStringProperty("channel", post.channel().toString());
      json.writeStringProperty("brand", Airline.BRAND);
      json.writeStringProperty("author", post.author());
      json.writeStringProperty("text", post.text());
      time(json, "createdAt", stamp.createdAt());
      json.writeStringProperty("direction", "in");
      json.writeStringProperty("kind", word(post));
      text(json, "inReplyTo", post.inReplyTo());
      text(json, "language", post.language());
      if (post.authorFollowers() != null) {
        json.writeNumberProperty("authorFollowers", post.authorFollowers().intValue());
      }
      text(json, "region", post.region());
      text(json, "product", post.product());
      switch (post.change()) {
        case WRITTEN -> {}
        case EDITED -> time(json, "editedAt", stamp.changedAt());
        case DELETED -> time(json, "deletedAt", stamp.changedAt());
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  private static String word(DemoPost post) {
    return switch (post.kind()) {
      case MENTION -> "mention";
      case REPLY -> "reply";
      case QUOTE -> "quote";
      case REPOST -> "repost";
      case DIRECT -> "direct";
    };
  }

  private static void time(JsonGenerator json, String name, Instant at) {
    json.writeStringProperty(name, at.toString());
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}

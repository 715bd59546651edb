package dev.switchboard.channels.changes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a CDEvents event: {@code context} says what and when, {@code subject} what it is about. The
 * standard has no place for a region, a start or a summary: these are taken from {@code
 * customData}, in the simple form's names.
 *
 * @see <a href="https://cdevents.dev/docs/">CDEvents</a>
 */
final class CdEvent {
  private static final Pattern TAG = Pattern.compile("[?&]tag=([^&#]+)");
  private static final Pattern VERSION = Pattern.compile("@([^?#]+)");

  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();

  private CdEvent() {}

  static boolean is(JsonNode object) {
    return child(object, "context") != null && child(object, "subject") != null;
  }

  static ChangeFields fields(JsonNode event) throws Refused {
    JsonNode context = object(event, "context");
    JsonNode subject = object(event, "subject");
    JsonNode content = object(subject, "content");
    String type = ChangeFields.text(context, "type");
    String about = lastPart(ChangeFields.text(subject, "id"));
    String service = lastPart(ChangeFields.text(object(content, "service"), "id"));
    boolean place = type != null && type.startsWith("dev.cdevents.environment.");
    String environment = ChangeFields.text(object(content, "environment"), "id");
    ChangeFields own =
        new ChangeFields(
            ChangeFields.text(context, "id"),
            type,
            service == null ? about : service,
            environment == null && place ? about : environment,
            null,
            version(ChangeFields.text(content, "artifactId")),
            ChangeFields.text(context, "timestamp"),
            null,
            ChangeFields.text(content, "description"));
    ChangeFields custom = ChangeFields.of(object(event, "customData"));
    // An event is sent when its change is done: its sender may know better when that began.
    return new ChangeFields(
            null,
            null,
            custom.service(),
            null,
            custom.region(),
            custom.version(),
            custom.startedAt(),
            custom.finishedAt(),
            custom.summary())
        .or(own);
  }

  /** The version in a package URL: its tag, or what follows the at sign unless it is a digest. */
  private static @Nullable String version(@Nullable String packageUrl) {
    if (packageUrl == null) {
      return null;
    }
    Matcher tag = TAG.matcher(packageUrl);
    if (tag.find()) {
      return decoded(tag.group(1));
    }
    Matcher version = VERSION.matcher(packageUrl);
    String found = version.find() ? decoded(version.group(1)) : null;
    return found == null || found.startsWith("sha256:") ? null : found;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static @Nullable String lastPart(@Nullable String id) {
    return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
  }

  private static JsonNode object(JsonNode parent, String field) {
    JsonNode child = child(parent, field);
    return child == null ? EMPTY : child;
  }

  private static @Nullable JsonNode child(JsonNode parent, String field) {
    JsonNode child = parent.get(field);
    return child != null && child.isObject() ? child : null;
  }
}

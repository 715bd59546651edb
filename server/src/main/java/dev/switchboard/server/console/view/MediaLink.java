package dev.switchboard.server.console.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture, film or file of a post. It is linked, never loaded: whoever reads a post should not
 * call on servers that its author chose.
 *
 * @param href an http or https address, or null if it has none that can be followed
 * @param host where it leads to, or null
 * @param words its description by the author, or null
 */
public record MediaLink(
    String label, @Nullable String href, @Nullable String host, @Nullable String words) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_LINKS = 20;

  /** Reads the {@code media} of a post: a list of addresses or of objects with a url or an id. */
  public static List<MediaLink> of(@Nullable String extraJson) {
    if (extraJson == null || !extraJson.contains("\"media\"")) {
      return List.of();
    }
    try {
      List<MediaLink> links = new ArrayList<>();
      for (JsonNode item : JSON.readTree(extraJson).path("media")) {
        if (links.size() < MAX_LINKS) {
          links.add(of(item));
        }
      }
      return links;
    } catch (JacksonException _) {
      // The database checked that it is JSON; whatever else it is, it is no list of media.
      return List.of();
    }
  }

  private static MediaLink of(JsonNode item) {
    String address = item.isString() ? item.stringValue() : text(item, "url");
    URI uri = followable(address);
    String words = text(item, "alt");
    return new MediaLink(
        label(text(item, "type")),
        uri == null ? null : uri.toString(),
        uri == null ? null : uri.getHost(),
        words == null ? text(item, "description") : words);
  }

  private static @Nullable String text(JsonNode item, String name) {
    JsonNode value = item.path(name);
    return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
  }

  private static String label(@Nullable String type) {
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (kind.contains("video") || kind.contains("gif")) {
      return "Video";
    } else if (kind.contains("audio")) {
      return "Audio";
    }
    return kind.contains("image") || kind.contains("photo") ? "Picture" : "Attachment";
  }

  /** The address, if a person may safely follow it. */
  static @Nullable URI followable(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = URI.create(address.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))
          ? uri
          : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}

package dev.switchboard.server.console.view;

import dev.switchboard.channels.text.CharacterCount;
import java.util.Locale;

/**
 * A network as the page names it.
 *
 * @param name as in a channel's name, for example x
 * @param account the brand's account there
 */
public record Network(String name, String account) {
  /** Reads {@code network:account}. */
  public static Network ofChannel(String channel) {
    int colon = channel.indexOf(':');
    return colon < 0
        ? new Network(channel, "")
        : new Network(channel.substring(0, colon), channel.substring(colon + 1));
  }

  public String label() {
    return switch (name) {
      case "x" -> "X";
      case "mastodon" -> "Mastodon";
      case "bluesky" -> "Bluesky";
      case "mail" -> "Mail";
      default -> name;
    };
  }

  /** A letter that stands for it. */
  public String mark() {
    return Words.initials(name).substring(0, 1);
  }

  public int maxChars() {
    return CharacterCount.of(name).maxChars();
  }

  /** How the page counts: x, mastodon, bluesky or plain. */
  public String counting() {
    return CharacterCount.of(name).name().toLowerCase(Locale.ROOT);
  }
}

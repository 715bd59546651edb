package dev.switchboard.channels.text;

import dev.switchboard.engine.identity.SignStyle;

/** How replies are signed on each network. Any thread. */
public final class SignStyles {
  private SignStyles() {}

  /** By the name before the colon of a channel. */
  public static SignStyle of(String network) {
    return switch (network) {
      case "x", "mastodon", "bluesky", "facebook", "instagram", "meta", "reddit" -> SignStyle.CARET;
      default -> SignStyle.NAME_LINE;
    };
  }
}

package dev.switchboard.channels.text;

import java.util.regex.Pattern;

/** Counts as Mastodon does: graphemes, a link as 23, {@code @name@server} as {@code @name}. */
final class MastodonCount {
  private static final Pattern REMOTE_MENTION =
      Pattern.compile("(?<![\\w/])@(\\w+(?:[.-]+\\w+)*)@[\\w.-]*\\w");

  private MastodonCount() {}

  static int count(String text) {
    String shortened = WebAddresses.shortenWithScheme(text);
    return Graphemes.count(REMOTE_MENTION.matcher(shortened).replaceAll("@$1"));
  }
}

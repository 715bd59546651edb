package dev.switchboard.channels.text;

import dev.switchboard.engine.post.ChannelName;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How a customer and a brand go on in private, on each network that has it, as the networks
 * document it; and on which networks whatever is written is public. Any thread.
 */
public final class DirectMessages {
  private DirectMessages() {}

  /** Whether strangers can read what is written there. */
  public static boolean arePostsPublic(String network) {
    return switch (network) {
      case "mail", "email", "sms", "whatsapp", "messenger" -> false;
      default -> true;
    };
  }

  /**
   * What to ask of a customer, in at most 200 characters; empty where there is no such way.
   *
   * @param language the customer's, BCP 47; null, or one that is not there, for English
   */
  public static Optional<String> invitation(ChannelName channel, @Nullable String language) {
    Properties words = Invitations.of(language);
    return way(channel, words).map(way -> words.getProperty("sentence").formatted(way));
  }

  private static Optional<String> way(ChannelName channel, Properties words) {
    String account = channel.account();
    String name = account.startsWith("@") ? account.substring(1) : account;
    return switch (channel.network()) {
      // On X the envelope is there if the account takes messages from anyone. On Mastodon a direct
      // message is a post that only those who are mentioned see. On Bluesky an account takes
      // messages from those whom it follows, unless its settings say from everyone.
      case "x", "mastodon", "bluesky", "meta", "reddit" ->
          Optional.of(words.getProperty(channel.network()).formatted(name));
      case "facebook" -> Optional.of("https://m.me/" + name);
      case "instagram" -> Optional.of("https://ig.me/m/" + name);
      default -> Optional.empty();
    };
  }
}

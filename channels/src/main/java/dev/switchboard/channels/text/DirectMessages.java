package dev.switchboard.channels.text;

import dev.switchboard.engine.post.ChannelName;
import java.util.Optional;

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

  /** What to ask of a customer, in at most 200 characters; empty where there is no such way. */
  public static Optional<String> invitation(ChannelName channel) {
    return way(channel)
        .map(
            way ->
                "To keep your details safe, please delete that post and send us a direct message: %s."
                    .formatted(way));
  }

  private static Optional<String> way(ChannelName channel) {
    String account = channel.account();
    String name = account.startsWith("@") ? account.substring(1) : account;
    return switch (channel.network()) {
      // The envelope is there if the account takes messages from anyone.
      case "x" -> Optional.of("the envelope on our profile @" + name);
      // There a direct message is a post that only those who are mentioned see.
      case "mastodon" ->
          Optional.of("mention @%s, visible to mentioned people only".formatted(name));
      // An account takes messages from those whom it follows, unless its settings say from
      // everyone.
      case "bluesky" -> Optional.of("the chat button on our profile @" + name);
      case "facebook" -> Optional.of("https://m.me/" + name);
      case "instagram" -> Optional.of("https://ig.me/m/" + name);
      case "meta" -> Optional.of("the message button on our page");
      case "reddit" -> Optional.of("the chat button on the profile u/" + name);
      default -> Optional.empty();
    };
  }
}

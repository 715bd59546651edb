package dev.switchboard.engine.post;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One connected account on one network, written {@code network:account}, for example {@code
 * x:@britishairways}.
 *
 * @param network lower-case letters, digits and dashes, 1 to 32 characters
 * @param account as the network writes it, 1 to 200 characters, no whitespace
 */
public record ChannelName(String network, String account) {
  private static final int MAX_NETWORK_CHARS = 32;
  private static final int MAX_ACCOUNT_CHARS = 200;

  /** A brand has few channels and every post names one: each is made once. */
  private static final Map<String, ChannelName> PARSED = new ConcurrentHashMap<>();

  private static final int MAX_PARSED = 10_000;

  public ChannelName {
    if (!isNetwork(network)) {
      throw new IllegalArgumentException(
          "network must be 1 to 32 lower-case letters, digits or dashes, not \"%s\""
              .formatted(network));
    }
    if (account.isEmpty()
        || account.length() > MAX_ACCOUNT_CHARS
        || account.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "account must be 1 to 200 characters without whitespace, not \"%s\"".formatted(account));
    }
  }

  /**
   * Reads {@code network:account}.
   *
   * @throws IllegalArgumentException with a sentence for the sender, if it is not of that form
   */
  public static ChannelName parse(String text) {
    ChannelName known = PARSED.get(text);
    if (known != null) {
      return known;
    }
    ChannelName parsed = parseAnew(text);
    if (PARSED.size() < MAX_PARSED) {
      PARSED.put(text, parsed);
    }
    return parsed;
  }

  private static ChannelName parseAnew(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "channel must be network:account, for example x:@acme, not \"%s\"".formatted(text));
    }
    return new ChannelName(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ChannelName name
            && account.equals(name.account)
            && network.equals(name.network));
  }

  @Override
  public int hashCode() {
    return 31 * account.hashCode() + network.hashCode();
  }

  /** The brand that a channel belongs to until somebody says otherwise: its account without "@". */
  public String defaultBrand() {
    return account.startsWith("@") && account.length() > 1 ? account.substring(1) : account;
  }

  @Override
  public String toString() {
    return network + ":" + account;
  }

  private static boolean isNetwork(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_NETWORK_CHARS
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}

package dev.switchboard.server.demo;

import dev.switchboard.engine.post.ChannelName;
import java.util.List;

/** The made-up airline that the demo is about. No airline of this name is meant. */
public final class Airline {
  public static final String BRAND = "Aurora Air";

  public static final ChannelName X = new ChannelName("x", "@auroraair");
  public static final ChannelName MASTODON = new ChannelName("mastodon", "@help@auroraair.example");
  public static final ChannelName BLUESKY = new ChannelName("bluesky", "auroraair.example");

  public static final List<ChannelName> CHANNELS = List.of(X, MASTODON, BLUESKY);

  /** Where its customers are; made up, as is all of it. */
  static final List<String> REGIONS = List.of("north", "coast", "islands");

  /** The programs in which customers rebook. */
  static final List<String> PRODUCTS = List.of("app", "website");

  private Airline() {}

  /** How customers on {@code channel} mention the airline. */
  static String mention(ChannelName channel) {
    return channel.account().startsWith("@") ? channel.account() : "@" + channel.account();
  }
}

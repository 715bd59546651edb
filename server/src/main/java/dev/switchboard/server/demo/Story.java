package dev.switchboard.server.demo;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.PostKind;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One customer with what happened to them.
 *
 * @param followers or null where the network does not say
 * @param declared the language that the network declares, or null
 * @param direct true if they write where only the airline can read it
 * @param region where they are, or null if they don't say
 * @param product which of the airline's programs they speak of, or null if they don't say
 */
record Story(
    ChannelName channel,
    String author,
    @Nullable Integer followers,
    Phrases phrases,
    @Nullable String declared,
    Intent intent,
    boolean direct,
    @Nullable String region,
    @Nullable String product,
    Facts facts) {

  private static final double DECLARES_LANGUAGE = 0.85;
  private static final double WRITES_DIRECTLY = 0.05;
  private static final double SAYS_WHERE = 0.3;
  private static final double SAYS_PRODUCT = 0.5;
  private static final double WRITES_ON_X = 0.6;
  private static final double WRITES_ON_MASTODON = 0.15;
  private static final int MAX_AUTHOR_NUMBER = 9_999;
  private static final double TYPICAL_FOLLOWERS = 180;

  static Story draw(Random random, Phrasebook book, Intent intent) {
    Phrases phrases = book.draw(random);
    ChannelName channel = channel(random);
    return new Story(
        channel,
        author(channel, random, book),
        (int) Math.min(5e6, TYPICAL_FOLLOWERS * StrictMath.exp(1.6 * random.nextGaussian())),
        phrases,
        random.nextDouble() < DECLARES_LANGUAGE ? phrases.language() : null,
        intent,
        intent.needsHelp() && random.nextDouble() < WRITES_DIRECTLY,
        random.nextDouble() < SAYS_WHERE ? Phrases.pick(Airline.REGIONS, random) : null,
        intent == Intent.REBOOKING_BROKEN && random.nextDouble() < SAYS_PRODUCT
            ? Phrases.pick(Airline.PRODUCTS, random)
            : null,
        new Facts());
  }

  DemoPost post(String id, String text, @Nullable String inReplyTo) {
    PostKind kind =
        direct
            ? PostKind.DIRECT
            : inReplyTo != null
                ? PostKind.REPLY
                : intent == Intent.VIRAL ? PostKind.REPOST : PostKind.MENTION;
    return new DemoPost(
        id,
        channel,
        author,
        text,
        kind,
        inReplyTo,
        declared,
        followers,
        region,
        product,
        DemoPost.Change.WRITTEN);
  }

  Truth truth() {
    return Truth.of(intent, phrases.language());
  }

  private static ChannelName channel(Random random) {
    double dice = random.nextDouble();
    return dice < WRITES_ON_X
        ? Airline.X
        : dice < WRITES_ON_X + WRITES_ON_MASTODON ? Airline.MASTODON : Airline.BLUESKY;
  }

  private static String author(ChannelName channel, Random random, Phrasebook book) {
    String name =
        book.worldly("handle.first", random)
            + book.worldly("handle.second", random)
            + random.nextInt(MAX_AUTHOR_NUMBER + 1);
    return switch (channel.network()) {
      case "mastodon" -> "@" + name + "@snow.example";
      case "bluesky" -> name + ".example";
      default -> "@" + name;
    };
  }
}

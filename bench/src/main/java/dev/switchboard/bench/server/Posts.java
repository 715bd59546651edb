package dev.switchboard.bench.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Made-up posts as NDJSON: four brands, a quarter asking for help, two fifths beginning a
 * conversation, a fifth by the brand, authors who come back. The same seed gives the same posts.
 */
public final class Posts {
  private static final String[] HELP = {
    "my order has not arrived and nobody answers, can you please help me",
    "the app crashes when I try to pay, how do I get my money back",
    "stuck at the airport since six, flight cancelled, where can I rebook",
    "I have been charged twice, please refund the second payment",
  };
  private static final String[] CHATTER = {
    "what a lovely morning, greetings to everybody at the counter",
    "new colours look great, might buy one next year",
    "haha that advert with the dog never gets old",
    "just landed, smooth ride, good coffee, thank you all",
    "listening to the hold music remix again, surprisingly catchy",
  };
  private static final String[] WORDS = {
    "today",
    "again",
    "really",
    "gate",
    "phone",
    "battery",
    "street",
    "number",
    "window",
    "Monday",
    "terminal",
    "update",
    "shop",
    "winter",
    "question",
    "voucher",
    "screen",
    "train",
    "colour",
  };
  private static final int RECENT = 50_000;

  private final Random random;
  private final String prefix;
  private final long[] recent = new long[RECENT];
  private final int[] recentBrand = new int[RECENT];
  private int recentCount;
  private long next;

  public Posts(long seed, String prefix) {
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  /** The next {@code count} posts, a line each. */
  public byte[] lines(int count, Instant createdAt) {
    StringBuilder text = new StringBuilder(count * 300);
    for (int i = 0; i < count; i++) {
      line(text, createdAt);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void line(StringBuilder to, Instant createdAt) {
    long id = next++;
    boolean reply = recentCount > 100 && random.nextInt(5) >= 2;
    int parent = reply ? random.nextInt(recentCount) : 0;
    int brand = reply ? recentBrand[parent] : random.nextInt(4);
    boolean out = reply && random.nextInt(3) == 0;
    to.append("{\"id\":\"").append(prefix).append(id);
    to.append("\",\"channel\":\"x:@brand").append(brand);
    to.append("\",\"author\":\"");
    to.append(out ? "@brand" + brand : "user" + random.nextInt(2_000_000));
    to.append("\",\"text\":\"");
    text(to, brand, !out && random.nextInt(4) == 0);
    to.append("\",\"createdAt\":\"").append(createdAt).append('"');
    if (out) {
      to.append(",\"direction\":\"out\"");
    }
    if (reply) {
      to.append(",\"kind\":\"reply\",\"inReplyTo\":\"").append(prefix).append(recent[parent]);
      to.append('"');
    }
    to.append(",\"url\":\"https://x.example/status/").append(id).append("\"}\n");
    int slot = recentCount < RECENT ? recentCount++ : random.nextInt(RECENT);
    recent[slot] = id;
    recentBrand[slot] = brand;
  }

  private void text(StringBuilder to, int brand, boolean help) {
    String[] from = help ? HELP : CHATTER;
    to.append("@brand").append(brand).append(' ').append(from[random.nextInt(from.length)]);
    for (int i = random.nextInt(8); i > 0; i--) {
      to.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
  }
}

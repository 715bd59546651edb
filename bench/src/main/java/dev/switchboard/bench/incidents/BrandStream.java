package dev.switchboard.bench.incidents;

import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts of several brands from a seed and two piles of texts, a quarter from the pile of those who
 * need help. Words are left out and put in, so that few posts repeat each other; one in twenty is a
 * retweet. Now and then forty customers of a brand tell of one thing within half an hour.
 */
final class BrandStream {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BETWEEN_BURSTS = 20_000;
  private static final int BURST_POSTS = 40;
  private static final int AUTHORS = 500_000;

  /** A post and whose it is. */
  record Said(int brand, long id, Post post) {}

  private final List<String> help;
  private final List<String> chatter;
  private final List<ChannelName> channels = new ArrayList<>();
  private final Duration step;
  private final SplittableRandom random;
  private final String[] last;
  private long made;
  private long burstLeft;
  private int burstBrand;
  private String burstText = "";

  /**
   * @param step between two posts of the stream, whosesoever
   */
  BrandStream(List<String> help, List<String> chatter, int brands, Duration step, long seed) {
    this.help = help;
    this.chatter = chatter;
    this.step = step;
    this.random = new SplittableRandom(seed);
    this.last = new String[brands];
    for (int brand = 0; brand < brands; brand++) {
      channels.add(ChannelName.parse("x:@brand" + brand));
      last[brand] = help.getFirst();
    }
  }

  /** A text as a post to a brand. */
  static Post plain(String text) {
    return new BrandStream(List.of(text), List.of(text), 1, Duration.ZERO, 0)
        .post(1, 0, text, false);
  }

  List<Said> next(int posts) {
    List<Said> said = new ArrayList<>(posts);
    for (int i = 0; i < posts; i++) {
      said.add(next());
    }
    return said;
  }

  private Said next() {
    if (made % BETWEEN_BURSTS == BETWEEN_BURSTS / 2) {
      burstLeft = BURST_POSTS;
      burstBrand = random.nextInt(last.length);
      burstText = any(help);
    }
    boolean burst = burstLeft > 0 && random.nextInt(10) == 0;
    int brand = burst ? burstBrand : random.nextInt(last.length);
    boolean retweet = !burst && random.nextInt(20) == 0;
    String text = retweet ? "RT @a: " + last[brand] : text(burst);
    burstLeft -= burst ? 1 : 0;
    last[brand] = text;
    long id = ++made;
    return new Said(brand, id, post(id, brand, text, retweet));
  }

  private String text(boolean burst) {
    if (burst) {
      return mixed(burstText);
    }
    return mixed(any(random.nextInt(4) == 0 ? help : chatter));
  }

  private String mixed(String row) {
    StringBuilder text = new StringBuilder();
    for (String word : row.split(" ")) {
      int chance = random.nextInt(100);
      if (chance >= 10) {
        text.append(chance < 20 ? other() : word).append(' ');
      }
    }
    return text.append(other()).toString();
  }

  private String other() {
    if (random.nextInt(4) > 0) {
      String[] words = any(chatter).split(" ");
      return words[random.nextInt(words.length)];
    }
    return "w" + Long.toString(random.nextLong(200_000 + made), 36);
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private Post post(long id, int brand, String text, boolean retweet) {
    return new Post(
        Long.toString(id),
        channels.get(brand),
        null,
        "author" + random.nextInt(AUTHORS),
        text,
        START.plus(step.multipliedBy(id)),
        Direction.IN,
        retweet ? PostKind.REPOST : PostKind.MENTION,
        null,
        "en",
        null,
        100,
        AuthorChange.WRITTEN,
        null);
  }
}

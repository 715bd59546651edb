package dev.switchboard.bench.grouping;

import dev.switchboard.engine.incident.grouping.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts of several brands, in turn, from a seed and the rows at hand: each brand tells the rows
 * from a place of its own, leaves words out and puts others in, so that few posts repeat each
 * other; one in twenty is a retweet. New words keep coming, as names do.
 */
final class MixedStream {
  /** A post and whose it is. */
  record Said(int brand, Report report) {}

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int FIRST_WORDS = 200_000;

  private final List<String> rows;
  private final int brands;
  private final Duration step;
  private final SplittableRandom random;
  private final String[] last;
  private long made;

  /**
   * @param step between two posts of the stream, whosesoever
   */
  MixedStream(List<String> rows, int brands, Duration step, long seed) {
    this.rows = rows;
    this.brands = brands;
    this.step = step;
    this.random = new SplittableRandom(seed);
    this.last = new String[brands];
    Arrays.fill(last, "");
  }

  List<Said> next(int posts) {
    List<Said> said = new ArrayList<>(posts);
    for (int i = 0; i < posts; i++) {
      int brand = random.nextInt(brands);
      String text =
          random.nextInt(20) == 0 && made > brands ? "RT @a: " + last[brand] : text(brand);
      last[brand] = text;
      Instant at = START.plus(step.multipliedBy(made));
      said.add(new Said(brand, new Report(Long.toString(made), text, null, false, at)));
      made++;
    }
    return said;
  }

  private String text(int brand) {
    long place = made / brands + (long) brand * rows.size() / brands;
    StringBuilder text = new StringBuilder();
    for (String word : rows.get((int) (place % rows.size())).split(" ")) {
      int chance = random.nextInt(100);
      if (chance >= 10) {
        text.append(chance < 25 ? other() : word).append(' ');
      }
    }
    return text.append(other()).toString();
  }

  /** A word of another row, or one of a growing set of made-up ones. */
  private String other() {
    if (random.nextInt(4) > 0) {
      String[] words = rows.get(random.nextInt(rows.size())).split(" ");
      return words[random.nextInt(words.length)];
    }
    return "w" + Long.toString(random.nextLong(FIRST_WORDS + made), 36);
  }
}

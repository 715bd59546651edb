package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The themes that a brand's last reports may have begun: evidence across groups and words, for one
 * cause told by each in other words.
 */
final class Themes {
  /** At most so many are followed; the one that is worth least gives way. */
  static final int MAX_THEMES = 24;

  /** A theme that nobody joins for so long is over. */
  private static final double LIFE_HOURS = 1;

  /** At most so many begin in an hour: a busy brand's are a sample. */
  private static final double MAX_BEGUN_PER_HOUR = 60;

  private static final int LEAST_PAST_TEXTS = 40;
  private static final int LEAST_WORDS = 2;

  /** The brand may report so much more than expected without it being evidence for a theme. */
  private static final double MARGIN = 1.25;

  /** What became of a theme with a report. */
  record Joined(Theme theme, double worth) {}

  private final List<Theme> themes = new ArrayList<>();
  private final WordRows rows = new WordRows();
  private final int[] likeness = new int[MAX_THEMES];
  private PastTexts past = new PastTexts(rows);
  private double lastBegun = Double.NEGATIVE_INFINITY;

  /** The hour of the last report on which they played: all play on each. */
  private double played = Double.NEGATIVE_INFINITY;

  /** What the clock of bets said then. */
  private double reading;

  static int[] words(List<Evidence> evidence) {
    int[] words = new int[evidence.size()];
    int count = 0;
    for (Evidence each : evidence) {
      if (each instanceof Evidence.Term(String word)) {
        words[count++] = WordRows.hash(word);
      }
    }
    return Arrays.copyOf(words, count);
  }

  /**
   * Plays all themes on a report; those that it joins.
   *
   * @param rate the brand's, an hour of the storm's clock
   */
  List<Joined> play(double hour, long post, int[] words, double rate, Storm storm) {
    endThoseNotJoinedSince(hour - LIFE_HOURS);
    List<Joined> joined = new ArrayList<>();
    Fading passed =
        played == Double.NEGATIVE_INFINITY
            ? Fading.NONE
            : Fading.after(hour - played, storm.hours() - reading);
    played = hour;
    reading = storm.hours();
    double[] kept = Bets.kept(passed);
    double expected = rate * MARGIN;
    compare(words);
    for (Theme theme : themes) {
      double rank = theme.rank(likeness[theme.column], past.size());
      double worth = theme.play(kept, rank, expected);
      if (rank <= Theme.MEMBER_RANK) {
        theme.join(sighting(hour, post, rate, storm), words, rows, past);
        joined.add(new Joined(theme, worth));
      }
    }
    return joined;
  }

  /** How like each theme a text is, by the themes' columns. */
  private void compare(int[] words) {
    Arrays.fill(likeness, 0);
    rows.addWeights(words, likeness);
    int part = PastTexts.part(words);
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] *= part;
    }
  }

  private void endThoseNotJoinedSince(double hour) {
    for (int i = themes.size() - 1; i >= 0; i--) {
      if (themes.get(i).lastHour() < hour) {
        themes.remove(i).end(rows);
      }
    }
  }

  /** Begins a theme with a report, if there is enough to compare with. */
  void begin(double hour, long post, int[] words, double rate, Storm storm, Purse purse) {
    boolean mayBegin =
        words.length >= LEAST_WORDS
            && past.size() >= LEAST_PAST_TEXTS
            && hour - lastBegun >= 1 / MAX_BEGUN_PER_HOUR;
    if (mayBegin) {
      if (themes.size() == MAX_THEMES) {
        themes.remove(least()).end(rows);
      }
      Theme theme = new Theme(post, freeColumn());
      Sighting first = sighting(hour, post, rate, storm);
      theme.begin(first, words, purse.take(hour), rows, past);
      themes.add(theme);
      lastBegun = hour;
    }
    past.add(hour, words, this::compare);
  }

  private void compare(int place, int[] words) {
    compare(words);
    for (Theme theme : themes) {
      theme.compare(place, likeness[theme.column]);
    }
  }

  private int freeColumn() {
    long taken = 0;
    for (Theme theme : themes) {
      taken |= 1L << theme.column;
    }
    return Long.numberOfTrailingZeros(~taken);
  }

  private static Sighting sighting(double hour, long post, double rate, Storm storm) {
    double perHour = storm.isLive() ? storm.volumePerHour() : rate;
    return new Sighting(hour, post, perHour * Theme.MEMBER_RANK);
  }

  private int least() {
    int least = 0;
    for (int i = 1; i < themes.size(); i++) {
      least = themes.get(i).worth() < themes.get(least).worth() ? i : least;
    }
    return least;
  }

  void write(DataOutput out) throws IOException {
    past.write(out);
    out.writeDouble(lastBegun);
    out.writeDouble(played);
    out.writeDouble(reading);
    out.writeInt(themes.size());
    for (Theme theme : themes) {
      theme.write(rows, out);
    }
  }

  static Themes read(DataInput in) throws IOException {
    Themes read = new Themes();
    read.past = PastTexts.read(read.rows, in);
    read.lastBegun = in.readDouble();
    read.played = in.readDouble();
    read.reading = in.readDouble();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      read.themes.add(Theme.read(read.rows, in));
    }
    return read;
  }

  void clearBets(long anchor) {
    themes.stream().filter(theme -> theme.anchor == anchor).forEach(Theme::clearBets);
  }
}

package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The themes that a brand's last reports may have begun: evidence across groups and words, for one
 * cause told by each in other words.
 */
final class Themes {
  /** At most so many are followed; the one that is worth least gives way. */
  private static final int MAX_THEMES = 24;

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
  private PastTexts past = new PastTexts();
  private double lastBegun = Double.NEGATIVE_INFINITY;

  static int[] words(List<Evidence> evidence) {
    return evidence.stream()
        .filter(Evidence.Term.class::isInstance)
        .mapToInt(term -> WordTable.hash(((Evidence.Term) term).word()))
        .toArray();
  }

  /** Plays all themes on a report; those that it joins. */
  List<Joined> play(double hour, long post, int[] words, double rate) {
    themes.removeIf(theme -> hour - theme.lastHour() > LIFE_HOURS);
    List<Joined> joined = new ArrayList<>();
    double expected = rate * MARGIN;
    for (Theme theme : themes) {
      double rank = theme.rank(words);
      double worth = theme.play(hour, rank, expected);
      if (rank <= Theme.MEMBER_RANK) {
        theme.join(new Sighting(hour, post, rate * Theme.MEMBER_RANK), words, past);
        joined.add(new Joined(theme, worth));
      }
    }
    return joined;
  }

  /** Begins a theme with a report, if there is enough to compare with. */
  void begin(double hour, long post, int[] words, double rate, Purse purse) {
    boolean mayBegin =
        words.length >= LEAST_WORDS
            && past.size() >= LEAST_PAST_TEXTS
            && hour - lastBegun >= 1 / MAX_BEGUN_PER_HOUR;
    if (mayBegin) {
      if (themes.size() == MAX_THEMES) {
        themes.remove(least());
      }
      Theme theme = new Theme(post);
      Sighting first = new Sighting(hour, post, rate * Theme.MEMBER_RANK);
      theme.begin(first, words, purse.take(hour), past);
      themes.add(theme);
      lastBegun = hour;
    }
    past.add(hour, words);
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
    out.writeInt(themes.size());
    for (Theme theme : themes) {
      theme.write(out);
    }
  }

  static Themes read(DataInput in) throws IOException {
    Themes read = new Themes();
    read.past = PastTexts.read(in);
    read.lastBegun = in.readDouble();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      read.themes.add(Theme.read(in));
    }
    return read;
  }

  void clearBets(long anchor) {
    themes.stream().filter(theme -> theme.anchor == anchor).forEach(Theme::clearBets);
  }
}

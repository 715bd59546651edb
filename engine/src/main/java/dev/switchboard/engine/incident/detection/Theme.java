package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * What begins with one report: are the reports after it more like it than those of the past are?
 * The rank of a report's likeness among the past ones is uniform while nothing special goes on,
 * whatever the likeness is, so a bet on small ranks is fair (a conformal test martingale: Vovk,
 * Nouretdinov and Gammerman 2003).
 */
final class Theme {
  /** A report of a rank up to this belongs to the theme. */
  static final double MEMBER_RANK = 0.1;

  /**
   * The bet on ranks pays POWER × rank^(POWER - 1), here 1 / (4 rank^¾), which is 1 on average over
   * uniform ranks.
   */
  private static final double POWER = 0.25;

  private static final int MAX_LEARNED = 12;

  final long anchor;
  final int column;
  private final ArrayDeque<Sighting> sightings = new ArrayDeque<>();
  private Bets bets = new Bets();

  /** The words that weigh something in its column. */
  private int[] about = new int[16];

  private int known;
  private int learned;

  /** How like it each of the past texts is, by its place. */
  private final int[] past = new int[PastTexts.MAX_TEXTS];

  private double worth;
  private double lastHour;

  /**
   * @param anchor the post that it begins with
   * @param column its own among those of {@link WordRows}, with nothing but zeros
   */
  Theme(long anchor, int column) {
    this.anchor = anchor;
    this.column = column;
  }

  /** Begins with its first report, at a stake. */
  void begin(Sighting first, int[] words, double stake, WordRows rows, PastTexts texts) {
    see(first);
    bets.stake(stake);
    worth = stake;
    learn(words, rows, texts);
  }

  /** The share of so many past texts that are at least as like the theme: above 0, at most 1. */
  double rank(int likeness, int texts) {
    if (likeness <= 0) {
      return 1;
    }
    int below = 0;
    for (int i = 0; i < texts; i++) {
      below += past[i] - likeness >>> 31;
    }
    return (1.0 + texts - below) / (1.0 + texts);
  }

  /**
   * Plays on a report of that rank: what the bets are worth now.
   *
   * @param kept of the stakes since the last report: {@link Bets#kept}
   */
  double play(double[] kept, double rank, double reportsPerHour) {
    double root = Math.sqrt(rank);
    double pays = POWER / (root * Math.sqrt(root));
    bets.pass(kept);
    worth = bets.play(reportsPerHour / pays);
    return worth;
  }

  /** Takes a report in. */
  void join(Sighting report, int[] words, WordRows rows, PastTexts texts) {
    if (sightings.size() == SightingLog.MAX_OF_A_STREAM) {
      sightings.removeFirst();
    }
    see(report);
    learn(words, rows, texts);
  }

  private void see(Sighting report) {
    sightings.add(report);
    lastHour = report.hour();
  }

  private void learn(int[] words, WordRows rows, PastTexts texts) {
    if (learned == MAX_LEARNED) {
      return;
    }
    learned++;
    for (int word : words) {
      int row = rows.rowOrNew(word);
      int rarity = texts.rarity(row);
      if (rarity > 0) {
        note(word, rows.weight(row, column) == 0);
        rows.addWeight(row, column, rarity);
        texts.addLikeness(row, rarity, past);
      }
    }
  }

  private void note(int word, boolean isNew) {
    if (isNew) {
      if (known == about.length) {
        about = Arrays.copyOf(about, 2 * known);
      }
      about[known++] = word;
    }
  }

  /** Another text takes a place among the past ones. */
  void compare(int place, int likeness) {
    past[place] = likeness;
  }

  /** It is over: its column is free again. */
  void end(WordRows rows) {
    for (int i = 0; i < known; i++) {
      rows.clearWeight(rows.rowOrNew(about[i]), column);
    }
  }

  double worth() {
    return worth;
  }

  double lastHour() {
    return lastHour;
  }

  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  void clearBets() {
    bets.clear();
    worth = 0;
  }

  void write(WordRows rows, DataOutput out) throws IOException {
    out.writeLong(anchor);
    out.writeByte(column);
    out.writeInt(sightings.size());
    for (Sighting sighting : sightings) {
      sighting.write(out);
    }
    out.writeInt(learned);
    bets.write(out);
    out.writeInt(known);
    for (int i = 0; i < known; i++) {
      out.writeInt(about[i]);
      out.writeInt(rows.weight(rows.rowOrNew(about[i]), column));
    }
    for (int likeness : past) {
      out.writeInt(likeness);
    }
    out.writeDouble(worth);
  }

  static Theme read(WordRows rows, DataInput in) throws IOException {
    Theme read = new Theme(in.readLong(), in.readByte());
    int sightings = in.readInt();
    for (int i = 0; i < sightings; i++) {
      read.see(Sighting.read(in));
    }
    read.learned = in.readInt();
    read.bets = Bets.read(in);
    for (int words = in.readInt(); words > 0; words--) {
      int word = in.readInt();
      read.note(word, true);
      rows.addWeight(rows.rowOrNew(word), read.column, in.readInt());
    }
    for (int i = 0; i < read.past.length; i++) {
      read.past[i] = in.readInt();
    }
    read.worth = in.readDouble();
    return read;
  }
}

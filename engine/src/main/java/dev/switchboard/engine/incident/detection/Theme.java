package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

  /** The bet on ranks pays POWER × rank^(POWER - 1), which is 1 on average over uniform ranks. */
  private static final double POWER = 0.25;

  private static final int MAX_LEARNED = 12;

  final long anchor;
  private final ArrayDeque<Sighting> sightings = new ArrayDeque<>();
  private final List<int[]> learned = new ArrayList<>();
  private Bets bets = new Bets();
  private WordTable weights = new WordTable();
  private double[] past = new double[0];
  private double worth;

  Theme(long anchor) {
    this.anchor = anchor;
  }

  /** Begins with its first report, at a stake. */
  void begin(Sighting first, double reading, int[] words, double stake, PastTexts texts) {
    sightings.add(first);
    bets.stake(first.hour(), reading, stake);
    worth = stake;
    learn(words, texts);
  }

  /** The share of past texts that are at least as like the theme: above 0, at most 1. */
  double rank(int[] words) {
    double likeness = PastTexts.likeness(words, weights);
    if (likeness <= 0) {
      return 1;
    }
    int below = 0;
    for (double each : past) {
      below += each < likeness ? 1 : 0;
    }
    return (1.0 + past.length - below) / (1.0 + past.length);
  }

  /** Plays on a report of that rank: what the bets are worth now. */
  double play(double hour, double reading, double rank, double reportsPerHour) {
    double pays = POWER * Math.pow(rank, POWER - 1);
    worth = bets.play(hour, reading, reportsPerHour / pays);
    return worth;
  }

  /** Takes a report in. */
  void join(Sighting report, int[] words, PastTexts texts) {
    if (sightings.size() == Stream.MAX_SIGHTINGS) {
      sightings.removeFirst();
    }
    sightings.add(report);
    learn(words, texts);
  }

  private void learn(int[] words, PastTexts texts) {
    if (learned.size() == MAX_LEARNED) {
      return;
    }
    learned.add(words);
    WordTable counts = new WordTable();
    for (int[] each : learned) {
      for (int word : each) {
        counts.add(word, 1);
      }
    }
    WordTable weighed = new WordTable();
    texts.weigh(counts, learned.size(), weighed);
    weights = weighed;
    past = texts.likenesses(weights);
  }

  double worth() {
    return worth;
  }

  double lastHour() {
    return sightings.getLast().hour();
  }

  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  void clearBets() {
    bets.clear();
    worth = 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(anchor);
    out.writeInt(sightings.size());
    for (Sighting sighting : sightings) {
      sighting.write(out);
    }
    out.writeInt(learned.size());
    for (int[] words : learned) {
      PastTexts.writeWords(words, out);
    }
    bets.write(out);
    out.writeInt(weights.size());
    for (int i = 0; i < weights.size(); i++) {
      out.writeInt(weights.word(i));
      out.writeDouble(weights.weightAt(i));
    }
    out.writeInt(past.length);
    for (double likeness : past) {
      out.writeDouble(likeness);
    }
    out.writeDouble(worth);
  }

  static Theme read(DataInput in) throws IOException {
    Theme read = new Theme(in.readLong());
    int sightings = in.readInt();
    for (int i = 0; i < sightings; i++) {
      read.sightings.add(Sighting.read(in));
    }
    int learned = in.readInt();
    for (int i = 0; i < learned; i++) {
      read.learned.add(PastTexts.readWords(in));
    }
    read.bets = Bets.read(in);
    int words = in.readInt();
    for (int i = 0; i < words; i++) {
      read.weights.add(in.readInt(), in.readDouble());
    }
    read.past = new double[in.readInt()];
    for (int i = 0; i < read.past.length; i++) {
      read.past[i] = in.readDouble();
    }
    read.worth = in.readDouble();
    return read;
  }
}

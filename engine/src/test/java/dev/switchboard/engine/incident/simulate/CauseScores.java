package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well a judge did. Not thread-safe. */
public final class CauseScores {
  private static final int TENTHS = 10;

  /** The likeliest answer's probability, and whether it was right. */
  private record Said(double probability, boolean right) {}

  /**
   * One tenth of the answers, equally many in each, by the probability that they gave themselves.
   */
  public record Tenth(double said, double right, int answers) {
    public double off() {
      return said - right;
    }
  }

  private final List<Said> said = new ArrayList<>();
  private int right;
  private int caused;
  private int causeFound;
  private int uncaused;
  private int innocentBlamed;
  private int laterBlamed;
  private double logLoss;

  /** Counts one answer; of equals, the earlier change counts. */
  public void add(Drawn<?> drawn, double[] probabilities) {
    int changes = drawn.seen().changes().size();
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    int truth = drawn.cause() == Drawn.NONE ? changes : drawn.cause();
    boolean hit = best == truth;
    said.add(new Said(probabilities[best], hit));
    right += hit ? 1 : 0;
    logLoss -= Math.log(Math.max(1e-9, probabilities[truth]));
    if (drawn.cause() == Drawn.NONE) {
      uncaused++;
      innocentBlamed += hit ? 0 : 1;
    } else {
      caused++;
      causeFound += hit ? 1 : 0;
    }
    boolean later =
        !hit
            && best < changes
            && drawn.seen().changes().get(best).startMinute() > drawn.onsetMinute();
    laterBlamed += later ? 1 : 0;
  }

  public int incidents() {
    return said.size();
  }

  /** How often the likeliest answer, a change or none, was right; 0–1. */
  public double accuracy() {
    return (double) right / said.size();
  }

  /** Of incidents with a cause, how often it was named; 0–1. */
  public double causesFound() {
    return (double) causeFound / caused;
  }

  /** Of incidents without a cause, how often a change was blamed; 0–1. */
  public double innocentsBlamed() {
    return (double) innocentBlamed / uncaused;
  }

  /** How many times an innocent change was blamed that started after the true onset. */
  public int laterBlamed() {
    return laterBlamed;
  }

  /** Mean of minus the logarithm of the truth's probability. */
  public double logLoss() {
    return logLoss / said.size();
  }

  public List<Tenth> tenths() {
    List<Said> sorted = new ArrayList<>(said);
    sorted.sort(Comparator.comparingDouble(Said::probability));
    List<Tenth> tenths = new ArrayList<>();
    for (int i = 0; i < TENTHS; i++) {
      List<Said> part =
          sorted.subList(sorted.size() * i / TENTHS, sorted.size() * (i + 1) / TENTHS);
      double probability = part.stream().mapToDouble(Said::probability).average().orElse(0);
      double hits = part.stream().filter(Said::right).count();
      tenths.add(new Tenth(probability, hits / Math.max(1, part.size()), part.size()));
    }
    return tenths;
  }
}

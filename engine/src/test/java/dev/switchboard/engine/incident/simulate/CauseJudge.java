package dev.switchboard.engine.incident.simulate;

/** Whoever says what caused an incident. */
public interface CauseJudge<H> {
  /** A probability for each change in order, and last for "none of these"; they sum to one. */
  double[] judge(Drawn<H> drawn);
}

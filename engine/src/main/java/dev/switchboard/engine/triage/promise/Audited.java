package dev.switchboard.engine.triage.promise;

/**
 * A post that was set aside and looked at.
 *
 * @param chance with which it was drawn, above 0, at most 1
 * @param neededHelp what the person who looked said
 */
public record Audited(double chance, boolean neededHelp) {
  public Audited {
    if (!(chance > 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be above 0 and at most 1, not " + chance);
    }
  }
}

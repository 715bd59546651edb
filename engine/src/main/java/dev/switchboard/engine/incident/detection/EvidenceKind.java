package dev.switchboard.engine.incident.detection;

/** The kinds of {@link Evidence}; the order is part of snapshots. */
public enum EvidenceKind {
  VOLUME(0.05),
  ABOUT(0.35),
  GROUP(0.2),
  TERM(0.2),
  THEME(0.2);

  private final double share;

  EvidenceKind(double share) {
    this.share = share;
  }

  /** Its share of the brand's budget of false pages; the shares sum to 1. */
  double share() {
    return share;
  }
}

package dev.switchboard.engine.incident.detection;

/**
 * What a report is counted under. One cause told in many words may spread over several groups, so a
 * report is counted under coarser headings too.
 */
public sealed interface Evidence {
  /** Any report of the brand. */
  record Volume() implements Evidence {}

  /** A report that triage takes to be about this. */
  record About(String intent) implements Evidence {}

  /** A report of this group. */
  record Group(long id) implements Evidence {}

  /** A report that holds this word, in the form in which words are compared. */
  record Term(String word) implements Evidence {}

  /**
   * A report that is more like the one that began the theme, and those that joined it, than nine in
   * ten of the past are. Detection finds themes itself; nobody gives them.
   */
  record Theme(long anchor) implements Evidence {}

  /** The brand's whole volume; every report has it without saying so. */
  Evidence VOLUME = new Volume();

  /** Its kind. */
  default EvidenceKind kind() {
    return switch (this) {
      case Volume _ -> EvidenceKind.VOLUME;
      case About _ -> EvidenceKind.ABOUT;
      case Group _ -> EvidenceKind.GROUP;
      case Term _ -> EvidenceKind.TERM;
      case Theme _ -> EvidenceKind.THEME;
    };
  }
}

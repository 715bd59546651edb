package dev.switchboard.engine.routing.simulate;

/** Ways to route a day. */
public enum Routing {
  /** Switchboard's own. */
  SWITCHBOARD("Switchboard"),
  /** In turn among those of the inbox who are there and have room; first come, first served. */
  ROUND_ROBIN("round robin"),
  /** Whoever holds fewest; first come, first served. */
  LEAST_LOADED("least loaded"),
  /** The same, where inboxes are by topic and level too. */
  LEAST_LOADED_BY_SKILL("least loaded, inboxes by skill");

  private final String label;

  Routing(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

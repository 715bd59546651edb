package dev.switchboard.engine.process;

/** A version of a flow. */
public record FlowKey(String name, int version) {
  /** For example {@code service-team, version 3}. */
  public String words() {
    return "%s, version %d".formatted(name, version);
  }
}

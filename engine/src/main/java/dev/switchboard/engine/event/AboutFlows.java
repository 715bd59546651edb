package dev.switchboard.engine.event;

import org.jspecify.annotations.Nullable;

/** How the company works on its cases. The actor is who said so; a choice is one brand's. */
public sealed interface AboutFlows extends Event {
  /** A flow, or a later version of one, is there to be chosen. */
  record Saved(String flow, int version) implements AboutFlows {}

  /**
   * New cases of the brand begin on a version; running ones finish on theirs.
   *
   * @param before the words of the version on which they began until then; null if none was chosen
   */
  record Activated(String flow, int version, @Nullable String before) implements AboutFlows {}
}

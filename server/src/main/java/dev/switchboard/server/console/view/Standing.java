package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.CaseState;
import java.util.Locale;

/** How a case stands towards the reader: what they may do with it. */
public enum Standing {
  /** Nobody holds it: it can be claimed or closed. */
  FREE,
  /** The reader holds it. */
  MINE,
  /** A colleague holds it. */
  OTHERS,
  /** A reply is on its way. */
  PENDING,
  CLOSED;

  static Standing of(CaseState state, Agent agent) {
    return switch (state) {
      case CaseState.Waiting _, CaseState.Answered _ -> FREE;
      case CaseState.Claimed c -> c.agent().equals(agent.name()) ? MINE : OTHERS;
      case CaseState.Pending _ -> PENDING;
      case CaseState.Closed _ -> CLOSED;
    };
  }

  /** The name in the page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

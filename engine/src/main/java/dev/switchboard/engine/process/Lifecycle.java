package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.WaitingOn;
import java.util.Optional;

/** The state of a case that a step stands for. {@link #word()} is part of the contract. */
public enum Lifecycle {
  WAITING("waiting"),
  CLAIMED("claimed"),
  PENDING("pending"),
  ANSWERED("answered"),
  CLOSED("closed");

  private final String word;

  Lifecycle(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** On whom a case waits in this state. A closed one goes on only if the customer writes. */
  public WaitingOn waitingOn() {
    return switch (this) {
      case WAITING, CLAIMED, PENDING -> WaitingOn.COMPANY;
      case ANSWERED, CLOSED -> WaitingOn.CUSTOMER;
    };
  }

  public static Lifecycle of(CaseState state) {
    return switch (state) {
      case CaseState.Waiting _ -> WAITING;
      case CaseState.Claimed _ -> CLAIMED;
      case CaseState.Pending _ -> PENDING;
      case CaseState.Answered _ -> ANSWERED;
      case CaseState.Closed _ -> CLOSED;
    };
  }

  public static Optional<Lifecycle> find(String word) {
    for (Lifecycle state : values()) {
      if (state.word.equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}

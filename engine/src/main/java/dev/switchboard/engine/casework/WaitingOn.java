package dev.switchboard.engine.casework;

import java.util.Optional;

/** Who must do something next. {@link #word()} is part of the contract. */
public enum WaitingOn {
  CUSTOMER("customer"),
  COMPANY("company");

  private final String word;

  WaitingOn(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<WaitingOn> find(String word) {
    for (WaitingOn on : values()) {
      if (on.word.equals(word)) {
        return Optional.of(on);
      }
    }
    return Optional.empty();
  }
}

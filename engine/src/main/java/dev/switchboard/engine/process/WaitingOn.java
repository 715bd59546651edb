package dev.switchboard.engine.process;

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
}

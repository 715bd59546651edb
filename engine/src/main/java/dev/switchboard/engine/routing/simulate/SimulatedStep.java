package dev.switchboard.engine.routing.simulate;

/** Where an ask is between the customer's post and the answer. */
enum SimulatedStep {
  WAITS_FOR_SOMEBODY("until somebody has it"),
  WAITS_IN_HANDS("in hands, not begun"),
  IS_WORKED_ON("worked on");

  private final String label;

  SimulatedStep(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}

package dev.switchboard.engine.incident.detection.simulate;

/** How the customers of an incident spread over its half hour. */
public enum Shape {
  FLAT,
  RISING,
  FRONT;

  /** When a customer writes, as a share of the half hour, by inverting the distribution. */
  double when(double uniform) {
    return switch (this) {
      case FLAT -> uniform;
      case RISING -> Math.sqrt(uniform);
      case FRONT -> 1 - Math.sqrt(1 - uniform);
    };
  }

  /** Customers in an instant, relative to the mean of the half hour. */
  double density(double share) {
    return switch (this) {
      case FLAT -> 1;
      case RISING -> 2 * share;
      case FRONT -> 2 * (1 - share);
    };
  }

  /** The share of the customers who have written by then. */
  double before(double share) {
    return switch (this) {
      case FLAT -> share;
      case RISING -> share * share;
      case FRONT -> 1 - (1 - share) * (1 - share);
    };
  }
}

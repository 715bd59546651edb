package dev.switchboard.server.demo;

import java.time.Duration;

/**
 * The deploy that breaks rebooking at the storm's height, in scripted time: the first customers
 * notice a moment later, then ever more, until it is rolled back at the height's end.
 *
 * @param at when it goes out
 * @param noticed when the first customers notice
 * @param everywhere when it is as bad as it gets
 * @param rolledBack when rebooking begins to work again
 * @param halfLife in which those who are still hit become half as many
 */
record BadDeploy(
    Duration at, Duration noticed, Duration everywhere, Duration rolledBack, Duration halfLife) {

  /** On a day of this shape: a quarter of the height has passed. */
  static BadDeploy on(DayShape shape) {
    Duration height = shape.morning().plus(shape.onset());
    Duration at = height.plus(shape.height().dividedBy(4));
    Duration step = shape.height().dividedBy(20);
    return new BadDeploy(
        at,
        at.plus(step),
        at.plus(step.multipliedBy(3)),
        height.plus(shape.height()),
        shape.halfLife().dividedBy(4));
  }

  /** How much of the rebooking is broken for customers who write: 0 to 1. */
  double brokenAt(Duration time) {
    if (time.compareTo(noticed) <= 0) {
      return 0;
    }
    if (time.compareTo(everywhere) < 0) {
      return DayShape.seconds(time.minus(noticed)) / DayShape.seconds(everywhere.minus(noticed));
    }
    double after = DayShape.seconds(time) - DayShape.seconds(rolledBack);
    return after <= 0 ? 1 : StrictMath.pow(0.5, after / DayShape.seconds(halfLife));
  }
}

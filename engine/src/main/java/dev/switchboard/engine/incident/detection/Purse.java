package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The money that one kind of evidence may stake. It comes in evenly over time; a report's stake is
 * the part of it that the number of stakes of late allows, so that about as much goes out as comes
 * in. What is staked in any week, with what stood when the week began, is at most 1 over all kinds.
 */
final class Purse {
  /** At most a day's income is saved. */
  private static final double SAVED_HOURS = 24;

  /** Stakes that the first one is reckoned to be followed by. */
  private static final double FEW_STAKES = 8;

  /** A week's income, what was saved and what stood from the week before make 1. */
  private static final double INCOME_PER_HOUR =
      1 / (Hours.IN_A_WEEK + SAVED_HOURS + Bets.FORGET_HOURS);

  private final double incomePerHour;
  private double money;
  private double hour = Double.NaN;
  private Decaying stakes = new Decaying();

  Purse(double share) {
    incomePerHour = INCOME_PER_HOUR * share;
    money = incomePerHour * SAVED_HOURS;
  }

  /** The stake for a report now; it depends on nothing that comes later. */
  double take(double now) {
    double passed = Double.isNaN(hour) ? 0 : now - hour;
    money = Math.min(incomePerHour * SAVED_HOURS, money + passed * incomePerHour);
    hour = now;
    double taken = money / (FEW_STAKES + stakes.at(now, SAVED_HOURS));
    stakes.add(now, SAVED_HOURS, 1);
    money -= taken;
    return taken;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(money);
    out.writeDouble(hour);
    stakes.write(out);
  }

  void readInto(DataInput in) throws IOException {
    money = in.readDouble();
    hour = in.readDouble();
    stakes = Decaying.read(in);
  }
}

package dev.switchboard.server.console.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Small shares in words, with as many digits as tell something. */
public final class Shares {
  private Shares() {}

  /** For example 1 %, 0.9 % or 12 %. */
  public static String of(double share) {
    return words(share, RoundingMode.HALF_UP);
  }

  /** The same of an upper bound: never less than it is. */
  public static String atMost(double bound) {
    return words(bound, RoundingMode.CEILING);
  }

  private static String words(double share, RoundingMode rounding) {
    double percent = share * 100;
    int digits = percent < 1 ? 2 : percent < 10 ? 1 : 0;
    BigDecimal rounded = BigDecimal.valueOf(percent).setScale(digits, rounding);
    return rounded.signum() == 0 ? "0 %" : rounded.stripTrailingZeros().toPlainString() + " %";
  }
}

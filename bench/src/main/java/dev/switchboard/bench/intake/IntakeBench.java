package dev.switchboard.bench.intake;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Intake beside its peers. Arguments: any of a, b, c, d (all if none), {@code short} for a quick
 * look with smaller numbers.
 */
public final class IntakeBench {
  private static final int DEFAULT_PEAK = 30_000;

  private IntakeBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> which = new TreeSet<>(Set.of(args));
    boolean brief = which.remove("short");
    boolean all = which.isEmpty();
    double peak = DEFAULT_PEAK;
    if (all || which.contains("a")) {
      peak = BatchIntake.run(brief ? 60_000 : 200_000, brief ? 3 : 5);
    }
    if (all || which.contains("c")) {
      SinglePosts.run(brief ? 20_000 : 100_000, brief ? 3 : 5);
    }
    if (all || which.contains("d")) {
      PostToScreen.run(peak / 2, brief ? 300 : 2_000);
    }
    if (all || which.contains("b")) {
      GrowingStore.run(brief ? 200_000 : 2_000_000);
    }
  }
}

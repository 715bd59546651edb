package dev.switchboard.engine.routing.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares routing with what peers do on paired seeds of one scenario: {@code EvaluateRouting
 * [SCENARIO FIRST_SEED SEEDS]}; without them 30 snow days. Each row is a mean over the seeds and,
 * for the difference to Switchboard on the same day, a 95 % interval by Student's t.
 */
public final class EvaluateRouting {
  private static final double T_29 = 2.0452;

  private record Measure(
      String name, ToDoubleFunction<SimulationResult> of, boolean moreIsBetter) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("answered within target, %", result -> 100 * result.inTime(), true),
          new Measure("p99 wait of the quietest, min", SimulationResult::p99QuietMinutes, false),
          new Measure("handoffs in 100 asks", result -> 100 * result.handoffs(), false),
          new Measure("p99 wait of all, min", SimulationResult::p99Minutes, false),
          new Measure("median wait, min", SimulationResult::medianMinutes, false),
          new Measure("unanswered", result -> result.unanswered(), false),
          new Measure("until somebody had it, min", SimulationResult::untilAssignedMinutes, false),
          new Measure("in hands, min", SimulationResult::inHandsMinutes, false),
          new Measure("work, min", SimulationResult::workMinutes, false));

  private EvaluateRouting() {}

  public static void main(String[] args) {
    Scenario scenario = Scenario.find(args.length > 0 ? args[0] : "snow day").orElseThrow();
    long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
    int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
    Map<Routing, List<SimulationResult>> results = new EnumMap<>(Routing.class);
    for (Routing routing : Routing.values()) {
      List<SimulationResult> days = new ArrayList<>();
      for (int i = 0; i < seeds; i++) {
        days.add(Simulation.run(scenario, routing, first + i));
      }
      results.put(routing, days);
    }
    System.out.printf(
        Locale.ROOT, "%s, seeds %d to %d%n", scenario.name(), first, first + seeds - 1);
    for (Measure measure : MEASURES) {
      System.out.println(measure.name());
      results.forEach((routing, days) -> print(measure, routing, days, results));
    }
  }

  private static void print(
      Measure measure,
      Routing routing,
      List<SimulationResult> days,
      Map<Routing, List<SimulationResult>> results) {
    double[] values = days.stream().mapToDouble(measure.of()).toArray();
    List<SimulationResult> own = results.getOrDefault(Routing.SWITCHBOARD, days);
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      differences[i] = measure.of().applyAsDouble(own.get(i)) - values[i];
    }
    double half = halfWidth(differences);
    double mean = mean(differences);
    String verdict =
        routing == Routing.SWITCHBOARD
            ? ""
            : String.format(
                Locale.ROOT,
                "   Switchboard %+9.2f [%+.2f, %+.2f] %s",
                mean,
                mean - half,
                mean + half,
                Math.abs(mean) <= half
                    ? "no difference shown"
                    : mean > 0 == measure.moreIsBetter() ? "better" : "worse");
    System.out.printf(Locale.ROOT, "  %-32s %10.2f%s%n", routing.label(), mean(values), verdict);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** By t with 29 degrees of freedom, which is a little too narrow for fewer than 30 seeds. */
  private static double halfWidth(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int n = values.length;
    return n < 2 ? Double.NaN : T_29 * Math.sqrt(squares / (n - 1) / n);
  }
}

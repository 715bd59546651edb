package dev.switchboard.engine.routing.simulate;

/** Prints one day: {@code SimulateDay "snow day" SEED [SWITCHBOARD|ROUND_ROBIN|...]...}. */
public final class SimulateDay {
  private SimulateDay() {}

  public static void main(String[] args) {
    Scenario scenario = args.length < 2 ? null : Scenario.find(args[0]).orElse(null);
    if (scenario == null) {
      System.err.println(
          "usage: SimulateDay SCENARIO SEED [ROUTING]..., of "
              + Scenario.ALL.stream().map(Scenario::name).toList());
      System.exit(2);
      return;
    }
    Routing[] all = Routing.values();
    if (args.length > 2) {
      all = new Routing[args.length - 2];
      for (int i = 2; i < args.length; i++) {
        all[i - 2] = Routing.valueOf(args[i]);
      }
    }
    for (Routing routing : all) {
      long began = System.nanoTime();
      String text = Simulation.run(scenario, routing, Long.parseLong(args[1])).text();
      System.out.println(text);
      System.err.printf("%.1f s%n", (System.nanoTime() - began) / 1e9);
    }
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.engine.routing.simulate.Routing;
import dev.switchboard.engine.routing.simulate.Scenario;
import dev.switchboard.engine.routing.simulate.Simulation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard simulate}: a made-up day on a virtual clock, routed as the server routes. */
@Command(
    name = "simulate",
    description = {
      "A made-up day on a virtual clock: posts, people on shifts, and the router that decides who is"
          + " offered what. Prints waits, the share answered in time, handoffs and fairness; the"
          + " same seed prints the same.",
      "Scenarios: ordinary-day, snow-day, viral-post, half-the-team-ill."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final long SECONDS_IN_A_DAY = 86_400;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "snow-day",
      description = "What kind of day it is (default: ${DEFAULT-VALUE})")
  String scenario = "snow-day";

  @Option(names = "--agents", paramLabel = "N", description = "How many people are on the roster")
  @Nullable Integer agents;

  @Option(
      names = "--rate",
      paramLabel = "POSTS_PER_S",
      description = "How many posts come a second, in the mean of the day")
  @Nullable Double rate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Draws the day (default: ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(
      names = "--beside",
      description =
          "Print the same day as other systems route it, too: in turn, or to whom holds fewest")
  boolean beside;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Scenario day = sized(named(scenario));
    for (Routing routing : beside ? List.of(Routing.values()) : List.of(Routing.SWITCHBOARD)) {
      out.print(Simulation.run(day, routing, seed).text());
    }
    out.flush();
    return 0;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static Scenario named(String name) {
    return Scenario.ALL.stream()
        .filter(each -> key(each.name()).equals(key(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no scenario \"%s\"; choose one of %s."
                        .formatted(
                            name,
                            Scenario.ALL.stream()
                                .map(each -> key(each.name()))
                                .collect(Collectors.joining(", ")))));
  }

  private Scenario sized(Scenario day) {
    long posts = rate == null ? day.posts() : Math.round(rate * SECONDS_IN_A_DAY);
    return day.withSize(
        (int) Math.clamp(posts, 0, Integer.MAX_VALUE), agents == null ? day.agents() : agents);
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.channels.scenario.ScenarioFile;
import dev.switchboard.channels.scenario.ShippedScenarios;
import dev.switchboard.engine.routing.simulate.ReplayedPost;
import dev.switchboard.engine.routing.simulate.Routing;
import dev.switchboard.engine.routing.simulate.Scenario;
import dev.switchboard.engine.routing.simulate.Simulation;
import dev.switchboard.engine.routing.simulate.SimulationResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code switchboard simulate}: a day, made up or replayed, on a virtual clock, routed as the
 * server routes.
 */
@Command(
    name = "simulate",
    description = {
      "A day on a virtual clock: posts, people on shifts, and the router that decides who is"
          + " offered what. Prints the flow, waits by step, promises kept, the constraint and"
          + " fairness; the same seed prints the same.",
      "Scenarios that ship: ordinary-day, snow-day, viral-post, half-the-team-ill; or a file of"
          + " your own."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final long SECONDS_IN_AN_HOUR = 3_600;
  private static final int MAX_RATE = 10_000;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      defaultValue = "snow-day",
      description = "What kind of day it is: a file, or one that ships (default: ${DEFAULT-VALUE})")
  String scenario = "snow-day";

  @Option(
      names = "--print-scenario",
      description = "Print the scenario's file, to begin one's own from, and do nothing else")
  boolean printScenario;

  @Option(
      names = "--replay",
      paramLabel = "POSTS",
      description = "Replay the customers' posts of this NDJSON file; the scenario says who works")
  @Nullable Path replay;

  @Option(names = "--agents", paramLabel = "N", description = "How many people are on the roster")
  @Nullable Integer agents;

  @Option(
      names = "--rate",
      paramLabel = "POSTS_PER_S",
      description = "How many posts come a second, in the mean of the hours")
  @Nullable Double rate;

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "For how many hours from midnight posts come, 1 to 168")
  @Nullable Integer hours;

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
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String file = yaml(scenario);
    if (printScenario) {
      out.print(file);
      out.flush();
      return 0;
    }
    Scenario day = sized(read(scenario, file));
    Path posts = replay;
    List<ReplayedPost> replayed = posts == null ? List.of() : posts(posts);
    for (Routing routing : beside ? List.of(Routing.values()) : List.of(Routing.SWITCHBOARD)) {
      SimulationResult result =
          posts == null
              ? Simulation.run(day, routing, seed)
              : Simulation.replay(day, replayed, routing, seed);
      out.print(result.text());
    }
    out.flush();
    return 0;
  }

  private List<ReplayedPost> posts(Path file) throws IOException {
    if (rate != null) {
      throw new IllegalArgumentException("--rate is of a day that is made up, not of --replay.");
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("There is no file %s that can be read.".formatted(file));
    }
    return ReplayFile.read(file, Objects.requireNonNull(spec).commandLine().getErr());
  }

  /** The scenario's file: one that ships, or one's own. */
  private static String yaml(String name) throws IOException {
    String shipped = ShippedScenarios.find(name).orElse(null);
    if (shipped != null) {
      return shipped;
    }
    Path file = path(name);
    if (file == null || !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no scenario \"%s\", and no such file; choose one of %s, or write one: --print-scenario prints them."
              .formatted(name, String.join(", ", ShippedScenarios.NAMES)));
    }
    if (Files.size(file) > ScenarioFile.MAX_CHARS) {
      throw new IllegalArgumentException("%s is too long for a scenario.".formatted(file));
    }
    return Files.readString(file);
  }

  private static @Nullable Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private static Scenario read(String name, String yaml) {
    ScenarioFile.Read read = ScenarioFile.read(yaml);
    return read.scenario()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    read.mistakes().stream()
                        .map(mistake -> "%s: %s".formatted(name, mistake.text()))
                        .collect(Collectors.joining("\n"))));
  }

  private Scenario sized(Scenario day) {
    if (rate != null && !(rate > 0 && rate <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "--rate is above 0 and at most %,d posts a second, not %s.".formatted(MAX_RATE, rate));
    }
    Scenario lasting = hours == null ? day : day.withHours(hours);
    double perHour = rate == null ? day.posts() / (double) day.hours() : rate * SECONDS_IN_AN_HOUR;
    long posts = Math.round(perHour * lasting.hours());
    return lasting.withSize(
        (int) Math.clamp(posts, 0, Integer.MAX_VALUE), agents == null ? day.agents() : agents);
  }
}

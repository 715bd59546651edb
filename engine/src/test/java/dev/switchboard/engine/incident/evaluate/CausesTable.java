package dev.switchboard.engine.incident.evaluate;

import dev.switchboard.engine.incident.cause.CauseSettings;
import dev.switchboard.engine.incident.simulate.CauseJudge;
import dev.switchboard.engine.incident.simulate.CauseScores;
import dev.switchboard.engine.incident.simulate.CauseScores.Tenth;
import dev.switchboard.engine.incident.simulate.Drawn;
import dev.switchboard.engine.incident.simulate.LogNormalOracle;
import dev.switchboard.engine.incident.simulate.LogNormalSimulator;
import dev.switchboard.engine.incident.simulate.NearestChange;
import dev.switchboard.engine.incident.simulate.Parameters;
import dev.switchboard.engine.incident.simulate.RolloutOracle;
import dev.switchboard.engine.incident.simulate.RolloutSimulator;
import dev.switchboard.engine.incident.simulate.Rollouts;
import dev.switchboard.engine.incident.simulate.Seasonal;
import dev.switchboard.engine.incident.simulate.SeasonalOracle;
import dev.switchboard.engine.incident.simulate.SeasonalSimulator;
import dev.switchboard.engine.incident.simulate.Staged;
import dev.switchboard.engine.incident.simulate.StagedOracle;
import dev.switchboard.engine.incident.simulate.StagedSimulator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Whether the right change is blamed, by four simulations. */
final class CausesTable implements IncidentTable {
  private static final int INCIDENTS = Integer.getInteger("switchboard.incidents", 10_000);
  private static final long FIRST_SEED = Long.getLong("switchboard.seed", 1_000_000L);

  @Override
  public void print(Path data, PrintStream out) {
    Map<String, CauseJudge<Parameters>> first = new LinkedHashMap<>();
    first.put("oracle (exact posterior)", new LogNormalOracle());
    first.put("Switchboard", new EngineJudge<>(CauseSettings.DEFAULT));
    first.put("nearest change before", new NearestChange<>());
    simulation("first simulation", new LogNormalSimulator()::draw, first, out);
    placebo(
        "Switchboard",
        new LogNormalSimulator()::draw,
        new EngineJudge<>(CauseSettings.DEFAULT),
        out);
    placebo("oracle", new LogNormalSimulator()::draw, new LogNormalOracle(), out);
    Map<String, CauseJudge<Rollouts>> second = new LinkedHashMap<>();
    second.put("oracle told the onset", new RolloutOracle());
    second.put("Switchboard", new EngineJudge<>(CauseSettings.DEFAULT));
    second.put("nearest change before", new NearestChange<>());
    simulation("another simulation", new RolloutSimulator()::draw, second, out);
    placebo(
        "Switchboard", new RolloutSimulator()::draw, new EngineJudge<>(CauseSettings.DEFAULT), out);
    Map<String, CauseJudge<Staged>> third = new LinkedHashMap<>();
    third.put("oracle told the onset", new StagedOracle());
    third.put("Switchboard", new EngineJudge<>(CauseSettings.DEFAULT));
    third.put("nearest change before", new NearestChange<>());
    simulation("third simulation", new StagedSimulator()::draw, third, out);
    placebo(
        "Switchboard", new StagedSimulator()::draw, new EngineJudge<>(CauseSettings.DEFAULT), out);
    Map<String, CauseJudge<Seasonal>> fourth = new LinkedHashMap<>();
    fourth.put("oracle (exact posterior)", new SeasonalOracle());
    fourth.put("Switchboard", new EngineJudge<>(CauseSettings.DEFAULT));
    fourth.put("nearest change before", new NearestChange<>());
    simulation("fourth simulation", new SeasonalSimulator()::draw, fourth, out);
    placebo(
        "Switchboard",
        new SeasonalSimulator()::draw,
        new EngineJudge<>(CauseSettings.DEFAULT),
        out);
    placebo("oracle", new SeasonalSimulator()::draw, new SeasonalOracle(), out);
  }

  private static <H> void simulation(
      String name,
      LongFunction<Drawn<H>> simulator,
      Map<String, CauseJudge<H>> judges,
      PrintStream out) {
    Map<String, CauseScores> scores = new LinkedHashMap<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + INCIDENTS; seed++) {
      Drawn<H> drawn = simulator.apply(seed);
      judges.forEach(
          (judge, way) ->
              scores.computeIfAbsent(judge, _ -> new CauseScores()).add(drawn, way.judge(drawn)));
    }
    out.printf("%s, %,d incidents%n", name, INCIDENTS);
    out.println(
        "  judge                      right  found  innocent blamed  after onset  log loss"
            + "  most off in a tenth");
    scores.forEach((judge, score) -> line(judge, score, out));
    scores.forEach((judge, score) -> tenths(judge, score, out));
  }

  /**
   * Whether the engine leans towards blame: incidents without a cause among their changes, as drawn
   * and with all changes moved by a random time, round the window of two days.
   */
  private static <H> void placebo(
      String name, LongFunction<Drawn<H>> simulator, CauseJudge<H> judge, PrintStream out) {
    int uncaused = 0;
    int blamed = 0;
    int blamedMoved = 0;
    int moved = 0;
    double expected = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + INCIDENTS / 5; seed++) {
      Drawn<H> drawn = simulator.apply(seed);
      Drawn<H> placebo = Placebo.of(drawn, seed);
      double[] said = judge.judge(placebo);
      moved++;
      blamedMoved += blames(said) ? 1 : 0;
      expected += 1 - said[said.length - 1];
      if (drawn.cause() == Drawn.NONE) {
        uncaused++;
        blamed += blames(judge.judge(drawn)) ? 1 : 0;
      }
    }
    out.printf(
        "  %s: placebo times blame in %.3f of %,d (said: %.3f); incidents without a cause as drawn"
            + " %.3f of %,d%n",
        name,
        (double) blamedMoved / moved,
        moved,
        expected / moved,
        (double) blamed / uncaused,
        uncaused);
  }

  private static boolean blames(double[] said) {
    double none = said[said.length - 1];
    return Arrays.stream(said, 0, said.length - 1).anyMatch(probability -> probability > none);
  }

  private static void line(String judge, CauseScores score, PrintStream out) {
    double off =
        score.tenths().stream().mapToDouble(tenth -> Math.abs(tenth.off())).max().orElse(0);
    out.printf(
        "  %-26s %.4f  %.3f  %15.3f  %11d  %8.3f  %.3f%n",
        judge,
        score.accuracy(),
        score.causesFound(),
        score.innocentsBlamed(),
        score.laterBlamed(),
        score.logLoss(),
        off);
  }

  private static void tenths(String judge, CauseScores score, PrintStream out) {
    StringBuilder line = new StringBuilder("  said/right in tenths, " + judge + ":");
    for (Tenth tenth : score.tenths()) {
      line.append(String.format(" %.3f/%.3f", tenth.said(), tenth.right()));
    }
    out.println(line);
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.app.Switchboard;
import dev.switchboard.server.demo.DayShape;
import dev.switchboard.server.demo.DemoFlow;
import dev.switchboard.server.demo.DemoRun;
import dev.switchboard.server.demo.DemoServices;
import dev.switchboard.server.demo.DemoStaff;
import dev.switchboard.server.demo.DemoSummary;
import dev.switchboard.server.demo.EarlierPosts;
import dev.switchboard.server.demo.IntakeSink;
import dev.switchboard.server.demo.NetworkCheck;
import dev.switchboard.server.demo.OfferTray;
import dev.switchboard.server.demo.SnowDay;
import dev.switchboard.server.demo.StoredChanges;
import dev.switchboard.server.desk.PostResult;
import dev.switchboard.server.flows.FlowDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code switchboard demo}: a made-up airline's snow day in one process, with agents who answer, to
 * watch in the console; or headless, ending with one JSON line on stdout.
 */
@Command(
    name = "demo",
    description = "A made-up airline's snow day: posts, agents and the console in one process")
final class DemoCommand implements Callable<Integer> {
  private static final int MAX_REPLIES_REMEMBERED = 200_000;
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})(s|m)?");

  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--headless", description = "Run without waiting for a person, then sum up")
  boolean headless;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long a headless run takes, for example 60s or 5m (default: 60s)")
  String duration = "60s";

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "How many times as fast as written the day passes (default: 1)")
  double speed = 1;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "20",
      description = "Simulated agents (default: 20)")
  int agents = 20;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the script")
  long seed = 1;

  @Override
  public Integer call() throws Exception {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    Duration wall = duration();
    if (!(speed > 0 && speed <= 1_000)) {
      throw new IllegalArgumentException("--speed must be over 0 and at most 1000, not " + speed);
    }
    if (headless) {
      // A line a reply would hide the words that matter.
      System.setProperty("SWITCHBOARD_LOG", "WARN");
    }
    // A storm that was played before would be what is usual: a headless run begins anew.
    Path fresh = headless ? Files.createTempDirectory("switchboard-demo") : null;
    try {
      // Made-up posts have no place among real ones.
      return run(
          made(common.settings(fresh == null ? Settings.defaultData().resolve("demo") : fresh)),
          wall,
          words);
    } finally {
      if (fresh != null) {
        FileSystemUtils.deleteRecursively(fresh);
      }
    }
  }

  private int run(Settings settings, Duration wall, PrintWriter words)
      throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    MemoryNetwork network = new MemoryNetwork(clock, seed, MAX_REPLIES_REMEMBERED);
    try (RunningServer server = RunningServer.start(settings, _ -> network, clock)) {
      words.printf("Switchboard is on http://localhost:%d%n", server.port());
      return headless
          ? sumUp(server.switchboard(), network, clock, wall, words)
          : play(server, network, clock, words);
    }
  }

  /**
   * The made-up airline's service map, unless the configuration names another; what was written
   * before the demo is nobody's work.
   */
  private static Settings made(Settings asked) throws IOException {
    CasePolicy cases = asked.cases();
    Settings settings =
        asked.with(new CasePolicy(cases.lease(), cases.reopenWithin(), Duration.ZERO));
    if (settings.services() != null) {
      return settings;
    }
    Path file = settings.data().resolve("services.yaml");
    Files.createDirectories(settings.data());
    Files.writeString(file, DemoServices.yaml());
    return settings.with(file);
  }

  private int sumUp(
      Switchboard switchboard,
      MemoryNetwork network,
      InstantSource clock,
      Duration wall,
      PrintWriter words)
      throws InterruptedException {
    Duration scripted = Duration.ofMillis((long) (wall.toMillis() * speed));
    try (DemoRun run =
        run(
            switchboard,
            network,
            clock,
            DayShape.within(scripted),
            SnowDay.Settings.MORNING_RATE,
            words)) {
      DemoSummary summary = run.headless(wall);
      run.incidents().forEach(words::println);
      System.out.println(summary.toJson());
      return summary.addsUp() && summary.answeredTwice() == 0 ? 0 : SwitchboardCommand.FAILED;
    }
  }

  private int play(
      RunningServer server, MemoryNetwork network, InstantSource clock, PrintWriter words)
      throws InterruptedException {
    words.println("Snow is coming to the made-up Aurora Air. Ctrl+C stops it.");
    server.closeOnShutdown();
    try (DemoRun run =
        run(
            server.switchboard(),
            network,
            clock,
            DayShape.TO_WATCH,
            SnowDay.Settings.MORNING_RATE_TO_WATCH,
            words)) {
      Thread stopping = new Thread(run::close, "demo-stop");
      Runtime.getRuntime().addShutdownHook(stopping);
      run.play();
    }
    server.awaitClose();
    return 0;
  }

  private DemoRun run(
      Switchboard switchboard,
      MemoryNetwork network,
      InstantSource clock,
      DayShape shape,
      double morningRate,
      PrintWriter words)
      throws InterruptedException {
    // A name of its own, so that a second demo on the same data is not all duplicates.
    Instant now = clock.instant();
    String name = Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
    DemoStaff.bring(switchboard.staff(), agents);
    EarlierPosts.bring(
        new IntakeSink(switchboard.intake(), Origin.IMPORT), seed, name, morningRate * speed, now);
    DemoFlow.bring(new FlowDesk(switchboard.database().jdbi(), clock, switchboard.tail()::wake));
    var options = new DemoRun.Options(seed, name, speed, agents, shape, morningRate);
    return new DemoRun(
        new IntakeSink(switchboard.intake()),
        new DemoRun.Troubles(
            new StoredChanges(switchboard.changes(), clock, switchboard.tail()::wake),
            switchboard.incidentReads()),
        switchboard.reads(),
        new DemoRun.Work(
            switchboard.desk(),
            new OfferTray(switchboard.offers(), switchboard.offerDesk(), clock)),
        (id, agent, token) ->
            switchboard.judging().setAsideCase(id, agent, token) instanceof PostResult.Done,
        new NetworkCheck(network),
        clock,
        options,
        words::println);
  }

  private Duration duration() {
    Matcher matcher = SECONDS.matcher(duration);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "--for must be a time such as 60s or 5m, not \"%s\"".formatted(duration));
    }
    long amount = Long.parseLong(matcher.group(1));
    return "m".equals(matcher.group(2)) ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
  }
}

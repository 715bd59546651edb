package dev.switchboard.server.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the made-up airline changes on its snow day: the deploy that breaks rebooking, four changes
 * that break nothing, and the rollback. The same seed gives the same changes.
 */
final class ChangeScript {
  /** The service that the bad deploy breaks. */
  static final String BROKEN = "rebooking";

  private static final double JITTER = 0.3;

  private final String run;
  private final Random random;
  private final List<DemoChange> changes = new ArrayList<>();

  private ChangeScript(long seed, String run) {
    this.run = run;
    this.random = new Random(seed * 31 + 7);
  }

  /**
   * In the order of their times.
   *
   * @param run begins each id, so that another run on the same database brings other changes
   */
  static List<DemoChange> of(long seed, String run, DayShape shape) {
    return new ChangeScript(seed, run).write(shape);
  }

  private List<DemoChange> write(DayShape shape) {
    BadDeploy bad = BadDeploy.on(shape);
    Duration morning = shape.morning();
    Duration onset = shape.onset();
    String good = version();
    String broken = version();
    add(about(morning, 0.5), "deploy", "loyalty", version(), "Points show in the trip view");
    add(
        morning.plus(about(onset, 0.6)),
        "flag",
        "seats",
        null,
        "New seat map on for 10 % of customers");
    add(
        morning.plus(onset).plus(about(shape.height(), 0.15)),
        "deploy",
        "baggage",
        version(),
        "Tags are read faster");
    add(bad.at(), "deploy", BROKEN, broken, "Partner fares in the confirm step");
    add(
        bad.at().plus(shape.height().dividedBy(5)),
        "alert",
        "crew-planning",
        null,
        "Roster export takes longer than usual");
    add(bad.rolledBack(), "rollback", BROKEN, good, "Back to the version before");
    changes.sort(Comparator.comparing(DemoChange::at));
    return List.copyOf(changes);
  }

  private void add(
      Duration at, String type, String service, @Nullable String version, String summary) {
    String id = "%s-change-%d".formatted(run, changes.size() + 1);
    changes.add(new DemoChange(at, id, type, service, version, summary));
  }

  /** About this share of {@code length}, and never more than all of it. */
  private Duration about(Duration length, double share) {
    return Pace.times(length, share * (1 - JITTER + 2 * JITTER * random.nextDouble()));
  }

  private String version() {
    return "%d.%d.%d".formatted(2 + random.nextInt(5), random.nextInt(30), random.nextInt(9));
  }
}

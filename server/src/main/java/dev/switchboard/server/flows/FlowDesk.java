package dev.switchboard.server.flows;

import dev.switchboard.channels.flows.FlowFile;
import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.process.FlowVersions;
import dev.switchboard.store.people.StaffReads;
import dev.switchboard.store.people.TeamRow;
import dev.switchboard.store.process.FlowStore;
import dev.switchboard.store.process.FlowTransaction;
import dev.switchboard.store.process.SavedFlow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where a company changes its flows: checks and keeps versions, and lets brands begin on them. What
 * is kept holds at once, here and in every other process, without a restart. Any thread.
 */
public final class FlowDesk {
  /** The longest text of a flow. */
  public static final int MAX_CHARS = 200_000;

  private final FlowStore store;
  private final StaffReads staff;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that wrote events
   */
  public FlowDesk(Jdbi jdbi, InstantSource clock, Runnable committed) {
    this.store = new FlowStore(jdbi);
    this.staff = new StaffReads(jdbi);
    this.clock = clock;
    this.committed = committed;
  }

  public FlowStore reads() {
    return store;
  }

  /**
   * Says what is wrong with a text, or what flow it is and whether it may be kept; keeps nothing.
   */
  public FlowResult check(String yaml) {
    return read(yaml, flow -> whether(flow, yaml, versions(), store.findYaml(flow.key())));
  }

  private FlowVersions versions() {
    return new FlowVersions(store.all().stream().map(SavedFlow::key).toList());
  }

  private FlowResult whether(Flow flow, String yaml, FlowVersions versions, Optional<String> kept) {
    if (kept.filter(yaml::equals).isPresent()) {
      return new FlowResult.Good(flow, false, hints(flow));
    }
    return versions
        .whyNot(flow.key())
        .<FlowResult>map(FlowResult.Refused::new)
        .orElseGet(() -> new FlowResult.Good(flow, true, hints(flow)));
  }

  /** Keeps a flow, or a later version of one, to be chosen; the same once more changes nothing. */
  public FlowResult save(String yaml, @Nullable String actor) {
    FlowResult result =
        read(yaml, flow -> store.inTransaction(clock.instant(), tx -> save(tx, flow, yaml, actor)));
    if (result instanceof FlowResult.Good(_, var isNew, _) && isNew) {
      committed.run();
    }
    return result;
  }

  private FlowResult save(FlowTransaction tx, Flow flow, String yaml, @Nullable String actor) {
    FlowResult result = whether(flow, yaml, tx.lockVersions(), tx.findYaml(flow.key()));
    if (result instanceof FlowResult.Good(_, var isNew, _) && isNew) {
      tx.add(flow.key(), yaml, actor);
    }
    return result;
  }

  private interface WithFlow {
    FlowResult go(Flow flow);
  }

  private static FlowResult read(String yaml, WithFlow next) {
    if (yaml.length() > MAX_CHARS) {
      return wrong("a flow has at most %d characters, not %d".formatted(MAX_CHARS, yaml.length()));
    }
    if (yaml.indexOf('\0') >= 0) {
      return wrong("a flow is text, and has no characters that are none");
    }
    FlowFile.Read read = FlowFile.read(yaml);
    if (!read.mistakes().isEmpty()) {
      return new FlowResult.Wrong(read.mistakes());
    }
    return read.flows().size() == 1
        ? next.go(read.flows().getFirst())
        : wrong("there are several flows here; save them one by one, without ---");
  }

  private static FlowResult wrong(String what) {
    return new FlowResult.Wrong(List.of(new Mistake(1, 1, what)));
  }

  /** Lets new cases of a brand begin on a version. */
  public FlowResult activate(FlowKey key, String brand, @Nullable String actor) {
    FlowResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              Optional<Integer> id = tx.lockBrand(brand);
              if (id.isEmpty()) {
                return new FlowResult.NoSuch("There is no brand \"%s\".".formatted(brand));
              }
              return tx.findYaml(key).isEmpty()
                  ? noSuch(key)
                  : new FlowResult.Activated(
                      brand, key, tx.activate(id.get(), key, actor).orElse(null));
            });
    if (result instanceof FlowResult.Activated) {
      committed.run();
    }
    return result;
  }

  /** What one is told who asks for a version that is not there. */
  public static FlowResult.NoSuch noSuch(FlowKey key) {
    return new FlowResult.NoSuch("There is no flow %s.".formatted(key.words()));
  }

  /** Teams that nobody has made are easily a slip, and nobody may act in their name. */
  public List<String> hints(Flow flow) {
    List<String> made = staff.teams().stream().map(TeamRow::name).toList();
    return NamedTeams.of(flow).stream()
        .filter(team -> !made.contains(team))
        .map(
            team ->
                "There is no team \"%s\" yet: until there is, nobody acts in its name."
                    .formatted(team))
        .toList();
  }
}

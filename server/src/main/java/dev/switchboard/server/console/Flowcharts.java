package dev.switchboard.server.console;

import dev.switchboard.channels.flows.ShippedFlows;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.console.view.flow.FlowCard;
import dev.switchboard.server.console.view.flow.FlowDraft;
import dev.switchboard.server.console.view.flow.FlowDrawing;
import dev.switchboard.server.console.view.flow.FlowPage;
import dev.switchboard.server.floor.ReadForAll;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.flows.FlowResult;
import dev.switchboard.store.process.BrandFlow;
import dev.switchboard.store.process.OpenCases;
import dev.switchboard.store.process.SavedFlow;
import dev.switchboard.store.process.StepCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of flows show. */
final class Flowcharts {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Between the name of a flow and its version; no name has it. */
  private static final char VERSION = '/';

  private final FlowDesk desk;
  private final FlowBook book;
  private final StepCounts counts;

  /** However many look at a flow, its cases are counted once a second at most. */
  private final ReadForAll<Map<String, Integer>> steps;

  private final ReadForAll<List<OpenCases>> running;

  Flowcharts(FlowDesk desk, FlowBook book, StepCounts counts) {
    this.desk = desk;
    this.book = book;
    this.counts = counts;
    this.steps = new ReadForAll<>(PAUSE, this::countSteps);
    this.running = new ReadForAll<>(PAUSE, _ -> counts.open());
  }

  /** All flows by name. */
  List<FlowCard> cards() {
    Map<String, List<SavedFlow>> byName = new TreeMap<>();
    desk.reads()
        .all()
        .forEach(
            saved -> byName.computeIfAbsent(saved.key().name(), _ -> new ArrayList<>()).add(saved));
    Map<FlowKey, String> texts = desk.reads().latestTexts();
    List<FlowPage.Choice> choices = choices(FlowBook.USUAL);
    return byName.values().stream().map(versions -> card(versions, texts, choices)).toList();
  }

  private FlowCard card(
      List<SavedFlow> versions, Map<FlowKey, String> texts, List<FlowPage.Choice> choices) {
    SavedFlow latest = versions.getFirst();
    FlowKey key = latest.key();
    String yaml = texts.getOrDefault(key, "");
    List<String> brands =
        choices.stream()
            .filter(choice -> choice.flow().name().equals(key.name()))
            .map(FlowPage.Choice::brand)
            .toList();
    return FlowCard.of(latest, isShipped(key, yaml), yaml, book.get(key), versions.size(), brands);
  }

  private static boolean isShipped(FlowKey key, String yaml) {
    return List.of(ShippedFlows.values()).stream()
        .anyMatch(shipped -> shipped.word().equals(key.name()) && shipped.yaml().equals(yaml));
  }

  /** Each brand with the version on which its new cases begin. */
  List<FlowPage.Choice> choices(FlowKey here) {
    Map<String, List<OpenCases>> open =
        running.of(null).stream().collect(Collectors.groupingBy(OpenCases::brand));
    return desk.reads().brands().stream()
        .map(brand -> choice(brand, here, open.getOrDefault(brand.brand(), List.of())))
        .toList();
  }

  private static FlowPage.Choice choice(BrandFlow brand, FlowKey here, List<OpenCases> open) {
    FlowKey flow = brand.flow() == null ? FlowBook.USUAL : brand.flow();
    return new FlowPage.Choice(brand.brand(), flow, flow.equals(here), brand, open);
  }

  Optional<FlowPage> page(FlowKey key) {
    List<SavedFlow> versions =
        desk.reads().all().stream().filter(one -> one.key().name().equals(key.name())).toList();
    Optional<SavedFlow> saved = versions.stream().filter(one -> one.key().equals(key)).findFirst();
    Optional<String> yaml = desk.reads().findYaml(key);
    if (saved.isEmpty() || yaml.isEmpty()) {
      return Optional.empty();
    }
    Flow flow = book.get(key);
    return Optional.of(
        FlowPage.of(
            saved.get(),
            isShipped(key, yaml.get()),
            flow,
            yaml.get(),
            versions,
            choices(key),
            hints(flow, key),
            now(key)));
  }

  private List<String> hints(Flow flow, FlowKey key) {
    return book.findProblem(key)
        .map(
            problem ->
                List.of(
                    problem + ".",
                    "Its cases go on as if their brand had chosen no flow, which is what is drawn here."
                        + " Keep a later version, and choose it."))
        .orElseGet(() -> desk.hints(flow));
  }

  /** How many open cases are in each step. */
  Map<String, Integer> now(FlowKey key) {
    return steps.of(key.name() + VERSION + key.version());
  }

  private Map<String, Integer> countSteps(@Nullable String key) {
    String both = Objects.requireNonNull(key);
    int end = both.lastIndexOf(VERSION);
    return counts.of(
        new FlowKey(both.substring(0, end), Integer.parseInt(both.substring(end + 1))));
  }

  /** A text to begin from: a later version of a flow, or the smallest there is. */
  FlowDraft draft(FlowKey from) {
    Optional<String> yaml = desk.reads().findYaml(from);
    if (yaml.isEmpty()) {
      String plain = ShippedFlows.PLAIN.yaml().replaceFirst("(?m)^flow:.*$", "flow: my-flow");
      return checked(plain.replaceFirst("(?s)^(#[^\\n]*\\n)+", ""), "");
    }
    int latest =
        desk.reads().all().stream()
            .filter(one -> one.key().name().equals(from.name()))
            .mapToInt(one -> one.key().version())
            .max()
            .orElse(0);
    return checked(FlowDraft.raised(yaml.get(), latest + 1), from.words());
  }

  /** What is known of a text, without keeping it. */
  FlowDraft checked(String yaml, String from) {
    return draft(desk.check(yaml), yaml, from);
  }

  FlowDraft draft(FlowResult result, String yaml, String from) {
    return switch (result) {
      case FlowResult.Good(var flow, var isNew, var hints) ->
          new FlowDraft(
              yaml,
              from,
              List.of(),
              "",
              flow.key().words(),
              isNew,
              hints,
              FlowDrawing.wide(flow),
              FlowDrawing.narrow(flow));
      case FlowResult.Wrong(var mistakes) ->
          new FlowDraft(yaml, from, mistakes, "", "", true, List.of(), null, null);
      case FlowResult.Refused(var why) ->
          new FlowDraft(yaml, from, List.of(), why, "", true, List.of(), null, null);
      case FlowResult.Activated _, FlowResult.NoSuch _ ->
          throw new IllegalStateException("a text is checked or kept, not chosen");
    };
  }
}

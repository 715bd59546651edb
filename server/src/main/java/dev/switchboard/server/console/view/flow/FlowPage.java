package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.process.BrandFlow;
import dev.switchboard.store.process.OpenCases;
import dev.switchboard.store.process.SavedFlow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A version of a flow, as its page shows it.
 *
 * @param shipped whether it came with Switchboard
 * @param versions of the same flow, the latest first
 * @param brands each with the version on which its new cases begin
 * @param hints what may be meant otherwise
 * @param now how many open cases are in each step that has some
 */
public record FlowPage(
    SavedFlow saved,
    boolean shipped,
    List<Fact> facts,
    FlowDrawing wide,
    FlowDrawing narrow,
    List<StepCard> steps,
    List<SavedFlow> versions,
    List<Choice> brands,
    List<String> hints,
    Map<String, Integer> now,
    String yaml) {
  private static final int MAX_OPEN_VERSIONS = 4;

  public FlowPage {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
    versions = List.copyOf(versions);
    brands = List.copyOf(brands);
    hints = List.copyOf(hints);
    now = Map.copyOf(now);
  }

  /** Something that a flow says. */
  public record Fact(String label, String value) {}

  /**
   * A brand and the version on which its new cases begin.
   *
   * @param here whether it is the one of the page
   * @param since who chose it, or that nobody did
   * @param open its open cases, by the version on which they run, the most first
   */
  public record Choice(
      String brand, FlowKey flow, boolean here, BrandFlow since, List<OpenCases> open) {
    public Choice {
      open = List.copyOf(open);
    }

    /** A name for its line on the page. */
    public String id() {
      return "brand-" + URLEncoder.encode(brand, StandardCharsets.UTF_8);
    }

    /** For example {@code 12 open cases on plain, version 1}; empty if there are none. */
    public String openWords() {
      return open.stream()
          .limit(MAX_OPEN_VERSIONS)
          .map(
              one ->
                  "%s on %s"
                      .formatted(
                          one.cases() == 1
                              ? "1 open case"
                              : Words.count(one.cases()) + " open cases",
                          one.flow().words()))
          .collect(Collectors.joining("; "));
    }
  }

  public static FlowPage of(
      SavedFlow saved,
      boolean shipped,
      Flow flow,
      String yaml,
      List<SavedFlow> versions,
      List<Choice> brands,
      List<String> hints,
      Map<String, Integer> now) {
    return new FlowPage(
        saved,
        shipped,
        FlowFacts.of(flow),
        FlowDrawing.wide(flow),
        FlowDrawing.narrow(flow),
        StepCard.of(flow),
        versions,
        brands,
        hints,
        now,
        yaml);
  }

  public String address() {
    return address(saved.key());
  }

  public static String address(FlowKey key) {
    return "/flows/%s/%d".formatted(key.name(), key.version());
  }

  /** How many cases are in a step now. */
  public int now(String step) {
    return now.getOrDefault(step, 0);
  }

  /** Where this flow is written on from. */
  public String writeAddress() {
    return "/flows/write?from=%s&version=%d".formatted(saved.key().name(), saved.key().version());
  }
}

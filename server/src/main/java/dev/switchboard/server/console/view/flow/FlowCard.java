package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.store.process.SavedFlow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A flow on the list: its latest version.
 *
 * @param about what its text says of itself first, or empty
 * @param versions how many there are
 * @param brands whose new cases begin on one of them
 */
public record FlowCard(
    SavedFlow latest,
    boolean shipped,
    String about,
    FlowDrawing drawing,
    int versions,
    List<String> brands) {
  private static final int MAX_ABOUT_CHARS = 300;

  public FlowCard {
    brands = List.copyOf(brands);
  }

  public static FlowCard of(
      SavedFlow latest,
      boolean shipped,
      String yaml,
      Flow flow,
      int versions,
      List<String> brands) {
    return new FlowCard(latest, shipped, about(yaml), FlowDrawing.wide(flow), versions, brands);
  }

  /** The comment with which a text begins. */
  static String about(String yaml) {
    String about =
        yaml.lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("#+", "").strip())
            .collect(Collectors.joining(" "))
            .strip();
    return about.length() <= MAX_ABOUT_CHARS
        ? about
        : about.substring(0, MAX_ABOUT_CHARS - 1) + "…";
  }
}

package dev.switchboard.server.console.view.offer;

import dev.switchboard.server.routing.CaseRouting;
import java.time.Instant;
import java.util.List;

/**
 * Why this agent, as the case's page tells it.
 *
 * @param none what to say instead, if routing did nothing with the case
 */
public record RoutingStory(List<Told> told, String none) {
  /** A sentence, and when it became true. */
  public record Told(Instant at, Sentence sentence) {}

  public RoutingStory {
    told = List.copyOf(told);
  }

  public static RoutingStory of(CaseRouting.Story story) {
    return new RoutingStory(
        story.told().stream()
            .map(told -> new Told(told.at(), Sentence.of(told.sentence())))
            .toList(),
        none(story));
  }

  private static String none(CaseRouting.Story story) {
    return story.holder() == null
        ? "Nobody has been offered this case."
        : "%s took it by hand; nobody was offered it.".formatted(story.holder());
  }
}

package dev.switchboard.server.routing;

import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.routing.OfferRow;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.routing.RoutedCase;
import dev.switchboard.store.routing.RoutingReads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why this agent: what routing did with a case, from what it wrote when it did it. Any thread. */
public final class CaseRouting {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_EVENTS = 2_000;

  private final RoutingReads reads;
  private final OfferStore offers;
  private final EventLog log;

  public CaseRouting(Jdbi jdbi) {
    this.reads = new RoutingReads(jdbi);
    this.offers = new OfferStore(jdbi);
    this.log = new EventLog(jdbi);
  }

  /**
   * What routing did with a case.
   *
   * @param holder who holds it now; null: nobody
   * @param offers oldest first; at most 200, the latest
   * @param relaxed by what it asked for less, oldest first
   * @param told the whole of it in sentences, in their order
   */
  public record Story(
      long caseId,
      String state,
      @Nullable String holder,
      List<OfferRow> offers,
      List<Step> relaxed,
      List<Told> told) {
    public Story {
      offers = List.copyOf(offers);
      relaxed = List.copyOf(relaxed);
      told = List.copyOf(told);
    }
  }

  /** A case asked for less; the words are those of {@code case.needsRelaxed}. */
  public record Step(Instant at, int step, String need, String from, String to, String because) {}

  /** One sentence of the story. */
  public record Told(Instant at, String sentence) {}

  /** Empty if there is no such case. */
  public Optional<Story> find(long caseId) {
    return reads.cases(List.of(caseId)).stream().findFirst().map(this::story);
  }

  private Story story(RoutedCase row) {
    List<OfferRow> made = offers.ofCase(row.id()).reversed();
    List<Step> relaxed = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (LoggedEvent event : log.ofCase(row.id(), MAX_EVENTS)) {
      JsonNode data = JSON.readTree(event.dataJson());
      switch (event.type()) {
        case "case.needsRelaxed" -> relaxed.add(step(event.at(), data));
        case "exception.raised" -> raised(event.at(), data).ifPresent(told::add);
        default -> {}
      }
    }
    relaxed.forEach(step -> told.add(new Told(step.at(), StoryWords.of(step))));
    for (OfferRow offer : made) {
      told.add(new Told(offer.madeAt(), StoryWords.made(offer, why(offer))));
      if (offer.endedAt() != null) {
        told.add(new Told(offer.endedAt(), StoryWords.ended(offer)));
      }
    }
    told.sort(Comparator.comparing(Told::at));
    return new Story(row.id(), row.state(), row.holder(), made, relaxed, told);
  }

  private static Step step(Instant at, JsonNode data) {
    return new Step(
        at,
        data.path("step").asInt(0),
        data.path("need").asString(""),
        data.path("from").asString(""),
        data.path("to").asString(""),
        data.path("because").asString(""));
  }

  private static Optional<Told> raised(Instant at, JsonNode data) {
    return data.path("kind").asString("").equals("unroutable")
        ? Optional.of(new Told(at, "Nobody can take it: " + data.path("reason").asString("")))
        : Optional.empty();
  }

  private static String why(OfferRow offer) {
    return JSON.readTree(offer.whyJson()).path("words").asString("");
  }
}

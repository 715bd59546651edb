package dev.switchboard.server.console.view.offer;

import dev.switchboard.server.console.view.Network;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.routing.OpenOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case that is offered to the reader.
 *
 * @param about network, language and topic, as far as they are known
 * @param leftMillis how long the reader may still think, and {@code lastsMillis} of how long in all
 */
public record OfferCard(
    long id,
    long caseId,
    String author,
    Network network,
    String snippet,
    String about,
    Instant askedAt,
    long leftMillis,
    long lastsMillis,
    Sentence why) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static OfferCard of(OpenOffer open, Instant now) {
    var offer = open.offer();
    JsonNode why = JSON.readTree(offer.whyJson());
    Network network = Network.ofChannel(open.channel());
    List<String> about = new ArrayList<>();
    about.add(network.label());
    String language = Words.language(open.language());
    if (language != null) {
      about.add(language);
    }
    String topic = why.path("needs").path("topic").asString("");
    if (!topic.isEmpty()) {
      about.add(topic);
    }
    return new OfferCard(
        offer.id(),
        offer.caseId(),
        Objects.requireNonNullElse(open.author(), "somebody"),
        network,
        Objects.requireNonNullElse(open.snippet(), ""),
        String.join(" · ", about),
        open.askedAt(),
        Math.max(0, Duration.between(now, offer.expiresAt()).toMillis()),
        Math.max(1, Duration.between(offer.madeAt(), offer.expiresAt()).toMillis()),
        Sentence.of(why.path("words").asString("")));
  }

  /** How much of the time is left, 0 to 100. */
  public int percent() {
    return (int) Math.min(100, 100 * leftMillis / lastsMillis);
  }

  public long leftSeconds() {
    return leftMillis / 1_000;
  }
}

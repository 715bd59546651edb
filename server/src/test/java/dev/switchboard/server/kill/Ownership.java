package dev.switchboard.server.kill;

import dev.switchboard.server.api.EventReader.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Replays the event log and says where a case had two owners: a claim while another ran, a token
 * that did not ascend, or a reply by somebody who did not hold the case.
 */
final class Ownership {
  private final Map<Long, Held> cases = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private int claims;

  private static final class Held {
    private long token;
    private @Nullable String holder;
    private @Nullable String handedTo;
  }

  static Ownership replay(List<Event> events) {
    Ownership ownership = new Ownership();
    events.forEach(ownership::apply);
    return ownership;
  }

  List<String> violations() {
    return violations;
  }

  int claims() {
    return claims;
  }

  private void apply(Event event) {
    JsonNode node = event.data();
    if (!node.has("case")) {
      return;
    }
    Held held = cases.computeIfAbsent(node.path("case").asLong(), _ -> new Held());
    String actor = node.path("actor").asString("");
    JsonNode data = node.path("data");
    switch (event.type()) {
      case "case.claimed" -> claimed(event, held, actor, data.path("token").asLong());
      case "case.transferred" -> {
        expect(actor.equals(held.holder), event, held);
        held.holder = null;
        held.handedTo = data.path("to").asString();
      }
      case "case.claimExpired" -> {
        expect(data.path("agent").asString("").equals(held.holder), event, held);
        held.holder = null;
      }
      case "case.released", "reply.queued" -> {
        expect(actor.equals(held.holder), event, held);
        held.holder = null;
      }
      case "case.closed" -> held.holder = null;
      default -> {
        // says nothing about who holds the case
      }
    }
  }

  private void claimed(Event event, Held held, String actor, long token) {
    claims++;
    expect(held.holder == null && token > held.token, event, held);
    held.token = token;
    held.holder = held.handedTo == null ? actor : held.handedTo;
    held.handedTo = null;
  }

  private void expect(boolean right, Event event, Held held) {
    if (!right) {
      violations.add(
          "%s, while %s held it with token %d"
              .formatted(event.data(), Objects.toString(held.holder, "nobody"), held.token));
    }
  }
}

package dev.switchboard.server.console.live;

import dev.switchboard.store.log.LoggedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Who is offered something else than before, as far as some events say. */
final class Offered {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OFFER = "offer.";
  private static final String PRESENCE = "person.presenceChanged";

  private Offered() {}

  static Set<String> names(List<LoggedEvent> events) {
    Set<String> names = new HashSet<>();
    for (LoggedEvent event : events) {
      if (event.type().equals(PRESENCE)) {
        // Whoever is taken for away, and whoever is back, reads it where offers are.
        names.add(JSON.readTree(event.dataJson()).path("person").asString(""));
      } else if (event.type().startsWith(OFFER)) {
        // Whoever answers an offer is whom it was made to.
        String to = JSON.readTree(event.dataJson()).path("to").asString("");
        if (!to.isEmpty()) {
          names.add(to);
        } else if (event.actor() != null) {
          names.add(event.actor());
        }
      }
    }
    return names;
  }
}

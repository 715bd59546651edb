package dev.switchboard.server.routing;

import dev.switchboard.store.log.LoggedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What some events ask to be looked at anew. What a case or a person is now is read from the store
 * and not worked out from events, so that it does no harm to hear of something twice.
 *
 * @param cases in the order in which something happened to them
 * @param letGoBy who gave a case back or let its claim run out, the last for each case
 */
record Touched(
    Set<Long> cases, Map<Long, String> letGoBy, List<Declined> declined, Set<String> people) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** After which a case waits, is held, or needs nobody. */
  private static final Set<String> OF_CASES =
      Set.of(
          "case.opened",
          "case.askedAgain",
          "case.answered",
          "case.reopened",
          "case.closed",
          "case.claimed",
          "case.released",
          "case.claimExpired",
          "case.passedOn",
          "reply.queued",
          "reply.approvalAsked",
          "reply.sentBack",
          "reply.notSent");

  /** After which a case that waits may ask for something else. */
  private static final Set<String> OF_NEEDS =
      Set.of(
          "post.received",
          "post.tagged",
          "post.undone",
          "deadline.started",
          "deadline.resumed",
          "deadline.dropped");

  private static final Set<String> OF_PEOPLE =
      Set.of(
          "person.added",
          "person.roleChanged",
          "person.disabled",
          "person.enabled",
          "person.presenceChanged",
          "person.profileChanged",
          "person.optedIn",
          "person.optedOut",
          "person.certified",
          "person.certificationWithdrawn");

  /** Somebody would rather not have a case. */
  record Declined(long caseId, String person) {}

  /**
   * @param waits whether a case is known to wait
   */
  static Touched by(List<LoggedEvent> events, LongPredicate waits) {
    Touched touched =
        new Touched(
            new LinkedHashSet<>(), new HashMap<>(), new ArrayList<>(), new LinkedHashSet<>());
    events.forEach(event -> touched.add(event, waits));
    return touched;
  }

  private void add(LoggedEvent event, LongPredicate waits) {
    Long id = event.caseId();
    String type = event.type();
    if (OF_PEOPLE.contains(type)) {
      people.add(data(event).path("person").asString(""));
    } else if (id == null) {
      return;
    } else if (OF_CASES.contains(type)) {
      cases.add(id);
      letGo(id, event);
    } else if (type.equals("offer.declined") && event.actor() != null) {
      declined.add(new Declined(id, event.actor()));
    } else if (OF_NEEDS.contains(type) && waits.test(id)) {
      cases.add(id);
    }
  }

  private void letGo(long id, LoggedEvent event) {
    String by =
        switch (event.type()) {
          case "case.released", "case.passedOn" -> event.actor();
          case "case.claimExpired" -> data(event).path("agent").asString("");
          default -> null;
        };
    if (by != null) {
      letGoBy.put(id, by);
    }
  }

  private static JsonNode data(LoggedEvent event) {
    return JSON.readTree(event.dataJson());
  }
}

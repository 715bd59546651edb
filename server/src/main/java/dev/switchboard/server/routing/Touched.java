package dev.switchboard.server.routing;

import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.log.LoggedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What some events ask to be looked at anew. What a case or a person is now is read from the store
 * and not worked out from events, so that it does no harm to hear of something twice; but for cases
 * of which the last event says that they need nobody.
 *
 * @param cases to be read, in the order in which something happened to them
 * @param settled cases that nobody holds and nobody is to take
 * @param letGoBy who gave a case back or let its claim run out, the last for each case
 */
record Touched(
    Set<Long> cases,
    Set<Long> settled,
    Map<Long, String> letGoBy,
    List<Declined> declined,
    Set<String> people) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** After which nobody holds a case and nobody is to take it. */
  private static final Set<String> OF_SETTLED =
      Set.of("case.closed", "reply.queued", "reply.approvalAsked");

  /** After which a case waits, is held, or needs nobody. */
  private static final Set<String> OF_CASES =
      Set.of(
          "case.opened",
          "case.askedAgain",
          "case.reopened",
          "case.claimed",
          "case.released",
          "case.claimExpired",
          "case.passedOn",
          "reply.sentBack",
          "reply.notSent");

  /** After which a case that waits may ask for something else, or for nobody. */
  private static final Set<String> OF_WAITING =
      Set.of(
          "case.answered",
          "post.received",
          "post.tagged",
          "post.undone",
          "step.escalated",
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

  /** After which a team is called otherwise, or is none: flows name people by their teams. */
  private static final Map<String, String> OF_TEAMS =
      Map.of("team.renamed", "from", "team.removed", "team");

  /** Somebody would rather not have a case. */
  record Declined(long caseId, String person) {}

  /**
   * @param waits whether a case is known to wait
   * @param ofTeam who is known to be in a team
   */
  static Touched by(
      List<LoggedEvent> events, LongPredicate waits, Function<String, List<String>> ofTeam) {
    Touched touched =
        new Touched(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new HashMap<>(),
            new ArrayList<>(),
            new LinkedHashSet<>());
    events.forEach(event -> touched.add(event, waits, ofTeam));
    return touched;
  }

  private void add(LoggedEvent event, LongPredicate waits, Function<String, List<String>> ofTeam) {
    Long id = event.caseId();
    String type = event.type();
    String team = OF_TEAMS.get(type);
    if (OF_PEOPLE.contains(type)) {
      people.add(data(event).path("person").asString(""));
    } else if (team != null) {
      people.addAll(ofTeam.apply(data(event).path(team).asString("")));
    } else if (id == null) {
      return;
    } else if (OF_SETTLED.contains(type)) {
      cases.remove(id);
      settled.add(id);
    } else if (OF_CASES.contains(type)) {
      settled.remove(id);
      cases.add(id);
      letGo(id, event);
    } else if (type.equals("offer.declined") && event.actor() != null) {
      declined.add(new Declined(id, event.actor()));
    } else if ((OF_WAITING.contains(type) || isStepToWaitIn(event)) && waits.test(id)) {
      cases.add(id);
    }
  }

  /** In the usual flow all steps are for everybody. */
  private static boolean isStepToWaitIn(LoggedEvent event) {
    if (!event.type().equals("step.enabled")) {
      return false;
    }
    JsonNode data = data(event);
    return data.path("state").asString("").equals("waiting")
        && !data.path("flow").asString("").equals(FlowBook.USUAL.name());
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

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutCustomers;
import dev.switchboard.engine.event.AboutDeadlines;
import dev.switchboard.engine.event.AboutFlows;
import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.Event;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * An event's own data as a JSON object: part of the contract, so names never change. Any thread.
 */
public final class EventJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EventJson() {}

  public static String of(Event event) {
    if (event instanceof Event.PostReceived received) {
      return received(received);
    }
    StringWriter text = new StringWriter(96);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields(event, json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** By hand: half of all events are these, and none of their values needs escaping. */
  private static String received(Event.PostReceived e) {
    StringBuilder json = new StringBuilder(112);
    json.append("{\"conversation\":").append(e.conversation());
    json.append(",\"direction\":\"").append(word(e.direction())).append('"');
    if (e.verdict() != null) {
      json.append(",\"verdict\":\"").append(e.verdict().word()).append('"');
      json.append(",\"probability\":").append(e.probability());
      json.append(",\"model\":").append(e.model());
    }
    return json.append('}').toString();
  }

  private static void fields(Event event, JsonGenerator json) {
    switch (event) {
      case Event.PostReceived _ -> throw new IllegalStateException("written by hand");
      case Event.PostEdited(var at) -> time(json, "editedAt", at);
      case Event.PostDeleted(var at) -> time(json, "deletedAt", at);
      case Event.ConversationsMerged(var from, var into) -> {
        json.writeNumberProperty("from", from);
        json.writeNumberProperty("into", into);
      }
      case Event.PostSetAside(var label) -> json.writeNumberProperty("label", label);
      case Event.PostBroughtBack(var label) -> json.writeNumberProperty("label", label);
      case Event.PostThanked(var label) -> json.writeNumberProperty("label", label);
      case Event.PostTagged(var label, var intent, var problem) -> {
        json.writeNumberProperty("label", label);
        if (intent != null) {
          json.writeStringProperty("intent", intent);
        }
        if (problem != null) {
          json.writeBooleanProperty("problem", problem);
        }
      }
      case Event.PostAudited(var label, var neededHelp) -> {
        json.writeNumberProperty("label", label);
        json.writeBooleanProperty("neededHelp", neededHelp);
      }
      case Event.PostUndone(var label, var action) -> {
        json.writeNumberProperty("label", label);
        json.writeStringProperty("action", action);
      }
      case Event.ModelPublished(var version, var labels) -> {
        json.writeNumberProperty("version", version);
        json.writeNumberProperty("labels", labels);
      }
      case Event.PromiseChanged(var threshold, var shownBound, var helpPosts) -> {
        json.writeNumberProperty("threshold", threshold);
        json.writeNumberProperty("shownBound", shownBound);
        json.writeNumberProperty("helpPosts", helpPosts);
      }
      case Event.CaseOpened(var askedAt, var rankedLow, var history) -> {
        time(json, "askedAt", askedAt);
        json.writeBooleanProperty("rankedLow", rankedLow);
        json.writeBooleanProperty("history", history);
      }
      case Event.CaseAskedAgain(), Event.CaseReleased() -> {}
      case Event.CaseAnswered(var at, var elsewhere) -> {
        time(json, "repliedAt", at);
        json.writeBooleanProperty("elsewhere", elsewhere);
      }
      case Event.CaseReopened(var byCustomer) ->
          json.writeBooleanProperty("byCustomer", byCustomer);
      case Event.CaseClosed(var reason) -> json.writeStringProperty("reason", word(reason));
      case Event.CaseClaimed(var token, var expiresAt) -> {
        json.writeNumberProperty("token", token);
        time(json, "expiresAt", expiresAt);
      }
      case Event.ClaimExpired(var agent) -> json.writeStringProperty("agent", agent);
      case Event.CaseTransferred(var to) -> json.writeStringProperty("to", to);
      case Event.NoteAdded(var text) -> json.writeStringProperty("text", text);
      case Event.ReplyQueued(var reply, var seenThrough) -> {
        json.writeNumberProperty("reply", reply);
        json.writeNumberProperty("seenThrough", seenThrough);
      }
      case Event.ReplySent(var reply, var externalId) -> {
        json.writeNumberProperty("reply", reply);
        json.writeStringProperty("externalId", externalId);
      }
      case Event.ReplyNotSent(var reply, var reason, var retryAt) -> {
        json.writeNumberProperty("reply", reply);
        json.writeStringProperty("reason", reason);
        timeOrNull(json, "retryAt", retryAt);
      }
      case Event.ReplyUnknown(var reply, var reason) -> {
        json.writeNumberProperty("reply", reply);
        json.writeStringProperty("reason", reason);
      }
      case AboutClaims about -> ClaimEventJson.fields(about, json);
      case AboutCustomers about -> CustomerEventJson.fields(about, json);
      case AboutDeadlines about -> DeadlineEventJson.fields(about, json);
      case AboutFlows about -> FlowEventJson.fields(about, json);
      case AboutIncidents about -> IncidentEventJson.fields(about, json);
      case AboutOffers about -> OfferEventJson.fields(about, json);
      case AboutPeople about -> PeopleEventJson.fields(about, json);
      case AboutSteps about -> StepEventJson.fields(about, json);
      case AboutTeams about -> TeamEventJson.fields(about, json);
      case Event.ExceptionRaised(var id, var kind, var reason) -> {
        json.writeNumberProperty("exception", id);
        json.writeStringProperty("kind", word(kind));
        json.writeStringProperty("reason", reason);
      }
      case Event.ExceptionCleared(var id, var how) -> {
        json.writeNumberProperty("exception", id);
        json.writeStringProperty("how", how);
      }
    }
  }

  static void time(JsonGenerator json, String name, Instant at) {
    json.writeStringProperty(name, at.toString());
  }

  private static void timeOrNull(JsonGenerator json, String name, @Nullable Instant at) {
    if (at != null) {
      time(json, name, at);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

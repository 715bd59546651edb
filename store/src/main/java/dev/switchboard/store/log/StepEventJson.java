package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutSteps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What events about the steps of a flow say, field by field. */
final class StepEventJson {
  private StepEventJson() {}

  static void fields(AboutSteps event, JsonGenerator json) {
    switch (event) {
      case AboutSteps.Enabled(var step, var flow, var version, var state, var waitingOn) -> {
        json.writeStringProperty("step", step);
        json.writeStringProperty("flow", flow);
        json.writeNumberProperty("version", version);
        json.writeStringProperty("state", state);
        json.writeStringProperty("waitingOn", waitingOn);
      }
      case AboutSteps.Offered(var step, var person, var on) -> step(json, step, person, on);
      case AboutSteps.Started(var step, var person, var on) -> step(json, step, person, on);
      case AboutSteps.Paused(var step, var person, var on) -> step(json, step, person, on);
      case AboutSteps.Resumed(var step, var person, var on) -> step(json, step, person, on);
      case AboutSteps.Completed(var step, var person, var how, var on) -> {
        step(json, step, person, on);
        json.writeStringProperty("how", how);
      }
      case AboutSteps.Escalated(var step, var after, var to, var who) -> {
        json.writeStringProperty("step", step);
        json.writeNumberProperty("after", after);
        json.writeStringProperty("to", to);
        people(json, who);
      }
    }
  }

  /** Whoever is in one of the groups. */
  static void people(JsonGenerator json, List<AboutSteps.Called> who) {
    json.writeArrayPropertyStart("who");
    who.forEach(called -> called(json, called));
    json.writeEndArray();
  }

  private static void called(JsonGenerator json, AboutSteps.Called called) {
    json.writeStartObject();
    words(json, "roles", called.roles());
    words(json, "teams", called.teams());
    words(json, "topics", called.topics());
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, String name, List<String> words) {
    json.writeArrayPropertyStart(name);
    words.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void step(
      JsonGenerator json, String step, @Nullable String person, String waitingOn) {
    json.writeStringProperty("step", step);
    if (person != null) {
      json.writeStringProperty("person", person);
    }
    json.writeStringProperty("waitingOn", waitingOn);
  }
}

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutClaims;
import tools.jackson.core.JsonGenerator;

/** What events about claims and approvals say, field by field. */
final class ClaimEventJson {
  private ClaimEventJson() {}

  static void fields(AboutClaims event, JsonGenerator json) {
    switch (event) {
      case AboutClaims.TakenOver(var from, var to, var reason, var token) -> {
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
        json.writeStringProperty("reason", reason);
        json.writeNumberProperty("token", token);
      }
      case AboutClaims.ApprovalAsked(
              var reply,
              var person,
              var why,
              var about,
              var step,
              var who) -> {
        writer(json, reply, person);
        json.writeStringProperty("why", why);
        json.writeStringProperty("about", about);
        if (step != null) {
          json.writeStringProperty("step", step);
          StepEventJson.people(json, who);
        }
      }
      case AboutClaims.Approved(var reply, var person) -> writer(json, reply, person);
      case AboutClaims.SentBack(var reply, var person, var note) -> {
        writer(json, reply, person);
        json.writeStringProperty("note", note);
      }
      case AboutClaims.Withdrawn(var reply, var person) -> writer(json, reply, person);
      case AboutClaims.PassedOn(var from, var to) -> {
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
      }
      case AboutClaims.Paused(var person, var on, var reason, var until) -> {
        json.writeStringProperty("person", person);
        json.writeStringProperty("waitingOn", on);
        json.writeStringProperty("reason", reason);
        json.writeStringProperty("until", until.toString());
      }
      case AboutClaims.Resumed(var person, var how) -> {
        json.writeStringProperty("person", person);
        json.writeStringProperty("how", how);
      }
      case AboutClaims.ReviewChanged(var person, var reviewed) -> {
        json.writeStringProperty("person", person);
        json.writeBooleanProperty("reviewed", reviewed);
      }
    }
  }

  private static void writer(JsonGenerator json, long reply, String person) {
    json.writeNumberProperty("reply", reply);
    json.writeStringProperty("person", person);
  }
}

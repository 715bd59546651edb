package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutTeams;
import tools.jackson.core.JsonGenerator;

/** What events about profiles, presence and teams say, field by field. */
final class TeamEventJson {
  private TeamEventJson() {}

  static void fields(AboutTeams event, JsonGenerator json) {
    switch (event) {
      case AboutTeams.PresenceChanged(var person, var from, var to, var why) -> {
        json.writeStringProperty("person", person);
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
        if (why != null) {
          json.writeStringProperty("why", why);
        }
      }
      case AboutTeams.ProfileChanged(var person, var changed) -> {
        json.writeStringProperty("person", person);
        json.writeArrayPropertyStart("changed");
        changed.forEach(json::writeString);
        json.writeEndArray();
      }
      case AboutTeams.OptedIn(var person, var topic) -> topic(json, person, topic);
      case AboutTeams.OptedOut(var person, var topic) -> topic(json, person, topic);
      case AboutTeams.Certified(var person, var topic) -> topic(json, person, topic);
      case AboutTeams.CertificationWithdrawn(var person, var topic) -> topic(json, person, topic);
      case AboutTeams.TeamAdded(var team) -> json.writeStringProperty("team", team);
      case AboutTeams.TeamRenamed(var from, var to) -> {
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
      }
      case AboutTeams.TeamRemoved(var team) -> json.writeStringProperty("team", team);
    }
  }

  private static void topic(JsonGenerator json, String person, String topic) {
    json.writeStringProperty("person", person);
    json.writeStringProperty("topic", topic);
  }
}

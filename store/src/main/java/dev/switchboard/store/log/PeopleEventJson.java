package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutPeople;
import tools.jackson.core.JsonGenerator;

/** What events about people's accounts say, field by field. */
final class PeopleEventJson {
  private PeopleEventJson() {}

  static void fields(AboutPeople event, JsonGenerator json) {
    switch (event) {
      case AboutPeople.PersonAdded(var person, var role) -> {
        json.writeStringProperty("person", person);
        json.writeStringProperty("role", role);
      }
      case AboutPeople.LinkMade(var person) -> json.writeStringProperty("person", person);
      case AboutPeople.RoleChanged(var person, var from, var to) -> {
        json.writeStringProperty("person", person);
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
      }
      case AboutPeople.PersonDisabled(var person) -> json.writeStringProperty("person", person);
      case AboutPeople.PersonEnabled(var person) -> json.writeStringProperty("person", person);
      case AboutPeople.SignedIn(var session) -> json.writeNumberProperty("session", session);
      case AboutPeople.SignedOut(var session, var person, var reason) -> {
        json.writeNumberProperty("session", session);
        json.writeStringProperty("person", person);
        json.writeStringProperty("reason", reason);
      }
      case AboutPeople.SignInShut(var person, var failures) -> {
        json.writeStringProperty("person", person);
        json.writeNumberProperty("failures", failures);
      }
      case AboutPeople.PasswordChanged(var person) -> json.writeStringProperty("person", person);
      case AboutPeople.KeyMade(var key, var name, var scopes) -> {
        json.writeNumberProperty("key", key);
        json.writeStringProperty("name", name);
        json.writeArrayPropertyStart("scopes");
        scopes.forEach(json::writeString);
        json.writeEndArray();
      }
      case AboutPeople.IdentityChanged(var person, var signs, var publicPage) -> {
        json.writeStringProperty("person", person);
        json.writeBooleanProperty("signs", signs);
        json.writeBooleanProperty("publicPage", publicPage);
      }
      case AboutPeople.VoiceChanged(var signatures, var teamPage) -> {
        json.writeBooleanProperty("signatures", signatures);
        json.writeBooleanProperty("teamPage", teamPage);
      }
      case AboutPeople.KeyRevoked(var key, var name) -> {
        json.writeNumberProperty("key", key);
        json.writeStringProperty("name", name);
      }
    }
  }
}

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutCustomers;
import tools.jackson.core.JsonGenerator;

/** The data of events about customers and authors. */
final class CustomerEventJson {
  private CustomerEventJson() {}

  static void fields(AboutCustomers event, JsonGenerator json) {
    switch (event) {
      case AboutCustomers.Joined(var customer, var author, var other, var join) -> {
        json.writeNumberProperty("customer", customer);
        json.writeNumberProperty("author", author);
        json.writeNumberProperty("other", other);
        json.writeNumberProperty("join", join);
      }
      case AboutCustomers.JoinUndone(var customer, var other, var join) -> {
        json.writeNumberProperty("customer", customer);
        json.writeNumberProperty("other", other);
        json.writeNumberProperty("join", join);
      }
      case AboutCustomers.AuthorMuted(var author) -> json.writeNumberProperty("author", author);
      case AboutCustomers.AuthorUnmuted(var author, var wasSpam) -> {
        json.writeNumberProperty("author", author);
        json.writeBooleanProperty("wasSpam", wasSpam);
      }
      case AboutCustomers.AuthorMarkedSpam(var author) ->
          json.writeNumberProperty("author", author);
    }
  }
}

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutDeadlines;
import tools.jackson.core.JsonGenerator;

/** What events about deadlines say, field by field. */
final class DeadlineEventJson {
  private DeadlineEventJson() {}

  static void fields(AboutDeadlines event, JsonGenerator json) {
    switch (event) {
      case AboutDeadlines.Started(var deadline, var due) -> {
        named(json, deadline);
        EventJson.time(json, "due", due);
      }
      case AboutDeadlines.Paused(var deadline, var left) -> {
        named(json, deadline);
        json.writeNumberProperty("left", left);
      }
      case AboutDeadlines.Resumed(var deadline, var due) -> {
        named(json, deadline);
        EventJson.time(json, "due", due);
      }
      case AboutDeadlines.Foreseen(var deadline, var due, var left, var needed) -> {
        named(json, deadline);
        EventJson.time(json, "due", due);
        json.writeNumberProperty("left", left);
        json.writeNumberProperty("needed", needed);
      }
      case AboutDeadlines.OutOfDanger(var deadline) -> named(json, deadline);
      case AboutDeadlines.Breached(var deadline, var due) -> {
        named(json, deadline);
        EventJson.time(json, "due", due);
      }
      case AboutDeadlines.Met(var deadline, var left) -> {
        named(json, deadline);
        json.writeNumberProperty("left", left);
      }
      case AboutDeadlines.EndedLate(var deadline, var over) -> {
        named(json, deadline);
        json.writeNumberProperty("over", over);
      }
      case AboutDeadlines.Dropped(var deadline) -> named(json, deadline);
    }
  }

  private static void named(JsonGenerator json, String deadline) {
    json.writeStringProperty("deadline", deadline);
  }
}

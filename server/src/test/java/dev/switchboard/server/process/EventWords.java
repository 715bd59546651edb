package dev.switchboard.server.process;

import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.server.api.ApiClient;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Events of steps, deadlines and exceptions in a few words; of others, none. */
record EventWords(ZoneId zone) {
  String of(LoggedEvent event) {
    JsonNode data = ApiClient.JSON.readTree(event.dataJson());
    return switch (event.type()) {
      case "step.enabled" -> "%s (%s)".formatted(text(data, "step"), text(data, "state"));
      case "step.started" -> data.has("person") ? "with " + text(data, "person") : "on its way";
      case "step.paused" -> "%s waits for the %s".formatted(who(data), text(data, "waitingOn"));
      case "step.resumed" -> who(data) + " goes on";
      case "step.escalated" -> "calls " + text(data, "to");
      case "deadline.started" -> "%s due %s".formatted(which(data), due(data));
      case "deadline.paused" -> "%s rests with %s left".formatted(which(data), time(data, "left"));
      case "deadline.resumed" -> "%s goes on, due %s".formatted(which(data), due(data));
      case "deadline.breachForeseen" ->
          "%s in danger: %s left".formatted(which(data), time(data, "left"));
      case "deadline.outOfDanger" -> which(data) + " out of danger";
      case "deadline.breached" -> which(data) + " breached";
      case "deadline.met" -> which(data) + " met";
      case "deadline.endedLate" -> "%s late by %s".formatted(which(data), time(data, "over"));
      case "deadline.dropped" -> which(data) + " dropped";
      case "exception.raised" -> "! " + text(data, "reason");
      case "exception.cleared" -> "over: " + text(data, "how");
      default -> "";
    };
  }

  private static String who(JsonNode data) {
    return data.has("person") ? text(data, "person") : "it";
  }

  private static String which(JsonNode data) {
    return text(data, "deadline");
  }

  private static String time(JsonNode data, String name) {
    return DurationText.of(Duration.ofSeconds(data.path(name).asLong()));
  }

  private String due(JsonNode data) {
    Instant due = Instant.parse(text(data, "due"));
    return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(due.atZone(zone));
  }

  private static String text(JsonNode data, String name) {
    return data.path(name).asString("");
  }
}

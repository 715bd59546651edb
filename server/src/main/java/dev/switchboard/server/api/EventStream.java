package dev.switchboard.server.api;

import dev.switchboard.store.log.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Events in the form of server-sent events: an id line and a data line each. */
final class EventStream {
  /** What colleagues know of each other: no secret, as are the team's names. */
  private static final Set<String> AT_WORK =
      Set.of(
          "person.presenceChanged",
          "person.profileChanged",
          "person.optedIn",
          "person.optedOut",
          "person.certified",
          "person.certificationWithdrawn");

  private EventStream() {}

  /**
   * The events as they go over the wire.
   *
   * @param brand only of this one; null for all
   * @param accounts whether also those about people's accounts and keys
   */
  static byte[] bytes(List<LoggedEvent> events, @Nullable String brand, boolean accounts) {
    StringBuilder text = new StringBuilder(events.size() * 256);
    for (LoggedEvent event : events) {
      boolean wanted = brand == null || brand.equals(event.brand());
      if (wanted && (accounts || !isAboutAccounts(event))) {
        text.append("id: ").append(event.seq()).append("\ndata: ");
        json(event, text);
        text.append("\n\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isAboutAccounts(LoggedEvent event) {
    return event.type().startsWith("key.")
        || event.type().startsWith("person.") && !AT_WORK.contains(event.type());
  }

  static void json(LoggedEvent event, StringBuilder to) {
    to.append("{\"seq\":").append(event.seq());
    to.append(",\"at\":\"").append(event.at()).append('"');
    string(",\"brand\":", event.brand(), to);
    string(",\"type\":", event.type(), to);
    number(",\"case\":", event.caseId(), to);
    number(",\"post\":", event.postId(), to);
    number(",\"incident\":", event.incidentId(), to);
    string(",\"actor\":", event.actor(), to);
    // PostgreSQL writes jsonb on one line.
    to.append(",\"data\":").append(event.dataJson());
    to.append(",\"v\":").append(event.v()).append('}');
  }

  private static void string(String name, @Nullable String value, StringBuilder to) {
    if (value != null) {
      to.append(name).append('"');
      JsonStringEncoder.getInstance().quoteAsString(value, to);
      to.append('"');
    }
  }

  private static void number(String name, @Nullable Long value, StringBuilder to) {
    if (value != null) {
      to.append(name).append(value.longValue());
    }
  }
}

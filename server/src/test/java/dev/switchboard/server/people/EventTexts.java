package dev.switchboard.server.people;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Reads the event log from its beginning. */
final class EventTexts {
  private EventTexts() {}

  /** All that has been written of a person so far, up to the change of their role. */
  static String read(ClosedCompany company, String person) throws Exception {
    return read(company, ClosedCompany.SCRIPT, person, "person.roleChanged");
  }

  /** What this key may read of a person or thing, up to an event of this type about it. */
  static String read(ClosedCompany company, String key, String about, String last)
      throws Exception {
    var request =
        company
            .server
            .api
            .request("/api/v1/events?after=0")
            .header("Authorization", "Bearer " + key)
            .GET()
            .build();
    StringBuilder all = new StringBuilder();
    try (var body = company.server.api.http().send(request, BodyHandlers.ofInputStream()).body();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        if (line.contains(about)) {
          all.append(line).append('\n');
          if (line.contains(last)) {
            break;
          }
        }
        line = lines.readLine();
      }
    }
    return all.toString();
  }
}

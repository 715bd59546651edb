package dev.switchboard.server.cli;

import dev.switchboard.engine.incident.AllIncidents;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.engine.incident.Seen;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.grouping.Assignment;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.TriageDecision;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The incidents of a stream of posts, by the posts' own time; each change comes in when it began.
 */
final class StreamIncidents {
  /** As many reports as incidents look back. */
  private static final int MAX_RECENT_IDS = 8_192;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a decision says of a post's place.
   *
   * @param group null for chatter that was not looked at
   * @param incident null if it counts in none
   */
  record Place(@Nullable String group, @Nullable String incident) {}

  /** An incident by name. */
  private record Name(String brand, long number) {
    @Override
    public String toString() {
      return brand + "/" + number;
    }
  }

  private final AllIncidents incidents;
  private final List<Change> changes;
  private final Map<Name, Incident> opened = new LinkedHashMap<>();
  private final Map<Long, String> recentIds = new LinkedHashMap<>();
  private final Map<Long, String> ids = new LinkedHashMap<>();
  private int nextChange;
  private long lastId;
  private Instant clock = Instant.MIN;

  StreamIncidents(IncidentInputs inputs) {
    this.incidents = new AllIncidents(IncidentSettings.DEFAULT, inputs.services());
    this.changes = inputs.changes();
  }

  /** Puts a customer's post into its group and incident. */
  Place on(Post post, String brand, TriageDecision decision) {
    clock = post.createdAt().isAfter(clock) ? post.createdAt() : clock;
    while (nextChange < changes.size() && !changes.get(nextChange).startedAt().isAfter(clock)) {
      Change change = changes.get(nextChange++);
      note(incidents.on(change, change.startedAt()));
    }
    ReportedPost reported = reported(post, decision);
    if (reported.isReport()) {
      remember(reported.id(), post.externalId());
    }
    Seen seen = incidents.on(brand, reported, clock);
    if (!seen.incidents().isEmpty()) {
      ids.put(reported.id(), post.externalId());
    }
    note(seen.events());
    Assignment assignment = seen.assignment();
    return new Place(
        assignment == null ? null : brand + "/" + assignment.groupId(),
        seen.incidents().isEmpty()
            ? null
            : new Name(brand, seen.incidents().getFirst()).toString());
  }

  private ReportedPost reported(Post post, TriageDecision decision) {
    boolean report = decision.needsHelp() || Boolean.TRUE.equals(decision.problem());
    JsonNode extra =
        report && post.extraJson() != null
            ? JSON.readTree(post.extraJson())
            : JSON.createObjectNode();
    return new ReportedPost(
        ++lastId,
        post.channel().network() + ":" + post.author(),
        post.text(),
        post.language(),
        post.createdAt(),
        post.kind() == PostKind.REPOST,
        report,
        decision.intent(),
        text(extra, "region"),
        text(extra, "product"),
        text(extra, "version"),
        post.authorFollowers());
  }

  private static @Nullable String text(JsonNode extra, String field) {
    JsonNode value = extra.path(field);
    boolean said = value.isString() || value.isNumber();
    return said && !value.asString().isBlank() ? value.asString().strip() : null;
  }

  private void remember(long id, String externalId) {
    recentIds.put(id, externalId);
    if (recentIds.size() > MAX_RECENT_IDS) {
      recentIds.remove(recentIds.keySet().iterator().next());
    }
  }

  private void note(List<IncidentEvent> events) {
    for (IncidentEvent event : events) {
      incidents.find(event.brand(), event.incident()).ifPresent(this::note);
    }
  }

  private void note(Incident incident) {
    opened.put(new Name(incident.brand(), incident.number()), incident);
    for (long post : incident.posts()) {
      String id = recentIds.get(post);
      if (id != null) {
        ids.putIfAbsent(post, id);
      }
    }
  }

  /** One line an incident, in the order in which they were opened. */
  void write(OutputStream out) throws IOException {
    if (clock.isAfter(Instant.MIN)) {
      note(incidents.advance(clock));
    }
    incidents.incidents().forEach(this::note);
    for (Map.Entry<Name, Incident> each : opened.entrySet()) {
      out.write(IncidentJson.line(each.getKey().toString(), each.getValue(), this::idsOf));
    }
  }

  private List<String> idsOf(List<Long> posts) {
    List<String> known = new ArrayList<>();
    for (long post : posts) {
      String id = ids.get(post);
      if (id != null) {
        known.add(id);
      }
    }
    return known;
  }
}

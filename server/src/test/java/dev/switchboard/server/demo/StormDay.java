package dev.switchboard.server.demo;

import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.channels.changes.ServiceMapFile;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.Incidents;
import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.server.demo.Scripted.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demo's day through the engine alone: no server, no database, no waiting. */
final class StormDay {
  private static final Triage TRIAGE = DefaultTriage.load();
  static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

  /**
   * What an incident was blamed on, each time that causes were ranked.
   *
   * @param reports how many there were then
   */
  record Blamed(
      long incident, Change change, double probability, int reports, @Nullable Long during) {}

  final List<IncidentEvent.Opened> opened = new ArrayList<>();
  final List<Blamed> blamed = new ArrayList<>();
  private final Incidents incidents =
      new Incidents(
          Airline.BRAND, IncidentSettings.DEFAULT, ServiceMapFile.read(DemoServices.yaml()).map());
  private final Deque<DemoChange> changes;
  private final SnowDay day;
  private long lastId;

  private StormDay(long seed, DayShape shape) {
    changes = new ArrayDeque<>(ChangeScript.of(seed, "t", shape));
    day = new SnowDay(SnowDay.Settings.of(seed, "t", shape), Phrasebook.load());
  }

  /** The whole of a headless run of that length. */
  static StormDay of(long seed, Duration length) {
    StormDay played = new StormDay(seed, DayShape.within(length));
    for (Said said : EarlierPosts.of(seed, "t", SnowDay.Settings.MORNING_RATE)) {
      played.post(said, START.plus(said.at()), START);
    }
    Scripted line = played.day.next();
    while (line.at().compareTo(length) < 0) {
      played.change(line.at());
      if (line instanceof Said said && said.why().isNew()) {
        Instant now = START.plus(said.at());
        played.post(said, now, now);
      }
      line = played.day.next();
    }
    return played;
  }

  List<Incident> incidents() {
    return incidents.incidents();
  }

  private void change(Duration at) {
    while (!changes.isEmpty() && changes.element().at().compareTo(at) <= 0) {
      DemoChange next = changes.remove();
      byte[] line = next.line(START.plus(next.at())).getBytes(StandardCharsets.UTF_8);
      ChangeLines.parseBody(
          line,
          parsed ->
              note(incidents.on(((ParsedChange.Good) parsed).change(), START.plus(next.at()))));
    }
  }

  private void post(Said said, Instant at, Instant now) {
    String line = PostLine.of(said.post(), new Stamps.Stamp(at, at));
    Post post = FakeCompany.parse(line, now);
    if (post != null) {
      note(incidents.on(reported(said.post(), TRIAGE.decide(post), at), now).events());
    }
  }

  private ReportedPost reported(DemoPost post, TriageDecision decision, Instant at) {
    return new ReportedPost(
        ++lastId,
        post.author(),
        post.text(),
        post.language(),
        at,
        post.kind() == PostKind.REPOST,
        decision.needsHelp() || Boolean.TRUE.equals(decision.problem()),
        decision.intent(),
        post.region(),
        post.product(),
        null,
        post.authorFollowers());
  }

  private void note(List<IncidentEvent> events) {
    for (IncidentEvent event : events) {
      if (event instanceof IncidentEvent.Opened open) {
        opened.add(open);
      }
      if (event instanceof IncidentEvent.CausesRanked ranked) {
        ranked.causes().stream()
            .findFirst()
            .filter(cause -> cause.probability() > ranked.noneOfThese())
            .ifPresent(cause -> blamed.add(blamed(ranked.incident(), cause)));
      }
    }
  }

  private Blamed blamed(long number, LikelyCause cause) {
    Incident incident = incidents.find(number).orElseThrow();
    return new Blamed(
        number, cause.change(), cause.probability(), incident.reports(), incident.during());
  }
}

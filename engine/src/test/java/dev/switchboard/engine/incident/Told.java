package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Plays posts and changes to a brand in the order of their times; keeps what was said. */
final class Told {
  final Incidents incidents;
  final List<IncidentEvent> events = new ArrayList<>();

  Told(Incidents incidents) {
    this.incidents = incidents;
  }

  static Told shop() {
    return new Told(new Incidents("shop", IncidentSettings.DEFAULT, Shop.MAP));
  }

  Told play(List<ReportedPost> posts, Change... changes) {
    record Moment(Instant at, Function<Incidents, List<IncidentEvent>> happens) {}
    List<Moment> moments = new ArrayList<>();
    for (Change change : changes) {
      moments.add(new Moment(change.startedAt(), i -> i.on(change, change.startedAt())));
    }
    for (ReportedPost post : posts) {
      moments.add(new Moment(post.at(), i -> i.on(post, post.at()).events()));
    }
    moments.sort(Comparator.comparing(Moment::at));
    moments.forEach(moment -> events.addAll(moment.happens().apply(incidents)));
    return this;
  }

  Told advance(Instant now) {
    events.addAll(incidents.advance(now));
    return this;
  }

  Acted act(IncidentAction action, Instant now) {
    Acted acted = incidents.act(action, now);
    if (acted instanceof Acted.Done(var said)) {
      events.addAll(said);
    }
    return acted;
  }

  Incident incident(long number) {
    return incidents.find(number).orElseThrow();
  }

  /** What happened to incidents, as words: "1 Opened". */
  List<String> words() {
    return events.stream()
        .map(event -> event.incident() + " " + event.getClass().getSimpleName())
        .toList();
  }
}

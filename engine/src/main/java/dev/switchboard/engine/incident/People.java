package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseRanking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with a brand's incidents. */
final class People {
  private static final int MAX_JUDGEMENTS = 200;

  private final String brand;
  private final Files files;
  private final Joining joining;

  People(String brand, Files files, Joining joining) {
    this.brand = brand;
    this.files = files;
    this.joining = joining;
  }

  Acted act(IncidentAction action, Instant now) {
    return switch (action) {
      case IncidentAction.Acknowledge(var incident, var by) -> acknowledge(incident, by, now);
      case IncidentAction.Resolve(var incident, var by, var note) ->
          resolve(incident, by, note, now);
      case IncidentAction.Reopen(var incident, var by) -> reopen(incident, by, now);
      case IncidentAction.JudgeCause(var incident, var judgement) ->
          judge(incident, judgement, now);
      case IncidentAction.Merge(var into, var from, var by) -> joining.merge(into, from, by, now);
      case IncidentAction.KeepApart(var incident, var other, var by) ->
          joining.keepApart(incident, other, by, now);
      case IncidentAction.Split(var incident, var posts, var by) ->
          joining.split(incident, posts, by, now);
      case IncidentAction.Undo(var done, var by) -> joining.undo(done, by, now);
    };
  }

  private Acted acknowledge(long incident, String by, Instant now) {
    IncidentFile file = files.find(incident);
    if (file == null) {
      return new Acted.Unknown(incident);
    }
    if (file.isMerged() || !file.state.isLive()) {
      return refused(file, "nobody needs to look after it");
    }
    if (by.equals(file.acknowledgedBy)) {
      return new Acted.Done(List.of());
    }
    file.acknowledgedBy = by;
    file.state = IncidentState.ACKNOWLEDGED;
    return done(new IncidentEvent.Acknowledged(incident, brand, now, by));
  }

  private Acted resolve(long incident, String by, @Nullable String note, Instant now) {
    IncidentFile file = files.find(incident);
    if (file == null) {
      return new Acted.Unknown(incident);
    }
    if (file.isMerged() || file.state == IncidentState.CLOSED) {
      return refused(file, "there is nothing to resolve");
    }
    if (file.state == IncidentState.RESOLVED) {
      return new Acted.Done(List.of());
    }
    file.end(IncidentState.RESOLVED, now);
    return done(new IncidentEvent.Resolved(incident, brand, now, by, note));
  }

  private Acted reopen(long incident, String by, Instant now) {
    IncidentFile file = files.find(incident);
    if (file == null) {
      return new Acted.Unknown(incident);
    }
    if (file.isMerged()) {
      return refused(file, "reopen that one");
    }
    if (file.state.isLive()) {
      return new Acted.Done(List.of());
    }
    file.goOn();
    return done(new IncidentEvent.Reopened(incident, brand, now, file.times, by));
  }

  private Acted judge(long incident, CauseJudgement judgement, Instant now) {
    IncidentFile file = files.find(incident);
    if (file == null) {
      return new Acted.Unknown(incident);
    }
    CauseRanking ranking = file.ranking;
    boolean suspected =
        ranking != null
            && ranking.causes().stream()
                .anyMatch(cause -> cause.change().id().equals(judgement.change()));
    if (!suspected) {
      return new Acted.Refused(
          "Change %s is not among the suspects of incident %d."
              .formatted(judgement.change(), incident));
    }
    if (file.judgements.size() >= MAX_JUDGEMENTS) {
      file.judgements.removeFirst();
    }
    file.judgements.add(judgement);
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new IncidentEvent.CauseJudged(incident, brand, now, judgement));
    CauseRanking judged = file.judgedRanking();
    if (judged != null) {
      events.add(
          new IncidentEvent.CausesRanked(
              incident, brand, now, judged.causes(), judged.noneOfThese()));
    }
    return new Acted.Done(events);
  }

  private static Acted done(IncidentEvent event) {
    return new Acted.Done(List.of(event));
  }

  private static Acted refused(IncidentFile file, String what) {
    return file.isMerged()
        ? new Acted.Refused(
            "Incident %d was merged into %d: %s."
                .formatted(file.number, file.mergedInto, "look there"))
        : new Acted.Refused(
            "Incident %d is %s: %s.".formatted(file.number, file.state.word(), what));
  }
}

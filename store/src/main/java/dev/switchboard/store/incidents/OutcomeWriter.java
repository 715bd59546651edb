package dev.switchboard.store.incidents;

import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.store.Json;
import dev.switchboard.store.Times;
import dev.switchboard.store.incidents.IncidentStore.Outcome;
import dev.switchboard.store.log.EventJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Writes incidents and what became of them, within one transaction. */
final class OutcomeWriter {
  private final Handle handle;
  private final Outcome outcome;
  private final Map<Key, Long> ids = new HashMap<>();

  OutcomeWriter(Handle handle, Outcome outcome) {
    this.handle = handle;
    this.outcome = outcome;
  }

  private record Key(String brand, long number) {}

  void write() {
    outcome.changed().forEach(this::write);
    outcome.events().forEach(this::write);
  }

  /** Ids are drawn for new ones only: people read them. */
  private void write(Incident incident) {
    Key key = new Key(incident.brand(), incident.number());
    Optional<Long> known = findId(key);
    Long merged =
        incident.mergedInto() == null
            ? null
            : findId(new Key(incident.brand(), incident.mergedInto())).orElse(null);
    if (known.isPresent()) {
      bound(
              handle
                  .createUpdate(
                      """
                      UPDATE incidents SET state = :state, opened_at = :openedAt,
                        onset_at = :onsetAt, closed_at = :closedAt, merged_into = :merged,
                        reports = :reports, authors = :authors, probability = :probability,
                        blamed = :blamed, incident = :incident::json, updated_at = :now
                      WHERE id = :id
                      """)
                  .bind("id", known.get()),
              incident,
              merged)
          .execute();
      return;
    }
    Update insert =
        handle
            .createUpdate(
                """
                INSERT INTO incidents (brand_id, era, number, state, opened_at, onset_at, closed_at,
                  merged_into, reports, authors, probability, blamed, incident, updated_at)
                VALUES ((SELECT id FROM brands WHERE name = :brand), :era, :number, :state,
                  :openedAt, :onsetAt, :closedAt, :merged, :reports, :authors, :probability,
                  :blamed, :incident::json, :now)
                """)
            .bind("brand", incident.brand())
            .bind("era", outcome.era())
            .bind("number", incident.number());
    long id =
        bound(insert, incident, merged).executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    ids.put(key, id);
  }

  private Update bound(Update statement, Incident incident, @Nullable Long merged) {
    return statement
        .bind("state", incident.state().word())
        .bind("openedAt", Times.sql(incident.openedAt()))
        .bind("onsetAt", Times.sql(incident.onsetAt()))
        .bind("closedAt", Times.sqlOrNull(incident.closedAt()))
        .bind("merged", merged)
        .bind("reports", incident.reports())
        .bind("authors", incident.authors())
        .bind("probability", incident.probability())
        .bind("blamed", blamed(incident))
        .bind("incident", Json.write(incident))
        .bind("now", Times.sql(outcome.at()));
  }

  private static @Nullable String blamed(Incident incident) {
    return incident.causes().stream()
        .findFirst()
        .filter(first -> first.probability() > incident.noneOfThese())
        .map(first -> first.change().id())
        .orElse(null);
  }

  private void write(IncidentEvent event) {
    Optional<Long> id = findId(new Key(event.brand(), event.incident()));
    if (id.isEmpty()) {
      throw new IllegalStateException(
          "Incident %d of %s was never written.".formatted(event.incident(), event.brand()));
    }
    AboutIncidents told = told(event);
    handle
        .createUpdate(
            """
            INSERT INTO events (at, brand_id, type, incident_id, actor, data)
            VALUES (:at, (SELECT id FROM brands WHERE name = :brand), :type, :id, :actor,
              :data::jsonb)
            """)
        .bind("at", Times.sql(outcome.at()))
        .bind("brand", event.brand())
        .bind("type", told.type())
        .bind("id", id.get())
        .bind("actor", actor(event))
        .bind("data", EventJson.of(told))
        .execute();
  }

  private AboutIncidents told(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.Opened opened -> opened(opened);
      case IncidentEvent.Grew grew ->
          new AboutIncidents.Grew(grew.authors(), grew.customersPerHour());
      case IncidentEvent.Quietened quiet ->
          new AboutIncidents.Quietened(quiet.authors(), quiet.customersPerHour());
      case IncidentEvent.Closed closed -> new AboutIncidents.Closed(closed.authors());
      case IncidentEvent.Reopened reopened -> new AboutIncidents.Reopened(reopened.times());
      case IncidentEvent.CausesRanked ranked -> ranked(ranked);
      case IncidentEvent.Acknowledged _ -> new AboutIncidents.Acknowledged();
      case IncidentEvent.Resolved resolved -> new AboutIncidents.Resolved(resolved.note());
      case IncidentEvent.CauseJudged judged -> judged(judged.judgement());
      case IncidentEvent.Merged merged ->
          new AboutIncidents.Merged(id(merged.brand(), merged.from()), merged.action());
      case IncidentEvent.KeptApart apart ->
          new AboutIncidents.KeptApart(id(apart.brand(), apart.other()));
      case IncidentEvent.Split split -> new AboutIncidents.Split(split.posts(), split.action());
      case IncidentEvent.Undone undone ->
          new AboutIncidents.Undone(
              undone.other() == null ? null : Long.valueOf(id(undone.brand(), undone.other())),
              undone.action());
    };
  }

  private AboutIncidents opened(IncidentEvent.Opened event) {
    return outcome.changed().stream()
        .filter(i -> i.number() == event.incident() && i.brand().equals(event.brand()))
        .findFirst()
        .map(i -> new AboutIncidents.Opened(i.authors(), i.probability(), i.onsetAt(), i.terms()))
        .orElseThrow();
  }

  private static AboutIncidents ranked(IncidentEvent.CausesRanked event) {
    return event.causes().isEmpty()
        ? new AboutIncidents.CausesRanked(null, 0, event.noneOfThese())
        : new AboutIncidents.CausesRanked(
            event.causes().getFirst().change().id(),
            event.causes().getFirst().probability(),
            event.noneOfThese());
  }

  private static AboutIncidents judged(CauseJudgement judgement) {
    return new AboutIncidents.CauseJudged(
        judgement.change(),
        judgement.answer() == CauseJudgement.Answer.CONFIRMED,
        judgement.note());
  }

  private static @Nullable String actor(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.Opened _,
          IncidentEvent.Grew _,
          IncidentEvent.Quietened _,
          IncidentEvent.Closed _,
          IncidentEvent.CausesRanked _ ->
          null;
      case IncidentEvent.Reopened reopened -> reopened.by();
      case IncidentEvent.Acknowledged acknowledged -> acknowledged.by();
      case IncidentEvent.Resolved resolved -> resolved.by();
      case IncidentEvent.CauseJudged judged -> judged.judgement().by();
      case IncidentEvent.Merged merged -> merged.by();
      case IncidentEvent.KeptApart apart -> apart.by();
      case IncidentEvent.Split split -> split.by();
      case IncidentEvent.Undone undone -> undone.by();
    };
  }

  private long id(String brand, long number) {
    return findId(new Key(brand, number)).orElseThrow();
  }

  private Optional<Long> findId(Key key) {
    Long known = ids.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Long> found =
        handle
            .createQuery(
                """
                SELECT i.id FROM incidents i JOIN brands b ON b.id = i.brand_id
                WHERE b.name = :brand AND i.era = :era AND i.number = :number
                """)
            .bind("brand", key.brand())
            .bind("era", outcome.era())
            .bind("number", key.number())
            .mapTo(Long.class)
            .findOne();
    found.ifPresent(id -> ids.put(key, id));
    return found;
  }
}

package dev.switchboard.server.console;

import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentState;
import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.BlastRadius.TouchedService;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * An incident that stands in the store as if it had been found: for what pages show. What people do
 * with incidents is tested on found ones.
 *
 * @param reports how many there are at its height
 */
record Trouble(
    String brand,
    IncidentState state,
    List<String> terms,
    Instant openedAt,
    int reports,
    List<LikelyCause> causes,
    double none,
    List<CauseJudgement> judgements,
    List<Long> posts) {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS = 30;
  private static final int BEFORE = 14;
  private static int numbers;

  static Trouble of(String brand, Instant openedAt, String... terms) {
    return new Trouble(
        brand,
        IncidentState.OPEN,
        List.of(terms),
        openedAt,
        14,
        List.of(),
        1,
        List.of(),
        List.of());
  }

  Trouble in(IncidentState other) {
    return new Trouble(brand, other, terms, openedAt, reports, causes, none, judgements, posts);
  }

  Trouble blamed(double noneOfThese, LikelyCause... suspects) {
    return new Trouble(
        brand, state, terms, openedAt, reports, List.of(suspects), noneOfThese, judgements, posts);
  }

  Trouble reportedBy(List<Long> ids) {
    return new Trouble(brand, state, terms, openedAt, reports, causes, none, judgements, ids);
  }

  Trouble judged(CauseJudgement judgement) {
    return new Trouble(
        brand, state, terms, openedAt, reports, causes, none, List.of(judgement), posts);
  }

  /** A change some minutes before the incident was opened, or after if negative. */
  LikelyCause cause(
      ChangeType type,
      String service,
      @Nullable String version,
      int before,
      double probability,
      String... reasons) {
    Change change =
        new Change(
            service + before,
            type,
            service,
            "production",
            null,
            version,
            openedAt.minusSeconds(before * 60L),
            null,
            "");
    return new LikelyCause(change, probability, before < 0, List.of(reasons));
  }

  /** Puts it into the store; the answer is its id. */
  long keep(Jdbi jdbi) {
    int number = ++numbers;
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    INSERT INTO incidents (brand_id, era, number, state, opened_at, onset_at,
                      closed_at, reports, authors, probability, incident, updated_at)
                    SELECT id, 0, :number, :state, :opened, :opened, :closed, :reports, :reports,
                      0.99, :incident::json, :opened
                    FROM brands WHERE name = :brand RETURNING id
                    """)
                .bind("number", number)
                .bind("state", state.word())
                .bind("opened", openedAt)
                .bind("closed", closedAt())
                .bind("reports", sum())
                .bind("incident", Json.write(incident(number)))
                .bind("brand", brand)
                .mapTo(long.class)
                .one());
  }

  private @Nullable Instant closedAt() {
    return state.isLive() ? null : openedAt.plus(Duration.ofHours(2));
  }

  private Incident incident(long number) {
    Instant onset = openedAt.minus(Duration.ofMinutes(8));
    String holder = state == IncidentState.ACKNOWLEDGED ? "Ben Okoro" : null;
    return new Incident(
        number,
        brand,
        state,
        openedAt,
        onset,
        onset.minusSeconds(300),
        onset.plusSeconds(200),
        0,
        false,
        sum(),
        sum() - 9,
        terms,
        List.of(),
        0.99,
        holder,
        closedAt(),
        null,
        null,
        causes,
        none,
        blast(),
        course(),
        STEP,
        posts,
        judgements);
  }

  private int sum() {
    return course().stream().mapToInt(CourseStep::reports).sum();
  }

  private BlastRadius blast() {
    return new BlastRadius(
        causes.isEmpty()
            ? List.of()
            : List.of(
                new TouchedService(causes.getFirst().change().service(), 0),
                new TouchedService("app", 1),
                new TouchedService("website", 1)),
        Map.of("north", 31),
        Map.of("app", 44),
        Map.of(),
        sum() - 9,
        causes.isEmpty() ? 0 : 140,
        186_200,
        List.of());
  }

  /** Few reports before the onset, many after it, fewer at the end; always the same. */
  private List<CourseStep> course() {
    List<CourseStep> course = new ArrayList<>();
    Instant from = openedAt.minus(STEP.multipliedBy(BEFORE + 2));
    for (int i = 0; i < STEPS; i++) {
      double shape = i < BEFORE ? 0.06 : Math.exp(-Math.pow((i - BEFORE - 5) / 6.0, 2));
      int said = (int) Math.round(reports * shape * (0.85 + 0.3 * ((i * 7) % 5) / 4.0));
      course.add(new CourseStep(from.plus(STEP.multipliedBy(i)), said, 0.8));
    }
    return course;
  }
}

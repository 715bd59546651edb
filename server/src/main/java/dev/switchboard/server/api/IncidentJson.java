package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.store.incidents.ChangeRow;
import dev.switchboard.store.incidents.IncidentDetail;
import dev.switchboard.store.incidents.IncidentRow;
import dev.switchboard.store.incidents.SamplePost;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents and changes as the API shows them. */
final class IncidentJson {
  private IncidentJson() {}

  /** Of the list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Summary(
      long id,
      String brand,
      String state,
      Instant openedAt,
      Instant onsetAt,
      List<Instant> onsetInterval,
      @Nullable Instant closedAt,
      boolean quiet,
      int times,
      int reports,
      int authors,
      List<String> terms,
      double probability,
      @Nullable String acknowledgedBy,
      @Nullable Long during,
      @Nullable Long mergedInto,
      List<Cause> causes,
      double noneOfThese,
      BlastRadius blastRadius,
      List<Long> posts,
      Instant updatedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cause(
      String change,
      String type,
      String service,
      Instant startedAt,
      double probability,
      boolean vetoed,
      List<String> reasons) {}

  /** Of the page: the incident with what belongs to it. */
  record Page(
      Summary incident,
      List<CourseStep> course,
      List<Judgement> judgements,
      List<SamplePost> samples,
      List<Change> changes,
      List<Happening> history) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Judgement(
      String change, boolean confirmed, String agent, Instant at, @Nullable String note) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(
      String id,
      @Nullable String brand,
      String type,
      String service,
      @Nullable String environment,
      @Nullable String region,
      @Nullable String version,
      Instant startedAt,
      @Nullable Instant finishedAt,
      String summary,
      Instant receivedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Happening(
      long seq, Instant at, String type, @Nullable String actor, @JsonRawValue String data) {}

  static Summary of(IncidentRow row) {
    Incident i = row.incident();
    return new Summary(
        row.id(),
        i.brand(),
        i.state().word(),
        i.openedAt(),
        i.onsetAt(),
        List.of(i.onsetFrom(), i.onsetTo()),
        i.closedAt(),
        i.quiet(),
        i.times(),
        i.reports(),
        i.authors(),
        i.terms(),
        i.probability(),
        i.acknowledgedBy(),
        row.during(),
        row.mergedInto(),
        i.causes().stream().map(IncidentJson::of).toList(),
        i.noneOfThese(),
        i.blastRadius(),
        i.posts(),
        row.updatedAt());
  }

  static Page of(IncidentDetail detail) {
    Incident incident = detail.incident().incident();
    return new Page(
        of(detail.incident()),
        incident.course(),
        incident.judgements().stream().map(IncidentJson::of).toList(),
        detail.samples(),
        detail.changes().stream().map(IncidentJson::of).toList(),
        detail.history().stream().map(IncidentJson::of).toList());
  }

  private static Cause of(LikelyCause cause) {
    return new Cause(
        cause.change().id(),
        cause.change().type().word(),
        cause.change().service(),
        cause.change().startedAt(),
        cause.probability(),
        cause.vetoed(),
        cause.reasons());
  }

  private static Judgement of(CauseJudgement judgement) {
    return new Judgement(
        judgement.change(),
        judgement.answer() == CauseJudgement.Answer.CONFIRMED,
        judgement.by(),
        judgement.at(),
        judgement.note());
  }

  private static Change of(ChangeRow row) {
    var change = row.change();
    return new Change(
        change.id(),
        row.brand(),
        change.type().word(),
        change.service(),
        change.environment(),
        change.region(),
        change.version(),
        change.startedAt(),
        change.finishedAt(),
        change.summary(),
        row.receivedAt());
  }

  private static Happening of(LoggedEvent event) {
    return new Happening(event.seq(), event.at(), event.type(), event.actor(), event.dataJson());
  }
}

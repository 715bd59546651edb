package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.promise.AuditEstimate;
import dev.switchboard.server.triage.Judgement;
import dev.switchboard.server.triage.PromiseView;
import dev.switchboard.store.triage.TriagePostRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What triage says, as the API shows it. */
final class TriageJson {
  private TriageJson() {}

  record Said(long id, String action, String agent, Instant at) {}

  record Tag(@Nullable String intent, @Nullable Boolean problem) {}

  record Post(
      long id,
      String brand,
      String channel,
      String externalId,
      String author,
      String kind,
      @Nullable String text,
      Instant createdAt,
      Instant receivedAt,
      @Nullable String language,
      @Nullable String url,
      @JsonProperty("case") @Nullable Long caseId,
      @Nullable String caseState,
      @Nullable String verdict,
      @Nullable String judged,
      @Nullable Float probability,
      @Nullable Boolean problem,
      @Nullable Float problemProbability,
      @Nullable String intent,
      @Nullable Float intentProbability,
      @Nullable Float urgency,
      @Nullable String sentiment,
      boolean worthAnswering,
      List<String> reasons,
      @Nullable Integer model,
      @Nullable Said label,
      @Nullable Tag tag,
      @Nullable Float auditChance) {}

  /** What the model of now says. */
  record Now(
      String verdict,
      float probability,
      @Nullable Boolean problem,
      @Nullable Float problemProbability,
      @Nullable String intent,
      @Nullable Float intentProbability,
      boolean worthAnswering,
      List<String> reasons,
      int model,
      double threshold) {}

  record Why(Post decided, Now now) {}

  record Audit(
      int drawn,
      int waiting,
      int audited,
      @Nullable Double missed,
      @Nullable Double missedLow,
      @Nullable Double missedHigh,
      @Nullable Double missShare,
      @Nullable Double missShareLow,
      @Nullable Double missShareHigh,
      boolean broken) {}

  record Promise(
      String brand,
      double missShare,
      double confidence,
      boolean setsAside,
      double threshold,
      @Nullable Double shownBound,
      @Nullable Double expectedMissShare,
      int helpPosts,
      int helpPostsNeeded,
      int helpPostsMissing,
      int model,
      long labels,
      Audit audit) {}

  static Post of(TriagePostRow p) {
    TriagePostRow.Said said = p.label();
    boolean tagged = p.taggedIntent() != null || p.taggedProblem() != null;
    return new Post(
        p.id(),
        p.brand(),
        p.channel(),
        p.externalId(),
        p.author(),
        p.kind().name().toLowerCase(Locale.ROOT),
        p.deletedAt() == null ? p.text() : null,
        p.createdAt(),
        p.receivedAt(),
        p.language(),
        p.url(),
        p.caseId(),
        p.caseState(),
        p.verdict() == null ? null : p.verdict().word(),
        p.judged() == null ? null : p.judged().word(),
        p.probability(),
        p.problem(),
        p.problemProbability(),
        p.intent(),
        p.intentProbability(),
        p.urgency(),
        p.sentiment(),
        p.worthAnswering(),
        p.reasons(),
        p.model(),
        said == null ? null : new Said(said.label(), said.action().word(), said.agent(), said.at()),
        tagged ? new Tag(p.taggedIntent(), p.taggedProblem()) : null,
        p.auditChance());
  }

  static Why of(Judgement judgement) {
    TriageDecision now = judgement.now();
    return new Why(
        of(judgement.post()),
        new Now(
            now.verdict().word(),
            now.probability(),
            now.problem(),
            now.problemProbability(),
            now.intent(),
            now.intentProbability(),
            now.worthAnswering(),
            now.reasons(),
            now.model(),
            judgement.threshold()));
  }

  static Promise of(PromiseView view) {
    var rule = view.rule();
    boolean setsAside = rule.rank() > 0;
    return new Promise(
        view.brand(),
        rule.promise().alpha(),
        rule.promise().confidence(),
        setsAside,
        view.threshold(),
        setsAside ? rule.shownBound() : null,
        setsAside ? rule.expectedMissShare() : null,
        rule.helpPosts(),
        rule.promise().postsNeeded(),
        rule.postsMissing(),
        view.model(),
        view.labels(),
        audit(view));
  }

  private static Audit audit(PromiseView view) {
    AuditEstimate estimate = view.estimate();
    return estimate == null
        ? new Audit(view.drawn(), view.waiting(), 0, null, null, null, null, null, null, false)
        : new Audit(
            view.drawn(),
            view.waiting(),
            estimate.audited(),
            estimate.missed(),
            estimate.missedLow(),
            estimate.missedHigh(),
            estimate.missShare(),
            estimate.missShareLow(),
            estimate.missShareHigh(),
            view.isBroken());
  }
}

package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseRanker;
import dev.switchboard.engine.incident.cause.CauseRanking;
import dev.switchboard.engine.incident.cause.CauseSettings;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the causes of a brand's incidents: when one opens, grows, is merged or split, or a change
 * becomes known that may have done it; each at most once a minute, in its first minutes once in ten
 * seconds.
 */
final class Causes {
  static final Duration BETWEEN_RANKINGS = Duration.ofMinutes(1);
  private static final Duration FIRST_MINUTES = Duration.ofMinutes(10);
  private static final Duration BETWEEN_FIRST_RANKINGS = Duration.ofSeconds(10);
  private static final int MAX_CAUSES = 100;

  private final String brand;
  private final CauseRanker ranker;
  private final Files files;
  private final KnownChanges changes;

  Causes(
      String brand,
      ServiceMap services,
      CauseSettings settings,
      Files files,
      KnownChanges changes) {
    this.brand = brand;
    this.ranker = new CauseRanker(services, settings);
    this.files = files;
    this.changes = changes;
  }

  /**
   * A change became known: those incidents are looked at again that it may have caused. Where it
   * came too late, that is all there is to say.
   */
  List<IncidentEvent> suspect(Change change, Instant now) {
    List<IncidentEvent> events = new ArrayList<>();
    Instant start = change.startedAt();
    for (IncidentFile file : files.all()) {
      CauseRanking ranking = file.ranking;
      if (ranking == null || !start.isAfter(ranking.onset().latest())) {
        file.rankingDue |= !start.isBefore(earliest(file)) && !start.isAfter(now);
      } else if (!file.isMerged() && file.state.isLive()) {
        CauseRanking more = firstOf(ranking.withLate(change));
        file.ranking = more;
        events.add(ranked(file, more, now));
      }
    }
    return events;
  }

  /** Ranks where it is due and the last time is long enough ago. */
  List<IncidentEvent> rankDue(Instant now) {
    List<IncidentEvent> events = new ArrayList<>();
    for (IncidentFile file : files.all()) {
      if (file.rankingDue && isRested(file, now) && !file.isMerged() && file.state.isLive()) {
        rank(file, now, events);
      }
    }
    return events;
  }

  private static boolean isRested(IncidentFile file, Instant now) {
    boolean first = now.isBefore(file.openedAt.plus(FIRST_MINUTES));
    Duration rest = first ? BETWEEN_FIRST_RANKINGS : BETWEEN_RANKINGS;
    return file.rankedAt == null || !now.isBefore(file.rankedAt.plus(rest));
  }

  private void rank(IncidentFile file, Instant now, List<IncidentEvent> events) {
    file.rankingDue = false;
    List<Change> suspects = changes.since(earliest(file));
    if (suspects.isEmpty()) {
      return;
    }
    file.rankedAt = now;
    CauseRanking ranking = ranker.rank(CauseEvidence.of(file, files.partsOf(file), now), suspects);
    CauseRanking kept = firstOf(ranking);
    file.ranking = kept;
    events.add(ranked(file, kept, now));
  }

  private static CauseRanking firstOf(CauseRanking ranking) {
    List<LikelyCause> causes = ranking.causes();
    return new CauseRanking(
        causes.subList(0, Math.min(MAX_CAUSES, causes.size())),
        ranking.noneOfThese(),
        ranking.onset());
  }

  private IncidentEvent ranked(IncidentFile file, CauseRanking ranking, Instant now) {
    CauseRanking judged = ranking.judged(file.judgements);
    return new IncidentEvent.CausesRanked(
        file.number, brand, now, judged.causes(), judged.noneOfThese());
  }

  private static Instant earliest(IncidentFile file) {
    return file.onset.earliest().minus(CauseEvidence.CHANGES_BEFORE);
  }
}

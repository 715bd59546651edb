package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.CauseRanking;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.cause.Sighting;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.incident.grouping.Grouping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a file, with those merged into it, as an {@link Incident}. */
final class IncidentView {
  private static final int FIRST_POSTS = 100;
  private static final int MAX_CAUSES = 100;
  private static final int MAX_GROUPS = 8;
  private static final int LEAST_REPORTS_OF_GROUP = 2;

  private final String brand;
  private final ServiceMap services;
  private final Grouping grouping;

  IncidentView(String brand, ServiceMap services, Grouping grouping) {
    this.brand = brand;
    this.services = services;
    this.grouping = grouping;
  }

  /**
   * @param parts the file and those merged into it
   * @param now until when its course goes, while it is live
   */
  Incident of(IncidentFile file, List<IncidentFile> parts, Instant now) {
    List<KeptReport> reports = reports(parts);
    CauseRanking ranking = file.judgedRanking();
    CauseRanking.Onset onset = ranking == null ? file.onset : ranking.onset();
    Course course = parts.stream().map(part -> part.course).reduce(Course::and).orElse(file.course);
    Instant end = file.closedAt == null ? now : file.closedAt;
    List<CourseStep> steps = (course = course.copy()).until(end, file.tally.expectedPerHour());
    int authors = authors(parts, reports);
    return new Incident(
        file.number,
        brand,
        file.isMerged() ? IncidentState.MERGED : file.state,
        file.openedAt,
        onset.at(),
        onset.earliest(),
        onset.latest(),
        file.times,
        file.quiet,
        reports.size() + parts.stream().mapToInt(IncidentView::unlistedReports).sum(),
        authors,
        file.terms,
        groups(parts),
        file.probability,
        file.acknowledgedBy,
        file.closedAt,
        file.during == null ? null : file.during.incident(),
        file.mergedInto,
        ranking == null ? List.of() : shown(ranking.causes()),
        ranking == null ? 1 : ranking.noneOfThese(),
        blast(ranking, reports, authors),
        steps,
        course.step(),
        posts(reports),
        file.judgements);
  }

  int authors(List<IncidentFile> parts) {
    return authors(parts, reports(parts));
  }

  /** The groups of at least two of its reports, the largest first; else that of its first. */
  List<Long> groups(List<IncidentFile> parts) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    reports(parts).forEach(report -> counts.merge(grouping.groupOf(report.group), 1, Integer::sum));
    List<Long> groups =
        counts.entrySet().stream()
            .filter(group -> group.getValue() >= LEAST_REPORTS_OF_GROUP)
            .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
            .limit(MAX_GROUPS)
            .map(Map.Entry::getKey)
            .toList();
    return groups.isEmpty() ? counts.keySet().stream().limit(1).toList() : groups;
  }

  private static List<KeptReport> reports(List<IncidentFile> parts) {
    Map<Long, KeptReport> reports = new LinkedHashMap<>();
    parts.forEach(part -> part.reports.all().forEach(each -> reports.putIfAbsent(each.post, each)));
    List<KeptReport> ordered = new ArrayList<>(reports.values());
    if (parts.size() > 1) {
      ordered.sort(
          Comparator.comparing((KeptReport each) -> each.at).thenComparing(each -> each.post));
    }
    return ordered;
  }

  private static int authors(List<IncidentFile> parts, List<KeptReport> reports) {
    Set<String> authors = new HashSet<>();
    reports.forEach(report -> authors.add(report.author()));
    int unlisted = 0;
    for (IncidentFile part : parts) {
      if (unlistedReports(part) > 0) {
        unlisted += Math.max(0, part.tally.customers() - part.reports.rememberedAuthors());
      }
    }
    return authors.size() + unlisted;
  }

  /** Counted by detection, but not remembered. */
  private static int unlistedReports(IncidentFile part) {
    return Math.max(0, part.tally.reports() - part.reports.remembered());
  }

  private static List<LikelyCause> shown(List<LikelyCause> causes) {
    return causes.subList(0, Math.min(MAX_CAUSES, causes.size()));
  }

  private static List<Long> posts(List<KeptReport> reports) {
    List<Long> posts = new ArrayList<>();
    int latest = reports.size() - (Incident.MAX_POSTS - FIRST_POSTS);
    for (int i = 0; i < reports.size(); i++) {
      if (i < FIRST_POSTS || i >= latest) {
        posts.add(reports.get(i).post);
      }
    }
    return posts;
  }

  private BlastRadius blast(@Nullable CauseRanking ranking, List<KeptReport> reports, int authors) {
    String broken =
        ranking == null
            ? null
            : ranking.blamed().map(cause -> cause.change().service()).orElse(null);
    List<Sighting> sightings = reports.stream().map(report -> report.sighting).toList();
    BlastRadius radius = BlastRadius.of(broken, services, sightings);
    return new BlastRadius(
        radius.services(),
        radius.regions(),
        radius.products(),
        radius.versions(),
        Math.max(radius.customersSeen(), authors),
        radius.customersUnseenAtLeast(),
        radius.reach(),
        radius.course());
  }
}

package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.Regrouping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges, splits and what takes them back. Files are never changed into one another: a merge says
 * under which number one is told of, and which group its posts go to from now.
 */
final class Joining {
  private final String brand;
  private final Files files;
  private final Grouping grouping;
  private final Regroupings regroupings;
  private final IncidentView view;

  Joining(
      String brand, Files files, Grouping grouping, Regroupings regroupings, IncidentView view) {
    this.brand = brand;
    this.files = files;
    this.grouping = grouping;
    this.regroupings = regroupings;
    this.view = view;
  }

  Acted merge(long intoNumber, long fromNumber, String by, Instant now) {
    IncidentFile into = files.find(intoNumber);
    IncidentFile from = files.find(fromNumber);
    if (into == null || from == null) {
      return new Acted.Unknown(into == null ? intoNumber : fromNumber);
    }
    if (files.teller(into) == files.teller(from)) {
      return new Acted.Refused(
          "Incidents %d and %d are one already.".formatted(intoNumber, fromNumber));
    }
    if (into.isMerged() || from.isMerged()) {
      IncidentFile merged = into.isMerged() ? into : from;
      return new Acted.Refused(
          "Incident %d was merged into %d: merge that one."
              .formatted(merged.number, merged.mergedInto));
    }
    if (from.state.isLive() && !into.state.isLive()) {
      return new Acted.Refused(
          "Incident %d is %s while %d goes on: merge it into that one."
              .formatted(intoNumber, into.state.word(), fromNumber));
    }
    List<Long> undo = mergeGroups(into, from);
    from.mergedInto = into.number;
    into.rankingDue = true;
    long action = regroupings.add(new Regroupings.Done(intoNumber, fromNumber, undo, List.of()));
    return done(new IncidentEvent.Merged(intoNumber, brand, now, fromNumber, action, by));
  }

  private List<Long> mergeGroups(IncidentFile into, IncidentFile from) {
    List<Long> undo = new ArrayList<>();
    List<Long> groups = view.groups(files.partsOf(into));
    for (long other : view.groups(files.partsOf(from))) {
      if (!groups.isEmpty()
          && grouping.merge(groups.getFirst(), other) instanceof Regrouping.Done did) {
        undo.add(did.action());
      }
    }
    return undo;
  }

  Acted keepApart(long number, long otherNumber, String by, Instant now) {
    IncidentFile one = files.find(number);
    IncidentFile other = files.find(otherNumber);
    if (one == null || other == null) {
      return new Acted.Unknown(one == null ? number : otherNumber);
    }
    if (files.teller(one) == files.teller(other)) {
      return new Acted.Refused(
          "Incidents %d and %d are one: undo that.".formatted(number, otherNumber));
    }
    for (long group : view.groups(files.partsOf(one))) {
      for (long apart : view.groups(files.partsOf(other))) {
        grouping.reject(group, apart);
      }
    }
    return done(new IncidentEvent.KeptApart(number, brand, now, otherNumber, by));
  }

  Acted split(long number, List<Long> posts, String by, Instant now) {
    IncidentFile file = files.find(number);
    if (file == null) {
      return new Acted.Unknown(number);
    }
    List<KeptReport> leaving =
        file.reports.withTexts().filter(report -> posts.contains(report.post)).toList();
    if (leaving.size() < posts.size() || leaving.isEmpty()) {
      return new Acted.Refused(
          "Name posts that incident %d counts, among its first %d; %d of %d are such."
              .formatted(number, IncidentReports.MAX_FIRST, leaving.size(), posts.size()));
    }
    List<String> texts = leaving.stream().map(report -> report.text).toList();
    return switch (grouping.split(mainGroup(leaving), texts, now.toEpochMilli())) {
      case Regrouping.Refused(var reason) -> new Acted.Refused(reason);
      case Regrouping.Done(var undo, _, var part) -> {
        file.reports.left.addAll(posts);
        files.teller(file).rankingDue = true;
        long action =
            regroupings.add(new Regroupings.Done(number, 0, List.of(undo), List.copyOf(posts)));
        yield done(new IncidentEvent.Split(number, brand, now, posts, part, action, by));
      }
    };
  }

  private static long mainGroup(List<KeptReport> reports) {
    Map<Long, Integer> counts = new HashMap<>();
    reports.forEach(report -> counts.merge(report.group, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  Acted undo(long action, String by, Instant now) {
    Regroupings.Done did = regroupings.find(action);
    if (did == null) {
      return new Acted.Refused(
          "There is no action %d that can be undone: it was undone already, or is old."
              .formatted(action));
    }
    IncidentFile file = files.find(did.incident());
    IncidentFile other = files.find(did.other());
    if (file == null || did.other() != 0 && other == null) {
      return new Acted.Unknown(file == null ? did.incident() : did.other());
    }
    regroupings.remove(action);
    did.groupings().reversed().forEach(grouping::undo);
    did.posts().forEach(file.reports.left::remove);
    files.teller(file).rankingDue = true;
    if (other != null) {
      other.mergedInto = null;
      other.rankingDue = true;
    }
    Long apart = other == null ? null : other.number;
    return done(new IncidentEvent.Undone(did.incident(), brand, now, apart, action, by));
  }

  private static Acted done(IncidentEvent event) {
    return new Acted.Done(List.of(event));
  }
}

package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.detection.Evidence;
import dev.switchboard.engine.incident.detection.GroupedReport;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import dev.switchboard.engine.incident.detection.ReportWords;
import dev.switchboard.engine.incident.grouping.Assignment;
import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.GroupingSettings;
import dev.switchboard.engine.incident.grouping.Report;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Posts;
import dev.switchboard.engine.triage.TriageDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Triage, grouping and detection of one brand, one post after the other. */
final class Desk implements Watch {
  private static final String BRAND = "brand";
  private static final DefaultTriage TRIAGE = DefaultTriage.load();
  private static final Map<String, TriageDecision> DECIDED = new HashMap<>();

  private final DetectionSettings settings;
  private final ReportWords words = new ReportWords();
  private Grouping grouping = new Grouping(GroupingSettings.DEFAULT);
  private Detector detector;

  Desk(DetectionSettings settings) {
    this.settings = settings;
    this.detector = new Detector(BRAND, settings);
  }

  /** What triage says, which is the same each time. */
  static TriageDecision triage(String text) {
    return DECIDED.computeIfAbsent(text, t -> TRIAGE.decide(Posts.mention(t)));
  }

  static boolean isReport(TriageDecision said) {
    return said.needsHelp() || Boolean.TRUE.equals(said.problem());
  }

  List<IncidentDecision> on(Said post) {
    TriageDecision said = triage(post.text());
    if (!isReport(said)) {
      return detector.advance(post.at());
    }
    Assignment group =
        grouping.assign(new Report(String.valueOf(post.id()), post.text(), null, false, post.at()));
    Set<Evidence> evidence = new LinkedHashSet<>();
    evidence.add(new Evidence.Group(group.groupId()));
    if (said.intent() != null) {
      evidence.add(new Evidence.About(said.intent()));
    }
    evidence.addAll(words.of(post.text()));
    return detector.on(
        new GroupedReport(
            BRAND,
            post.id(),
            post.author(),
            post.at(),
            group.duplicateOf() != null,
            List.copyOf(evidence)),
        post.at());
  }

  @Override
  public List<List<Long>> alarms(Said post) {
    List<List<Long>> alarms = new ArrayList<>();
    for (IncidentDecision decision : on(post)) {
      switch (decision) {
        case IncidentDecision.Opened opened -> alarms.add(opened.finding().posts());
        case IncidentDecision.Reopened again -> alarms.add(again.finding().posts());
        case IncidentDecision.Grew _, IncidentDecision.Decayed _, IncidentDecision.Closed _ -> {}
      }
    }
    return alarms;
  }

  @Override
  public Desk copy() {
    Desk copy = new Desk(settings);
    copy.grouping = Grouping.restore(grouping.snapshot(), GroupingSettings.DEFAULT);
    copy.detector = Detector.restore(BRAND, settings, detector.snapshot());
    return copy;
  }
}

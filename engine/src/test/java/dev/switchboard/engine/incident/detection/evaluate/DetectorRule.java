package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.detection.Evidence;
import dev.switchboard.engine.incident.detection.Finding;
import dev.switchboard.engine.incident.detection.GroupedReport;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import dev.switchboard.engine.incident.detection.simulate.Rule;
import dev.switchboard.engine.incident.detection.simulate.SimulatedReport;
import dev.switchboard.engine.incident.detection.simulate.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The engine's detector, as a rule beside the others; a post's number is its place. */
record DetectorRule(DetectionSettings settings) implements Rule {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  @Override
  public List<Alarm> alarms(World world) {
    Detector detector = new Detector("brand", settings);
    List<Alarm> alarms = new ArrayList<>();
    for (int at = 0; at < world.reports().size(); at++) {
      SimulatedReport report = world.reports().get(at);
      Instant when = MONDAY.plus(Duration.ofMillis(Math.round(report.hour() * 3_600_000)));
      GroupedReport grouped =
          new GroupedReport(
              "brand",
              at,
              String.valueOf(report.author()),
              when,
              report.duplicate(),
              List.of(new Evidence.Group(report.group())));
      for (IncidentDecision decision : detector.on(grouped, when)) {
        switch (decision) {
          case IncidentDecision.Opened opened -> alarms.add(alarm(at, opened.finding()));
          case IncidentDecision.Reopened again -> alarms.add(alarm(at, again.finding()));
          case IncidentDecision.Grew _, IncidentDecision.Decayed _, IncidentDecision.Closed _ -> {}
        }
      }
    }
    return alarms;
  }

  private static Alarm alarm(int at, Finding finding) {
    return new Alarm(at, finding.posts().stream().map(Math::toIntExact).toList());
  }
}

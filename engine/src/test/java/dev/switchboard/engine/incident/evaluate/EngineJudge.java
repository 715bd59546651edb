package dev.switchboard.engine.incident.evaluate;

import dev.switchboard.engine.incident.cause.CauseRanker;
import dev.switchboard.engine.incident.cause.CauseRanking;
import dev.switchboard.engine.incident.cause.CauseSettings;
import dev.switchboard.engine.incident.cause.IncidentEvidence;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.cause.Report;
import dev.switchboard.engine.incident.cause.Usual;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.incident.simulate.CauseJudge;
import dev.switchboard.engine.incident.simulate.Drawn;
import dev.switchboard.engine.incident.simulate.SimulatedChange;
import dev.switchboard.engine.incident.simulate.SimulatedIncident;
import dev.switchboard.engine.incident.simulate.SimulatedReport;
import dev.switchboard.engine.incident.simulate.SimulatedService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows the engine what a simulator lets be seen, and nothing else. */
final class EngineJudge<H> implements CauseJudge<H> {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final CauseSettings settings;

  EngineJudge(CauseSettings settings) {
    this.settings = settings;
  }

  @Override
  public double[] judge(Drawn<H> drawn) {
    SimulatedIncident seen = drawn.seen();
    CauseRanking ranking = ranking(seen);
    double[] said = new double[seen.changes().size() + 1];
    for (LikelyCause cause : ranking.causes()) {
      said[Integer.parseInt(cause.change().id())] = cause.probability();
    }
    said[said.length - 1] = ranking.noneOfThese();
    return said;
  }

  CauseRanking ranking(SimulatedIncident seen) {
    List<String> names = names(seen);
    return new CauseRanker(map(seen, names), settings).rank(evidence(seen), changes(seen, names));
  }

  /** Simulated names may be shared; those on a map may not. */
  private static List<String> names(SimulatedIncident seen) {
    List<String> names = new ArrayList<>();
    for (SimulatedService service : seen.services()) {
      String name = service.name();
      names.add(names.contains(name) ? name + "-" + names.size() : name);
    }
    return names;
  }

  private static ServiceMap map(SimulatedIncident seen, List<String> names) {
    List<Service> services = new ArrayList<>();
    for (SimulatedService service : seen.services()) {
      List<String> dependsOn = service.dependsOn().stream().map(names::get).toList();
      services.add(
          new Service(names.get(services.size()), dependsOn, service.words(), service.regions()));
    }
    return new ServiceMap(services);
  }

  private static List<Change> changes(SimulatedIncident seen, List<String> names) {
    List<Change> changes = new ArrayList<>();
    for (SimulatedChange change : seen.changes()) {
      Double finish = change.finishMinute();
      changes.add(
          new Change(
              Integer.toString(changes.size()),
              ChangeType.find(change.kind()).orElse(ChangeType.OTHER),
              names.get(change.service()),
              change.environment(),
              change.region(),
              change.version(),
              at(change.startMinute()),
              finish == null ? null : at(finish),
              change.summary()));
    }
    return changes;
  }

  private static IncidentEvidence evidence(SimulatedIncident seen) {
    List<SimulatedReport> usual = seen.usualReports();
    return new IncidentEvidence(
        START,
        at(seen.endMinute()),
        seen.reports().stream().map(EngineJudge::report).toList(),
        new Usual(
            seen.usualPerMinute(),
            usual.size(),
            words(usual),
            counts(usual, SimulatedReport::region),
            counts(usual, SimulatedReport::version)));
  }

  private static Report report(SimulatedReport report) {
    String text = String.join(" ", report.words());
    Report plain = Report.of(at(report.minute()), text);
    return new Report(
        plain.at(), plain.words(), report.region(), report.version(), report.product());
  }

  private static Map<String, Integer> words(List<SimulatedReport> reports) {
    Map<String, Integer> counts = new HashMap<>();
    for (SimulatedReport report : reports) {
      report(report).words().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }

  private static Map<String, Integer> counts(
      List<SimulatedReport> reports, Function<SimulatedReport, @Nullable String> field) {
    Map<String, Integer> counts = new HashMap<>();
    for (SimulatedReport report : reports) {
      String value = field.apply(report);
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Instant at(double minute) {
    return START.plusMillis(Math.round(minute * 60_000));
  }
}

package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.channels.changes.ServiceMapFile;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.Incidents;
import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.server.demo.Scripted.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** The script through the operator of incidents, as if triage understood every post. */
class DemoIncidentsTest {
  private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

  @Test
  void theBadDeployIsBlamed() {
    DayShape shape = DayShape.within(Duration.ofSeconds(60));
    var incidents =
        new Incidents(
            Airline.BRAND,
            IncidentSettings.DEFAULT,
            ServiceMapFile.read(DemoServices.yaml()).map());
    SnowDay day = new SnowDay(SnowDay.Settings.of(1, "t", shape), Phrasebook.load());
    Deque<DemoChange> changes = new ArrayDeque<>(ChangeScript.of(1, "t", shape));
    long id = 0;
    for (Scripted line = day.next(); line.at().toSeconds() < 60; line = day.next()) {
      while (!changes.isEmpty() && changes.element().at().compareTo(line.at()) <= 0) {
        DemoChange change = changes.remove();
        Instant at = START.plus(change.at());
        ChangeLines.parseLines(
            change.line(at).getBytes(StandardCharsets.UTF_8),
            parsed -> incidents.on(((ParsedChange.Good) parsed).change(), at));
      }
      if (line instanceof Said said && said.why().isNew()) {
        incidents.on(post(++id, said), START.plus(said.at()));
      }
    }
    for (Incident each : incidents.incidents()) {
      System.out.println(
          "XX " + each.number() + each.openedAt() + each.terms() + each.reports() + " none "
              + each.noneOfThese() + each.causes());
    }
    assertThat(incidents.incidents()).isNotEmpty();
  }

  private static ReportedPost post(long id, Said said) {
    DemoPost post = said.post();
    boolean report = said.truth().needsHelp() || said.truth().intent() == Intent.REPORT;
    return new ReportedPost(
        id,
        post.author(),
        post.text(),
        said.truth().language(),
        START.plus(said.at()),
        false,
        report,
        null,
        post.region(),
        post.product(),
        null,
        post.authorFollowers());
  }
}

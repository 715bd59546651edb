package dev.switchboard.channels.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {
  private static final String SIMPLE =
      """
      {"id":"d-1","type":"deploy","service":"checkout","environment":"production","region":"eu",\
      "version":"2.3.1","startedAt":"2026-03-01T14:20:00Z","finishedAt":"2026-03-01T14:26:00Z",\
      "summary":"New card form","team":"shop"}""";

  private static final String CD_EVENT =
      """
      {"context":{"version":"0.4.1","id":"c-7","source":"/pipeline/1",
        "type":"dev.cdevents.service.deployed.0.2.0","timestamp":"2026-03-01T14:26:00Z"},
       "subject":{"id":"shop/checkout","type":"service","content":{
         "environment":{"id":"production"},
         "artifactId":"pkg:oci/checkout@sha256%3Aabc?tag=2.3.1"}},
       "customData":{"region":"eu","startedAt":"2026-03-01T14:20:00Z","summary":"New card form"}}""";

  private static final Change CHECKOUT =
      new Change(
          "d-1",
          ChangeType.DEPLOY,
          "checkout",
          "production",
          "eu",
          "2.3.1",
          Instant.parse("2026-03-01T14:20:00Z"),
          Instant.parse("2026-03-01T14:26:00Z"),
          "New card form");

  @Test
  void theSimpleFormIsReadFieldByField() {
    assertThat(read(SIMPLE)).containsExactly(new ParsedChange.Good(1, CHECKOUT));
  }

  @Test
  void aCdEventsDeploymentInACloudEventIsADeployOfItsSubject() {
    String event =
        """
        {"specversion":"1.0","id":"e-1","source":"ci","time":"2026-03-01T14:27:00Z",
         "type":"dev.cdevents.service.deployed.0.2.0","datacontenttype":"application/json",
         "data":%s}"""
            .formatted(CD_EVENT);
    assertThat(changes(event))
        .containsExactly(
            new Change(
                "c-7",
                ChangeType.DEPLOY,
                "checkout",
                "production",
                "eu",
                "2.3.1",
                Instant.parse("2026-03-01T14:20:00Z"),
                null,
                "New card form"));
  }

  @Test
  void aCdEventWithoutEnvelopeIsReadTheSameWay() {
    assertThat(changes(CD_EVENT)).extracting(Change::service).containsExactly("checkout");
  }

  @Test
  void anEnvelopeAroundTheSimpleFormGivesWhatItsDataLeavesOut() {
    String event =
        """
        {"specversion":"1.0","id":"f-9","source":"flags","type":"com.example.flag",
         "time":"2026-03-01T14:20:00Z","data":{"type":"flag","service":"search"}}""";
    Change change = changes(event).getFirst();
    assertThat(change.id()).isEqualTo("f-9");
    assertThat(change.type()).isEqualTo(ChangeType.FLAG);
    assertThat(change.startedAt()).isEqualTo(Instant.parse("2026-03-01T14:20:00Z"));
  }

  @Test
  void anIncidentThatMonitoringDetectedIsAnAlertOfItsService() {
    String event =
        """
        {"context":{"id":"a-1","type":"dev.cdevents.incident.detected.0.2.0",
         "timestamp":"2026-03-01T14:20:00Z"},"subject":{"id":"incident-123","content":{
         "description":"Response time above 10 ms","service":{"id":"/cluster/payments"}}}}""";
    Change change = changes(event).getFirst();
    assertThat(change.type()).isEqualTo(ChangeType.ALERT);
    assertThat(change.service()).isEqualTo("payments");
    assertThat(change.summary()).isEqualTo("Response time above 10 ms");
  }

  @Test
  void aFinishedBuildIsLeftOutWithoutBlame() {
    String event = CD_EVENT.replace("service.deployed", "build.finished");
    assertThat(read(event))
        .containsExactly(
            new ParsedChange.Ignored(
                1,
                "\"dev.cdevents.build.finished.0.2.0\" changes nothing that customers could feel"));
  }

  @Test
  void aBadLineIsNamedAndItsNeighboursAreKept() {
    String lines =
        SIMPLE
            + "\n\n{\"id\":\"x\",\"type\":\"deploy\",\"service\":\"shop\"}\n{oops\n"
            + SIMPLE.replace("d-1", "d-2").replace("deploy", "party")
            + "\n"
            + SIMPLE.replace("d-1", "d-3").replace("2026-03-01T14:26", "2026-03-01T14:00")
            + "\n"
            + SIMPLE.replace("d-1", "d-4")
            + "\n";
    List<ParsedChange> read = read(lines);
    assertThat(read).extracting(ParsedChange::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    assertThat(reason(read.get(1))).startsWith("startedAt is missing");
    assertThat(reason(read.get(2))).startsWith("not one JSON object");
    assertThat(reason(read.get(3))).contains("type \"party\" is not known: say one of deploy");
    assertThat(reason(read.get(4))).contains("is before startedAt");
    assertThat(read.getFirst()).isInstanceOf(ParsedChange.Good.class);
    assertThat(read.getLast()).isInstanceOf(ParsedChange.Good.class);
  }

  @Test
  void aBrokenElementOfAnArrayLeavesTheOthersWhole() {
    String array = "[" + SIMPLE + ", {\"id\": }, " + SIMPLE.replace("d-1", "d-2") + "]";
    List<ParsedChange> read = read(array);
    assertThat(read).hasSize(3);
    assertThat(read.get(1)).isInstanceOf(ParsedChange.Bad.class);
    assertThat(changes(array)).extracting(Change::id).containsExactly("d-1", "d-2");
  }

  @Test
  void anArrayThatIsCutOffKeepsWhatCameWhole() {
    List<ParsedChange> read = read("[" + SIMPLE + ", {\"id\":\"d-2\"");
    assertThat(read.getFirst()).isInstanceOf(ParsedChange.Good.class);
    assertThat(reason(read.getLast())).contains("cut off");
  }

  @Test
  void anEmptyBodyHoldsNothing() {
    assertThat(read(" \n")).isEmpty();
    assertThat(read("[]")).isEmpty();
  }

  private static String reason(ParsedChange parsed) {
    return ((ParsedChange.Bad) parsed).reason();
  }

  private static List<Change> changes(String body) {
    List<Change> changes = new ArrayList<>();
    for (ParsedChange parsed : read(body)) {
      if (parsed instanceof ParsedChange.Good good) {
        changes.add(good.change());
      }
    }
    return changes;
  }

  private static List<ParsedChange> read(String body) {
    List<ParsedChange> read = new ArrayList<>();
    ChangeLines.parseBody(body.getBytes(UTF_8), read::add);
    return read;
  }
}

package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up afternoon on which the checkout breaks at 14:20, for scenarios. */
final class Storm {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant ONSET = Instant.parse("2026-03-01T14:20:00Z");
  static final Instant UNTIL = Instant.parse("2026-03-01T15:00:00Z");

  static final ServiceMap MAP =
      new ServiceMap(
          List.of(
              service("checkout", List.of("payments"), "pay", "card", "basket"),
              service("payments", List.of("ledger"), "refund", "invoice"),
              service("ledger", List.of()),
              service("search", List.of(), "search", "find", "results"),
              service("delivery", List.of(), "parcel", "courier", "delivery")));

  private static final List<String> COMPLAINTS =
      List.of(
          "my card is refused again",
          "can't pay for the basket",
          "paying with my card just hangs",
          "your basket page eats my card details",
          "tried to pay three times, error every time");

  private static final List<String> CHATTER =
      List.of(
          "where is my parcel",
          "lovely shop, thank you",
          "search results are odd today",
          "is the courier late again",
          "happy friday everyone");

  private Storm() {}

  /** Chatter every quarter of an hour, and from 14:20 on complaints every other minute. */
  static List<Report> reports(@Nullable String region) {
    List<Report> reports = new ArrayList<>();
    int said = 0;
    for (Instant at = NOON; at.isBefore(UNTIL); at = at.plus(Duration.ofMinutes(15))) {
      reports.add(Report.of(at, CHATTER.get(said++ % CHATTER.size())));
    }
    Random random = new Random(3);
    for (int minute = 1; minute < 40; minute += 1 + random.nextInt(3)) {
      Report plain =
          Report.of(
              ONSET.plus(Duration.ofMinutes(minute)), COMPLAINTS.get(said++ % COMPLAINTS.size()));
      reports.add(new Report(plain.at(), plain.words(), region, null, null));
    }
    return reports;
  }

  static IncidentEvidence evidence(@Nullable String region) {
    return new IncidentEvidence(NOON, UNTIL, reports(region), usual());
  }

  static Usual usual() {
    return new Usual(
        1.0 / 15,
        200,
        Map.of("parcel", 40, "courier", 20, "search", 20, "card", 6, "pay", 8, "lovel", 30),
        Map.of("eu", 50, "us", 50),
        Map.of());
  }

  static CauseRanking rank(Change... changes) {
    return rank(evidence(null), changes);
  }

  static CauseRanking rank(IncidentEvidence evidence, Change... changes) {
    return new CauseRanker(MAP, CauseSettings.DEFAULT).rank(evidence, List.of(changes));
  }

  static Change deploy(String id, String service, String clock) {
    return change(id, ChangeType.DEPLOY, service, null, null, clock);
  }

  static Change change(
      String id,
      ChangeType type,
      String service,
      @Nullable String environment,
      @Nullable String region,
      String clock) {
    Instant start = Instant.parse("2026-03-01T" + clock + ":00Z");
    return new Change(id, type, service, environment, region, null, start, null, "");
  }

  private static Service service(String name, List<String> dependsOn, String... words) {
    return new Service(name, dependsOn, List.of(words), List.of("eu", "us"));
  }
}

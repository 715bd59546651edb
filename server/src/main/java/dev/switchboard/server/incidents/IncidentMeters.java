package dev.switchboard.server.incidents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What there is to be measured of incidents. Any thread. */
final class IncidentMeters {
  private final Counter posts;
  private final Counter late;
  private final Counter failed;
  private final AtomicLong lagMillis = new AtomicLong();
  private final AtomicLong live = new AtomicLong();

  IncidentMeters(MeterRegistry meters) {
    posts =
        Counter.builder("switchboard.incidents.posts")
            .description("Customers' posts that incidents have taken into account")
            .register(meters);
    late =
        Counter.builder("switchboard.incidents.late")
            .description("Posts left out, as they were written hours before they came")
            .register(meters);
    failed =
        Counter.builder("switchboard.incidents.failed")
            .description("Events left out, as deciding on them failed")
            .register(meters);
    Gauge.builder("switchboard.incidents.lag.seconds", lagMillis, ms -> ms.get() / 1_000.0)
        .description("How far behind the event log incidents are")
        .register(meters);
    Gauge.builder("switchboard.incidents.live", live, AtomicLong::get)
        .description("Incidents that are open or acknowledged")
        .register(meters);
  }

  void post(boolean taken) {
    (taken ? posts : late).increment();
  }

  void failed() {
    failed.increment();
  }

  void lag(long millis) {
    lagMillis.set(Math.max(0, millis));
  }

  void live(long incidents) {
    live.set(incidents);
  }
}

package dev.switchboard.server.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What there is to be measured of routing. Any thread. */
final class RoutingMeters {
  private final AtomicLong lagMillis = new AtomicLong();
  private final AtomicLong offers = new AtomicLong();
  private final AtomicLong routing = new AtomicLong();
  private long ofTerm;

  RoutingMeters(MeterRegistry meters) {
    Gauge.builder("switchboard.routing.lag.seconds", lagMillis, ms -> ms.get() / 1_000.0)
        .description("How far behind the event log routing was when it looked last")
        .register(meters);
    FunctionCounter.builder("switchboard.routing.offers", offers, AtomicLong::get)
        .description("Offers that this process has made")
        .register(meters);
    Gauge.builder("switchboard.routing.active", routing, AtomicLong::get)
        .description("1 if this process is the one that routes, else 0")
        .register(meters);
  }

  void lag(Duration behind) {
    lagMillis.set(Math.max(0, behind.toMillis()));
  }

  /**
   * @param inTerm how many were made since this term began; for its one thread
   */
  void offers(long inTerm) {
    offers.addAndGet(inTerm - ofTerm);
    ofTerm = inTerm;
  }

  void routes(boolean does) {
    routing.set(does ? 1 : 0);
    if (!does) {
      ofTerm = 0;
    }
  }
}

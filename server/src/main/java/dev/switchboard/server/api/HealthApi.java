package dev.switchboard.server.api;

import dev.switchboard.store.database.Database;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /health}: the process lives; {@code /ready}: it can take posts and actions; {@code
 * /metrics}: figures for Prometheus.
 */
@RestController
public final class HealthApi {
  private static final Duration RETRY = Duration.ofSeconds(1);
  private final Database database;
  private final PrometheusMeterRegistry meters;

  public HealthApi(Database database, PrometheusMeterRegistry meters) {
    this.database = database;
    this.meters = meters;
  }

  record Health(String status) {}

  @GetMapping("/health")
  public Health health() {
    return new Health("up");
  }

  @GetMapping("/ready")
  public ResponseEntity<Object> ready() {
    return database.isUp()
        ? ResponseEntity.ok(new Health("ready"))
        : Problems.later(HttpStatus.SERVICE_UNAVAILABLE, "The database is away.", RETRY);
  }

  @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
  public String metrics() {
    return meters.scrape();
  }
}

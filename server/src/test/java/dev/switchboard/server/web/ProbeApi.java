package dev.switchboard.server.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Something to ask for. */
@RestController
public final class ProbeApi {
  record Probe(@Nullable String word, @Nullable Instant at) {}

  @GetMapping("/api/v1/probe")
  public Probe probe() {
    return new Probe(null, Instant.parse("2026-01-31T09:15:00.250Z"));
  }

  @PostMapping("/api/v1/probe")
  public Probe echo(@RequestBody Probe probe) {
    return probe;
  }

  @GetMapping("/api/v1/broken")
  public Probe broken() {
    throw new IllegalStateException("the inner workings");
  }

  @GetMapping("/health")
  public String health() {
    return "up";
  }

  @PostMapping("/console/form")
  public String form() {
    return "done";
  }
}

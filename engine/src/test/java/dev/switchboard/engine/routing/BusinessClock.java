package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hours of a night desk, 20:00 to 08:00 in Berlin, counted minute by minute: so plainly that
 * the hour that is left out in spring and the one that comes twice in autumn need no thought.
 */
final class BusinessClock {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS = 40;
  private static final int MINUTES = DAYS * 24 * 60;

  /** One for each night on which companies of the model begin. */
  private static final Map<Instant, BusinessClock> KNOWN = new ConcurrentHashMap<>();

  private final Instant start;

  /** Before each minute, how many minutes were open. */
  private final int[] before = new int[MINUTES + 1];

  static BusinessClock from(Instant start) {
    return KNOWN.computeIfAbsent(start, BusinessClock::new);
  }

  private BusinessClock(Instant start) {
    this.start = start;
    for (int i = 0; i < MINUTES; i++) {
      int hour = start.plusSeconds(60L * i).atZone(ZONE).getHour();
      before[i + 1] = before[i] + (hour >= 20 || hour < 8 ? 1 : 0);
    }
  }

  Duration between(Instant from, Instant to) {
    return Duration.ofMillis(openMillis(to) - openMillis(from));
  }

  private long openMillis(Instant at) {
    long millis = Duration.between(start, at).toMillis();
    int minute = Math.toIntExact(millis / 60_000);
    boolean open = before[minute + 1] > before[minute];
    return before[minute] * 60_000L + (open ? millis % 60_000 : 0);
  }
}

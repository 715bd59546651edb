package dev.switchboard.bench.desk;

import dev.switchboard.bench.server.BenchServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Prints what was measured, and whether anything happened that must not. */
final class Verdict {
  private static final int MAX_LOOKS = 120;
  private static final long LOOK_MILLIS = 500;

  private Verdict() {}

  static void print(
      int agents,
      Shift shift,
      Tally tally,
      List<ConsoleStream> streams,
      BenchServer server,
      LogWatch log)
      throws IOException, InterruptedException {
    long events = settled(server, log);
    // Now: routing goes on, and what is counted later has more.
    long read = log.events();
    System.out.printf(
        Locale.ROOT,
        "%d agents, %d s measured, %d posts, %d claims (%d came too late), %d replies (%d read again"
            + " first), %d failed calls, %d claims never seen on the own screen%n",
        agents,
        shift.measured().toSeconds(),
        server.count("posts"),
        tally.claimed.sum(),
        tally.taken.sum(),
        tally.replied.sum(),
        tally.movedOn.sum(),
        tally.failed.sum(),
        tally.unseen.sum());
    line("claim to answer", tally.claims, "target p99 under 50 ms");
    line("claim to own screen", tally.screens, "target p99 under 300 ms");
    line("reply to answer", tally.replies, "");
    line("draft to answer", tally.drafts, "");
    System.out.printf(
        Locale.ROOT,
        "replies sent twice %d, replies of one case with the same sight %d (target 0 and 0)%n",
        server.network().sentTwice(),
        unaware(server));
    System.out.printf(
        Locale.ROOT,
        "events in the log %d, read through the API %d, out of order %s (target: equal, false)%n",
        events,
        read,
        log.isOutOfOrder());
    System.out.printf(
        Locale.ROOT,
        "console streams: most frames a second %.1f (target 5), out of order %d, ended early %d,"
            + " behind the log at the end %d%n",
        streams.stream().mapToDouble(ConsoleStream::mostPerSecond).max().orElse(0),
        streams.stream().filter(ConsoleStream::isOutOfOrder).count(),
        streams.stream().filter(ConsoleStream::hasEnded).count(),
        streams.stream().filter(stream -> stream.lastSeq() > log.last()).count());
    for (ConsoleStream stream : streams) {
      stream.close();
    }
  }

  /** Waits until the reader of the log has come to its end, and nobody writes any more. */
  private static long settled(BenchServer server, LogWatch log) throws InterruptedException {
    long before = -1;
    long events = server.count("events");
    for (int look = 0; look < MAX_LOOKS && (events != before || log.events() < events); look++) {
      Thread.sleep(LOOK_MILLIS);
      before = events;
      events = server.count("events");
    }
    return events;
  }

  private static long unaware(BenchServer server) {
    return server
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT count(*) FROM (
                          SELECT case_id, seen_through FROM replies WHERE status = 'sent'
                          GROUP BY case_id, seen_through HAVING count(*) > 1) AS twice
                        """)
                    .mapTo(long.class)
                    .one());
  }

  private static void line(String what, Histogram times, String target) {
    System.out.printf(
        Locale.ROOT,
        "%-20s p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d of them; %s%n",
        what,
        times.getValueAtPercentile(50) / 1e3,
        times.getValueAtPercentile(99) / 1e3,
        times.getMaxValue() / 1e3,
        times.getTotalCount(),
        target);
  }
}

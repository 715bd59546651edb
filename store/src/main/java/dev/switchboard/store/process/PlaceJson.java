package dev.switchboard.store.process;

import dev.switchboard.engine.deadline.CaseDeadlines;
import dev.switchboard.engine.deadline.Deadline;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A case's place as the database keeps it: what lists are made of stands in columns, and the rest
 * here. When a deadline is due is kept for those who read; the engine counts it anew.
 */
public final class PlaceJson {
  private PlaceJson() {}

  record Kept(
      Map<String, String> lastOf,
      @Nullable String worker,
      String progress,
      @Nullable Reply reply,
      boolean customerWaits,
      @Nullable String askedMeanwhile,
      int escalated,
      boolean answeredOnce,
      List<Due> deadlines) {}

  record Reply(String writer, boolean byVolunteer, boolean awaitsApproval) {}

  /**
   * A deadline.
   *
   * @param due when it is past; null while it rests
   */
  record Due(
      String kind,
      String target,
      String used,
      String since,
      boolean paused,
      boolean foreseen,
      boolean breached,
      @Nullable String due) {}

  /**
   * Writes a place.
   *
   * @param due when a deadline that runs is past
   */
  public static String write(CasePlace place, Function<Deadline, Instant> due) {
    Map<String, String> lastOf = new TreeMap<>();
    place.lastOf().forEach((state, step) -> lastOf.put(state.word(), step));
    CasePlace.PendingReply reply = place.reply();
    Instant asked = place.askedMeanwhile();
    return Json.write(
        new Kept(
            lastOf,
            place.worker(),
            place.progress().name(),
            reply == null
                ? null
                : new Reply(reply.writer(), reply.byVolunteer(), reply.awaitsApproval()),
            place.customerWaits(),
            asked == null ? null : asked.toString(),
            place.escalated(),
            place.deadlines().answeredOnce(),
            place.deadlines().open().stream().map(d -> write(d, due)).toList()));
  }

  private static Due write(Deadline d, Function<Deadline, Instant> due) {
    return new Due(
        d.kind().word(),
        d.target().toString(),
        d.used().toString(),
        d.since().toString(),
        d.paused(),
        d.foreseen(),
        d.breached(),
        d.paused() ? null : due.apply(d).toString());
  }

  /** Reads the place of a row of {@code case_places}; null if there is none. */
  public static @Nullable CasePlace find(ResultSet row) throws SQLException {
    KeptPlace kept = KeptPlace.find(row);
    return kept == null ? null : kept.read();
  }

  /** Reads what {@link #write} has written. */
  public static CasePlace read(FlowKey flow, String step, Instant enteredAt, String json) {
    Kept kept = Json.read(json, Kept.class);
    Map<Lifecycle, String> lastOf = new EnumMap<>(Lifecycle.class);
    kept.lastOf().forEach((word, name) -> lastOf.put(state(word), name));
    Reply reply = kept.reply();
    return new CasePlace(
        flow,
        step,
        enteredAt,
        lastOf,
        kept.worker(),
        CasePlace.Progress.valueOf(kept.progress()),
        reply == null
            ? null
            : new CasePlace.PendingReply(
                reply.writer(), reply.byVolunteer(), reply.awaitsApproval()),
        kept.customerWaits(),
        kept.askedMeanwhile() == null ? null : Instant.parse(kept.askedMeanwhile()),
        kept.escalated(),
        new CaseDeadlines(
            kept.deadlines().stream().map(PlaceJson::read).toList(), kept.answeredOnce()));
  }

  private static Deadline read(Due d) {
    return new Deadline(
        kind(d.kind()),
        Duration.parse(d.target()),
        Duration.parse(d.used()),
        Instant.parse(d.since()),
        d.paused(),
        d.foreseen(),
        d.breached());
  }

  private static Lifecycle state(String word) {
    return Lifecycle.find(word)
        .orElseThrow(() -> new IllegalArgumentException("no such state: " + word));
  }

  private static DeadlineKind kind(String word) {
    for (DeadlineKind kind : DeadlineKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such deadline: " + word);
  }
}

package dev.switchboard.server.triage;

import dev.switchboard.store.triage.JudgedPost;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.LabelWriter;
import dev.switchboard.store.triage.LabelWriter.Standing;
import dev.switchboard.store.triage.NewLabel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Labels, written and counted. Any thread. */
public final class Labels {
  private final LabelWriter writer;
  private final Map<LabelAction, Counter> written = new EnumMap<>(LabelAction.class);
  private final Counter undone;

  public Labels(LabelWriter writer, MeterRegistry meters) {
    this.writer = writer;
    for (LabelAction action : LabelAction.values()) {
      written.put(action, counter(meters, action.word()));
    }
    this.undone = counter(meters, "undone");
  }

  /** Writes a label, in the transaction of what it comes from and last in it. */
  public Optional<Long> write(
      Handle handle, JudgedPost post, NewLabel label, String agent, Instant now) {
    Optional<Long> id = writer.write(handle, post, label, agent, now);
    id.ifPresent(_ -> Objects.requireNonNull(written.get(label.action())).increment());
    return id;
  }

  /** What was said of a post last and may be taken back. */
  public Optional<Standing> findLast(Handle handle, long post) {
    return writer.findLast(handle, post);
  }

  public void undo(Handle handle, JudgedPost post, Standing label, String agent, Instant now) {
    writer.undo(handle, post, label, agent, now);
    undone.increment();
  }

  private static Counter counter(MeterRegistry meters, String action) {
    return Counter.builder("switchboard.triage.labels")
        .description("What people did that triage learns from")
        .tag("action", action)
        .register(meters);
  }
}

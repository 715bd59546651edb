package dev.switchboard.server.demo;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ndjson.NdjsonPosts;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.server.intake.Intake;
import dev.switchboard.server.intake.IntakeRefusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gives the demo's lines to the intake as {@code POST /api/v1/posts} would. */
public final class IntakeSink implements PostSink {
  private final Intake intake;
  private final Origin origin;

  /** Posts come live. */
  public IntakeSink(Intake intake) {
    this(intake, Origin.LIVE);
  }

  public IntakeSink(Intake intake, Origin origin) {
    this.intake = intake;
    this.origin = origin;
  }

  @Override
  public Receipt accept(List<String> lines) throws InterruptedException, Busy {
    List<ParsedLine> parsed = new ArrayList<>(lines.size());
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    NdjsonPosts.parseLines(body, parsed::add);
    try {
      dev.switchboard.server.intake.Receipt receipt = intake.accept(parsed, origin);
      return new Receipt(receipt.accepted(), receipt.duplicates(), receipt.rejected().size());
    } catch (IntakeRefusal refusal) {
      if (refusal.why() == IntakeRefusal.Cause.BUSY) {
        throw new Busy(refusal.retryAfter());
      }
      throw new IllegalStateException(refusal.getMessage(), refusal);
    }
  }
}

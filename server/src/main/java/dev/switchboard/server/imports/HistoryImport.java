package dev.switchboard.server.imports;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.PostSource;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceFormat;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.server.intake.Intake;
import dev.switchboard.server.intake.IntakeRefusal;
import dev.switchboard.server.intake.Receipt;
import dev.switchboard.store.ImportProgress;
import dev.switchboard.store.ImportProgress.Place;
import dev.switchboard.store.ImportProgress.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads a file of posts into the store, a batch at a time. What is stored is remembered, so that an
 * import that broke off goes on where it was; one that is repeated finds only duplicates.
 */
public final class HistoryImport {
  private static final int BATCH_LINES = 5_000;
  private static final int FINGERPRINT_BYTES = 1 << 16;
  private static final int MAX_TRIES = 120;

  private final Intake intake;
  private final ImportProgress progress;
  private final InstantSource clock;

  public HistoryImport(Intake intake, ImportProgress progress, InstantSource clock) {
    this.intake = intake;
    this.progress = progress;
    this.clock = clock;
  }

  /** Hears how an import goes. One thread. */
  public interface Listener {
    /** It goes on at this line, since an earlier import broke off there. */
    void resumed(long line);

    void rejected(long line, String reason);

    /** Everything up to this many bytes is stored. */
    void stored(long bytes);
  }

  /** The import met a bad line and was told to be strict. */
  public static final class StrictException extends Exception {
    private static final long serialVersionUID = 1;

    StrictException(Path file, long line) {
      super("%s: line %d is bad; nothing after it was read".formatted(file, line));
    }
  }

  /**
   * Imports a file.
   *
   * @throws IOException if the file can't be read; what was read before is stored
   * @throws IntakeRefusal if the database stays away
   */
  public ImportSummary run(Path file, SourceFormat format, boolean strict, Listener listener)
      throws IOException, InterruptedException, IntakeRefusal, StrictException {
    String source = fingerprint(file, format);
    Totals before = progress.totals();
    ImportSummary summary = ImportSummary.none();
    try (PostSource posts = format.open(file, start(source, listener))) {
      List<SourceLine> batch = read(posts);
      while (!batch.isEmpty()) {
        Receipt receipt = store(batch);
        receipt.rejected().forEach(bad -> listener.rejected(bad.line(), bad.reason()));
        summary =
            summary.plus(
                batch.size(), receipt.accepted(), receipt.duplicates(), receipt.rejected().size());
        if (strict && !receipt.rejected().isEmpty()) {
          throw new StrictException(file, receipt.rejected().getFirst().line());
        }
        ResumePoint reached = batch.getLast().next();
        listener.stored(reached.position());
        batch = read(posts);
        progress.save(
            source,
            new Place(reached.position(), reached.lines()),
            batch.isEmpty(),
            clock.instant());
      }
    }
    Totals after = progress.totals();
    return summary.with(
        after.conversations() - before.conversations(), after.cases() - before.cases());
  }

  private ResumePoint start(String source, Listener listener) {
    Optional<Place> brokenOff = progress.findBrokenOff(source);
    if (brokenOff.isEmpty()) {
      return ResumePoint.START;
    }
    Place place = brokenOff.get();
    listener.resumed(place.line() + 1);
    return new ResumePoint(place.position(), place.line());
  }

  private static List<SourceLine> read(PostSource posts) throws IOException {
    List<SourceLine> batch = new ArrayList<>(BATCH_LINES);
    while (batch.size() < BATCH_LINES) {
      SourceLine line = posts.next();
      if (line == null) {
        break;
      }
      batch.add(line);
    }
    return batch;
  }

  /** Stores a batch; waits when the intake is full or the database away, up to a bound. */
  private Receipt store(List<SourceLine> batch) throws InterruptedException, IntakeRefusal {
    List<ParsedLine> lines = batch.stream().map(SourceLine::parsed).toList();
    for (int tries = 1; ; tries++) {
      try {
        return intake.accept(lines, Origin.IMPORT);
      } catch (IntakeRefusal refusal) {
        if (tries == MAX_TRIES) {
          throw refusal;
        }
        TimeUnit.NANOSECONDS.sleep(refusal.retryAfter().toNanos());
      }
    }
  }

  /** What tells one file from another, wherever it lies: format, size and beginning. */
  private static String fingerprint(Path file, SourceFormat format) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(in.readNBytes(FINGERPRINT_BYTES));
      return "%s:%d:%s"
          .formatted(format, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

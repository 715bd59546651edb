package dev.switchboard.server.cli;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.ndjson.NdjsonSource;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostCheck.Checked;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard triage}: posts on stdin, one decision a line on stdout, in input order. */
@Command(
    name = "triage",
    description = "The engine alone: posts as NDJSON on stdin, decisions as NDJSON on stdout")
final class TriageCommand implements Callable<Integer> {
  private static final int OUTPUT_BYTES = 1 << 16;

  /** The posts' own time counts here, so none lies in the future. */
  private static final Instant NO_FUTURE = Instant.MAX.minus(PostCheck.MAX_AHEAD);

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--strict", description = "Stop at the first bad line")
  boolean strict;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A trained model that answers for its target; one for each target")
  List<Path> models = List.of();

  @Option(
      names = {"--changes", "--services", "--incidents"},
      paramLabel = "FILE",
      description = "(later)")
  @Nullable String later;

  private final InputStream in = System.in;
  private final OutputStream out = new BufferedOutputStream(System.out, OUTPUT_BYTES);

  @Override
  public Integer call() throws IOException {
    if (later != null) {
      throw new IllegalArgumentException(
          "--changes, --services and --incidents come with a later version.");
    }
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    Triage triage = DefaultTriage.load().with(OwnModels.read(models));
    long bad = 0;
    try (NdjsonSource source = NdjsonSource.of(in)) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        String reason = decide(line.parsed(), triage);
        if (reason != null) {
          bad++;
          words.printf("line %d: %s%n", line.parsed().line(), reason);
          if (strict) {
            break;
          }
        }
      }
    }
    out.flush();
    if (bad > 0) {
      words.printf("%d bad %s.%n", bad, bad == 1 ? "line" : "lines");
    }
    return strict && bad > 0 ? SwitchboardCommand.FAILED : 0;
  }

  /** Writes a decision, or says why the line is none. */
  private @Nullable String decide(ParsedLine line, Triage triage) throws IOException {
    return switch (line) {
      case ParsedLine.Bad(_, var reason) -> reason;
      case ParsedLine.Good(_, var draft) ->
          switch (PostCheck.check(draft, NO_FUTURE)) {
            case Checked.Refused(var reason) -> reason;
            case Checked.Accepted(var post, _) -> {
              out.write(DecisionJson.line(post, decision(post, triage)));
              yield null;
            }
          };
    };
  }

  /** The brand's own posts are not asked about. */
  private static @Nullable TriageDecision decision(Post post, Triage triage) {
    return post.isFromCustomer() ? triage.decide(post) : null;
  }
}

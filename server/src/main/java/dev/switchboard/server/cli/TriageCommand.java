package dev.switchboard.server.cli;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.ndjson.NdjsonSource;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostCheck.Checked;
import dev.switchboard.engine.post.PostDraft;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.server.language.LanguageSettings;
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
    description = {
      "The engine alone: posts as NDJSON on stdin, decisions as NDJSON on stdout, in input order.",
      "Time is the posts' own. Each decision names the post's group, and the incident that it"
          + " counts in as it comes."
    })
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
      names = "--changes",
      paramLabel = "FILE",
      description =
          "Deploys, flags, alerts and the like, one JSON a line: the suspects when an incident"
              + " opens")
  @Nullable Path changes;

  @Option(
      names = "--services",
      paramLabel = "FILE",
      description = "A service map as YAML: what depends on what, and the words for it")
  @Nullable Path services;

  @Option(
      names = "--incidents",
      paramLabel = "OUT",
      description = "Write the incidents there at the end, one JSON a line, in order of opening")
  @Nullable Path incidents;

  @Option(
      names = "--languages",
      paramLabel = "LIST",
      description =
          "Languages that are told by the words where nobody says them, such as en,de,fr; off for"
              + " none")
  @Nullable String languages;

  private final InputStream in = System.in;
  private final OutputStream out = new BufferedOutputStream(System.out, OUTPUT_BYTES);

  @Override
  public Integer call() throws IOException {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    Path output = incidents;
    if (output != null) {
      WholeFile.check(output);
    }
    Triage triage = DefaultTriage.load().with(OwnModels.read(models));
    StreamLanguages tongues =
        new StreamLanguages(
            languages == null ? LanguageSettings.DEFAULT : LanguageSettings.parse(languages));
    IncidentInputs inputs = IncidentInputs.read(changes, services);
    inputs.problems().forEach(words::println);
    long bad = inputs.problems().size();
    if (strict && bad > 0) {
      return SwitchboardCommand.FAILED;
    }
    StreamIncidents stream = new StreamIncidents(inputs);
    bad += decideAll(triage, tongues, stream, words);
    out.flush();
    if (output != null) {
      WholeFile.write(output, stream::write);
    }
    if (bad > 0) {
      words.printf("%d bad %s.%n", bad, bad == 1 ? "line" : "lines");
    }
    return strict && bad > 0 ? SwitchboardCommand.FAILED : 0;
  }

  /** Decides on each line; how many were bad. */
  private long decideAll(
      Triage triage, StreamLanguages tongues, StreamIncidents stream, PrintWriter words)
      throws IOException {
    long bad = 0;
    try (NdjsonSource source = NdjsonSource.of(in)) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        String reason = decide(line.parsed(), triage, tongues, stream);
        if (reason != null) {
          bad++;
          words.printf("line %d: %s%n", line.parsed().line(), reason);
          if (strict) {
            break;
          }
        }
      }
    }
    return bad;
  }

  /** Writes a decision, or says why the line is none. */
  private @Nullable String decide(
      ParsedLine line, Triage triage, StreamLanguages tongues, StreamIncidents stream)
      throws IOException {
    return switch (line) {
      case ParsedLine.Bad(_, var reason) -> reason;
      case ParsedLine.Good(_, var draft) ->
          switch (PostCheck.check(draft, NO_FUTURE)) {
            case Checked.Refused(var reason) -> reason;
            case Checked.Accepted(var post, _) -> {
              TriageDecision decision = decision(post, triage, tongues);
              StreamIncidents.Place place =
                  decision == null || post.change() instanceof AuthorChange.Deleted
                      ? null
                      : stream.on(post, brand(post, draft), decision);
              out.write(DecisionJson.line(post, decision, place));
              yield null;
            }
          };
    };
  }

  /** The brand, or the channel, as in {@code switchboard group}. */
  private static String brand(Post post, PostDraft draft) {
    return post.brand() != null ? post.brand() : Objects.requireNonNullElse(draft.channel(), "");
  }

  /** The brand's own posts are not asked about. */
  private static @Nullable TriageDecision decision(
      Post post, Triage triage, StreamLanguages tongues) {
    return post.isFromCustomer() ? triage.decide(post).in(tongues.of(post)) : null;
  }
}

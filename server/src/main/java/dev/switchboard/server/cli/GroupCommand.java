package dev.switchboard.server.cli;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.ndjson.NdjsonSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard group}: posts on stdin, the group of each on stdout, in input order. */
@Command(
    name = "group",
    description = {
      "Grouping alone: posts as NDJSON on stdin, {\"id\",\"group\"} a line on stdout, decided on"
          + " arrival and never revised.",
      "Only id and text are required. Posts are grouped by brand, or else by channel. A post"
          + " without createdAt counts as written one minute after the post before it. The"
          + " brand's own posts and deletions have no group (null)."
    })
final class GroupCommand implements Callable<Integer> {
  private static final int OUTPUT_BYTES = 1 << 16;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--strict", description = "Stop at the first bad line")
  boolean strict;

  private final InputStream in = System.in;
  private final OutputStream out = new BufferedOutputStream(System.out, OUTPUT_BYTES);

  @Override
  public Integer call() throws IOException {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    StreamGrouping grouping = new StreamGrouping(out);
    long bad = 0;
    try (NdjsonSource source = NdjsonSource.of(in)) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        String reason =
            switch (line.parsed()) {
              case ParsedLine.Bad(_, var why) -> why;
              case ParsedLine.Good(_, var draft) -> grouping.decide(draft);
            };
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
}

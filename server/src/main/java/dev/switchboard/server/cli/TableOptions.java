package dev.switchboard.server.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files with named columns, and how to read them. */
final class TableOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files with a header line (CSV, TSV) or one object a line (NDJSON); - is stdin")
  List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, tsv or ndjson (default: by the file's name, then by its first line)")
  @Nullable String format;

  @Option(names = "--strict", description = "Stop at the first bad row")
  boolean strict;
}

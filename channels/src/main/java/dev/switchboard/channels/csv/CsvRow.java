package dev.switchboard.channels.csv;

import dev.switchboard.channels.ResumePoint;
import java.util.List;

/** One record of a CSV file, or what stands in the place of one. */
public sealed interface CsvRow {
  /** The line on which it begins, from 1. */
  long line();

  /** Where the next record begins. */
  ResumePoint next();

  /** A record; as many fields as the header has. */
  record Fields(long line, ResumePoint next, List<String> values) implements CsvRow {}

  /** Not a record; a sentence that says what is wrong. */
  record Malformed(long line, ResumePoint next, String reason) implements CsvRow {}
}

package dev.switchboard.engine.incident.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** One subcommand of {@link EvaluateIncidents}: measures something and prints it. */
interface IncidentTable {
  /**
   * @param data the folder of labelled data that is not part of the project; may be absent for
   *     tables that draw their own
   * @throws IOException if data that it needs is missing or unreadable
   */
  void print(Path data, PrintStream out) throws IOException;
}

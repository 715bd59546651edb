package dev.switchboard.engine.incident.evaluate;

import dev.switchboard.engine.incident.detection.evaluate.EvaluateDetection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Whether incidents are seen, how soon, and how often there is none. */
final class DetectionTable implements IncidentTable {
  @Override
  public void print(Path data, PrintStream out) throws IOException {
    EvaluateDetection.print(data, out);
  }
}

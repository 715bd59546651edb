package dev.switchboard.engine.incident.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the tables of docs/evaluation.md: {@code EvaluateIncidents DATA_FOLDER [TABLE...]}. */
public final class EvaluateIncidents {
  private EvaluateIncidents() {}

  /** By name, in the order in which they are printed when none is named. */
  private static Map<String, IncidentTable> tables() {
    Map<String, IncidentTable> tables = new LinkedHashMap<>();
    tables.put("causes", new CausesTable());
    tables.put("grouping", new GroupingTable());
    tables.put("detection", new DetectionTable());
    return tables;
  }

  public static void main(String[] args) throws IOException {
    Map<String, IncidentTable> tables = tables();
    List<String> names =
        new ArrayList<>(List.of(args).subList(Math.min(1, args.length), args.length));
    if (args.length < 1 || !tables.keySet().containsAll(names)) {
      System.err.println(
          "usage: EvaluateIncidents DATA_FOLDER [" + String.join("|", tables.keySet()) + "]...");
      System.exit(2);
    }
    if (names.isEmpty()) {
      names.addAll(tables.keySet());
    }
    for (String name : names) {
      IncidentTable table = tables.get(name);
      if (table != null) {
        System.out.println("== " + name);
        table.print(Path.of(args[0]), System.out);
      }
    }
  }
}

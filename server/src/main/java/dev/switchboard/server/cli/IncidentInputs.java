package dev.switchboard.server.cli;

import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.channels.changes.ServiceMapFile;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --changes} and {@code --services} say; what is wrong in them is named by its line.
 *
 * @param changes in the order in which they began
 * @param problems sentences, each with its file and line; empty if all is well
 */
record IncidentInputs(List<Change> changes, ServiceMap services, List<String> problems) {

  static IncidentInputs read(@Nullable Path changes, @Nullable Path services) throws IOException {
    List<String> problems = new ArrayList<>();
    List<Change> read = changes == null ? List.of() : changes(changes, problems);
    ServiceMap map = services == null ? ServiceMap.EMPTY : services(services, problems);
    return new IncidentInputs(read, map, problems);
  }

  private static List<Change> changes(Path file, List<String> problems) throws IOException {
    List<Change> changes = new ArrayList<>();
    ChangeLines.parseLines(
        bytes(file, "--changes"),
        parsed -> {
          switch (parsed) {
            case ParsedChange.Good(_, var change) -> changes.add(change);
            case ParsedChange.Ignored _ -> {}
            case ParsedChange.Bad(var line, var reason) ->
                problems.add("%s: line %d: %s".formatted(file, line, reason));
          }
        });
    changes.sort(Comparator.comparing(Change::startedAt));
    return changes;
  }

  private static ServiceMap services(Path file, List<String> problems) throws IOException {
    String yaml = new String(bytes(file, "--services"), StandardCharsets.UTF_8);
    ServiceMapFile.Read read = ServiceMapFile.read(yaml);
    read.problems().forEach(problem -> problems.add("%s: %s".formatted(file, problem)));
    return read.map();
  }

  private static byte[] bytes(Path file, String option) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file %s for %s".formatted(file, option));
    }
    return Files.readAllBytes(file);
  }
}

package dev.switchboard.bench.grouping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a stream, one JSON object a line. */
final class ClusterTexts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ClusterTexts() {}

  static List<String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> JSON.readTree(line).path("text").asString())
        .toList();
  }
}

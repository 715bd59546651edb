package dev.switchboard.server.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data sets beside the repository, which are not part of it. */
final class SharedData {
  private SharedData() {}

  /** A file of the data sets; the test is skipped, in words, if it is not there. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("switchboard.data", "../../shared/data"), name);
    assumeTrue(
        Files.isRegularFile(file),
        () -> file + " is not there: set -Dswitchboard.data to the folder of the data sets");
    return file;
  }
}

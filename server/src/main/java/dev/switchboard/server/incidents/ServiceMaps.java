package dev.switchboard.server.incidents;

import dev.switchboard.channels.changes.ServiceMapFile;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The service map of the configuration. */
public final class ServiceMaps {
  private ServiceMaps() {}

  /**
   * Reads the map; an empty one if no file is named.
   *
   * @throws IllegalArgumentException with a sentence that names each line that is wrong
   */
  public static ServiceMap read(@Nullable Path file) {
    if (file == null) {
      return ServiceMap.EMPTY;
    }
    try {
      ServiceMapFile.Read read = ServiceMapFile.read(Files.readString(file));
      if (!read.problems().isEmpty()) {
        throw new IllegalArgumentException(
            "The service map %s is wrong: %s".formatted(file, String.join("; ", read.problems())));
      }
      return read.map();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no service map %s; correct \"services\" in the configuration".formatted(file),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The service map %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.server.app.Configuration;
import dev.switchboard.server.app.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command that needs a store takes. The command line beats the file. */
final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the embedded database and of files (default: ~/.switchboard)")
  @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "An external PostgreSQL, 15 or later, instead of the embedded one")
  @Nullable String database;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the HTTP server, 0 for any that is free (default: 8080)")
  @Nullable Integer port;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, key = value a line")
  @Nullable Path config;

  /** What to start with. */
  Settings settings() {
    return settings(Settings.defaultData());
  }

  /** What to start with, in this folder unless another is named. */
  Settings settings(Path otherwise) {
    Configuration file = configuration();
    Path folder = first(data, file.data());
    Integer chosenPort = first(port, file.port());
    return new Settings(
        folder == null ? otherwise : folder,
        first(database, file.database()),
        chosenPort == null ? Settings.DEFAULT_PORT : chosenPort,
        System.getenv("SWITCHBOARD_API_KEY"),
        file.cases(),
        file.weights(),
        file.triage(),
        file.services(),
        file.reach(null, false),
        file.desk(),
        file.routing());
  }

  /** The same, reached as the command line says. */
  Settings settings(@Nullable String listen, boolean behindProxy) {
    return settings().with(configuration().reach(listen, behindProxy));
  }

  private Configuration configuration() {
    if (config == null) {
      return Configuration.empty();
    }
    try {
      return Configuration.read(config);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no file " + config, e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be read".formatted(config), e);
    }
  }

  private static <T> @Nullable T first(@Nullable T a, @Nullable T b) {
    return a == null ? b : a;
  }
}

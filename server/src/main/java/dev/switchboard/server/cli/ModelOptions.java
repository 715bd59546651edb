package dev.switchboard.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A model, and where the texts stand that it is asked about. */
final class ModelOptions {
  @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A trained model")
  @Nullable Path model;

  @Option(
      names = "--text",
      paramLabel = "COL",
      description = "Column of texts (default: as the model was trained)")
  @Nullable String text;

  ModelFile read() throws IOException {
    return ModelFile.read(Objects.requireNonNull(model));
  }

  /** The column of texts. */
  String textOf(ModelFile known) {
    return text == null ? known.text() : text;
  }
}

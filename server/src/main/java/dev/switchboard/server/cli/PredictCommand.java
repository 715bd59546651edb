package dev.switchboard.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchboard predict}: what a model says of each text, a line a row, in input order. */
@Command(name = "predict", description = "Ask a model about texts")
final class PredictCommand implements Callable<Integer> {
  private static final int OUTPUT_BYTES = 1 << 16;

  @Spec @Nullable CommandSpec spec;
  @Mixin TableOptions table = new TableOptions();
  @Mixin ModelOptions asked = new ModelOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    ModelFile known = asked.read();
    OutputStream out = new BufferedOutputStream(System.out, OUTPUT_BYTES);
    try {
      new TableReading(table, words)
          .read(
              List.of(asked.textOf(known)),
              values -> {
                String said = values.getFirst();
                if (said == null) {
                  return "no text";
                }
                String line = ModelJson.line(known.classifier().predict(said));
                out.write(line.getBytes(StandardCharsets.UTF_8));
                return null;
              });
    } finally {
      out.flush();
    }
    return 0;
  }
}

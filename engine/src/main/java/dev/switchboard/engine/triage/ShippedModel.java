package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.LinearModelBytes;
import dev.switchboard.engine.triage.text.CueLexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The model and the cues that come with the program, as resources beside this class. */
public final class ShippedModel {
  /** The name of the model's resource. */
  public static final String MODEL_NAME = "needs-help.swlm";

  private static final String CUES_NAME = "cues.txt";

  private ShippedModel() {}

  /** The default model of who needs help; docs/model-card.md says what it learned from. */
  public static LinearModel model() {
    return LinearModelBytes.read(bytes(MODEL_NAME));
  }

  /** The default cues. */
  public static CueLexicon lexicon() {
    return CueLexicon.parse(new String(bytes(CUES_NAME), StandardCharsets.UTF_8));
  }

  static byte[] bytes(String name) {
    try (InputStream in = ShippedModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without its resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the resource " + name, e);
    }
  }
}

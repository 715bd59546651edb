package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.LinearModelBytes;
import dev.switchboard.engine.triage.text.CueLexicon;
import dev.switchboard.engine.triage.text.TopicLexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The model and the cues that come with the program, as resources beside this class. */
public final class ShippedModel {
  /** The name of the model's resource. */
  public static final String MODEL_NAME = "needs-help.swlm";

  private static final String CUES_NAME = "cues.txt";
  private static final String TOPICS_NAME = "topics.txt";
  private static final String SYNONYMS_NAME = "synonyms.txt";

  private ShippedModel() {}

  /** The default model of who needs help; docs/model-card.md says what it learned from. */
  public static LinearModel model() {
    return LinearModelBytes.read(bytes(MODEL_NAME));
  }

  /** The default cues. */
  public static CueLexicon lexicon() {
    return CueLexicon.parse(new String(bytes(CUES_NAME), StandardCharsets.UTF_8));
  }

  /** The default topics. */
  public static TopicLexicon topics() {
    return TopicLexicon.parse(
        new String(bytes(TOPICS_NAME), StandardCharsets.UTF_8),
        new String(bytes(SYNONYMS_NAME), StandardCharsets.UTF_8));
  }

  /** Differs when the cues or topics do: a stored classifier only fits those it learned with. */
  public static int cuesFingerprint() {
    int cues = Arrays.hashCode(bytes(CUES_NAME));
    int topics = Arrays.hashCode(bytes(TOPICS_NAME));
    return (cues * 31 + topics) * 31 + Arrays.hashCode(bytes(SYNONYMS_NAME));
  }

  /** Differs when the default model, the cues or the topics do: what was learned starts anew. */
  public static int fingerprint() {
    return cuesFingerprint() * 31 + Arrays.hashCode(bytes(MODEL_NAME));
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

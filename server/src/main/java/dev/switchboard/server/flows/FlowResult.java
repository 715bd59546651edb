package dev.switchboard.server.flows;

import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a change to flows. */
public sealed interface FlowResult {
  /**
   * It is a flow, and is kept unless it was only to be checked.
   *
   * @param isNew false if this version was kept before, with the same text
   * @param hints what is no mistake, but may be meant otherwise: sentences
   */
  record Good(Flow flow, boolean isNew, List<String> hints) implements FlowResult {
    public Good {
      hints = List.copyOf(hints);
    }
  }

  /** It is no flow; nothing was kept. */
  record Wrong(List<Mistake> mistakes) implements FlowResult {
    public Wrong {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * New cases of the brand begin on it.
   *
   * @param before on which they began until then; null if none was chosen
   */
  record Activated(String brand, FlowKey flow, @Nullable FlowKey before) implements FlowResult {}

  /** Not done; the sentence says why and what to do. */
  record Refused(String sentence) implements FlowResult {}

  /** There is no such flow, version or brand. */
  record NoSuch(String sentence) implements FlowResult {}
}

package dev.switchboard.server.console.view.flow;

import dev.switchboard.channels.yaml.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to be a flow, and what is known of it.
 *
 * @param from the words of the version that it began from, or empty
 * @param mistakes with their lines
 * @param problem why it can't be kept though it is a flow, or empty
 * @param good of which flow it is a text: its words; empty if it is none
 * @param isNew whether it is not kept yet
 * @param wide it drawn; null if it is none
 * @param narrow the same for a phone
 */
public record FlowDraft(
    String yaml,
    String from,
    List<Mistake> mistakes,
    String problem,
    String good,
    boolean isNew,
    List<String> hints,
    @Nullable FlowDrawing wide,
    @Nullable FlowDrawing narrow) {
  public FlowDraft {
    mistakes = List.copyOf(mistakes);
    hints = List.copyOf(hints);
  }

  /** A later version of a text: its number is raised, so that it can be kept. */
  public static String raised(String yaml, int version) {
    return yaml.replaceFirst("(?m)^version:[ \\t]*\\d+", "version: " + version);
  }
}

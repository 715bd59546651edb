package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import java.util.List;

/**
 * A flow, drawn: steps as boxes by their state, ways as lines between them. In whole units from the
 * upper left; for a desk states stand beside each other, for a phone steps stand below each other.
 *
 * @param kind {@code wide} or {@code narrow}
 * @param heads the states above their boxes; none on a phone, where each box says its own
 * @param words what it shows, for those who can't see it
 */
public record FlowDrawing(
    String kind,
    int width,
    int height,
    List<Head> heads,
    List<FlowBox> boxes,
    List<FlowLine> lines,
    String words) {
  public FlowDrawing {
    heads = List.copyOf(heads);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /** A state above its boxes. */
  public record Head(int x, int y, String words) {}

  /** States beside each other. */
  public static FlowDrawing wide(Flow flow) {
    return WideFlow.draw(flow);
  }

  /** Steps below each other. */
  public static FlowDrawing narrow(Flow flow) {
    return NarrowFlow.draw(flow);
  }

  static String words(Flow flow) {
    return "%s: %s. Cases begin in %s. The steps below say the same in words."
        .formatted(
            flow.key().words(),
            flow.steps().size() == 1 ? "1 step" : flow.steps().size() + " steps",
            flow.start());
  }
}

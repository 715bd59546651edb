package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.FlowWays.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boxes of a drawing by step, and at which of them each way begins and ends. One thread. */
final class FlowBoxes {
  private final Map<String, FlowBox> boxes = new LinkedHashMap<>();

  void put(String step, FlowBox box) {
    boxes.put(step, box);
  }

  /** In the order in which they were put. */
  List<FlowBox> all() {
    return List.copyOf(boxes.values());
  }

  FlowBox from(Way way) {
    return get(way.from());
  }

  FlowBox to(Way way) {
    return get(String.valueOf(way.to()));
  }

  private FlowBox get(String step) {
    FlowBox box = boxes.get(step);
    if (box == null) {
      throw new IllegalStateException("there is no step " + step);
    }
    return box;
  }
}

package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowWays.Way;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import dev.switchboard.server.console.view.flow.FlowLine.Towards;
import dev.switchboard.server.console.view.flow.Ports.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws a flow for a phone: the steps below each other, in the order of their states; lines go down
 * to the next, or in lanes on the right. For one use.
 */
final class NarrowFlow {
  static final int WIDTH = 340;
  private static final int BOX_WIDTH = 206;
  private static final int BOX_HEIGHT = 58;
  private static final int UNITS_AN_END = 16;
  private static final int TOP = 6;
  private static final int DOWN = 40;
  private static final int FIRST_LANE = 64;
  private static final int LANE = 12;
  private static final int BEND = 8;

  private final Flow flow;
  private final List<Way> ways;
  private final FlowBoxes boxes = new FlowBoxes();
  private final List<String> order = new ArrayList<>();
  private final Ports ports = new Ports();
  private final LineLanes lanes = new LineLanes();

  private NarrowFlow(Flow flow) {
    this.flow = flow;
    this.ways = DrawnWays.of(flow);
  }

  static FlowDrawing draw(Flow flow) {
    return new NarrowFlow(flow).drawing();
  }

  private FlowDrawing drawing() {
    for (Lifecycle state : Lifecycle.values()) {
      flow.steps().stream()
          .filter(step -> step.state() == state)
          .forEach(step -> order.add(step.name()));
    }
    int y = TOP;
    for (String name : order) {
      Step step = flow.getStep(name);
      int height = Math.max(BOX_HEIGHT, (endsBeside(name) + 1) * UNITS_AN_END);
      boxes.put(name, FlowBox.of(flow, step, 2, y, BOX_WIDTH, height));
      y += height + DOWN;
    }
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      if (!isToTheNext(way)) {
        ports.add(way.from(), Side.RIGHT, i, true, boxes.to(way).y());
        ports.add(String.valueOf(way.to()), Side.RIGHT, i, false, boxes.from(way).y());
      }
    }
    boxes.all().forEach(ports::place);
    FlowLine[] lines = new FlowLine[ways.size()];
    IntStream.range(0, ways.size())
        .boxed()
        .sorted(
            Comparator.comparingInt(
                i -> Math.abs(place(ways.get(i).from()) - place(boxes.to(ways.get(i)).step()))))
        .forEach(i -> lines[i] = line(i));
    // More lanes than a phone is wide make the drawing wider, and all of it smaller.
    int width = Math.max(WIDTH, BOX_WIDTH + FIRST_LANE + lanes.count() * LANE + 6);
    return new FlowDrawing(
        "narrow",
        width,
        y - DOWN + TOP,
        List.of(),
        boxes.all(),
        List.of(lines),
        FlowDrawing.words(flow));
  }

  /** How many lines begin or end on the right of a step: each needs room for its word. */
  private int endsBeside(String step) {
    return (int)
        ways.stream()
            .filter(way -> !isToTheNext(way))
            .filter(way -> way.from().equals(step) || step.equals(way.to()))
            .count();
  }

  private int place(String step) {
    return order.indexOf(step);
  }

  private boolean isToTheNext(Way way) {
    return place(String.valueOf(way.to())) - place(way.from()) == 1;
  }

  private FlowLine line(int i) {
    Way way = ways.get(i);
    if (isToTheNext(way)) {
      int x = boxes.from(way).x() + 26;
      int toY = boxes.to(way).y();
      String path = "M%d %dV%d".formatted(x, boxes.from(way).bottom(), toY - 6);
      return line(
          way, path, FlowLine.tip(x, toY, Towards.DOWN), x + 8, toY - DOWN / 2 + 4, "start");
    }
    int fromY = ports.y(i, true);
    int toY = ports.y(i, false);
    int right = boxes.from(way).right();
    int x = right + FIRST_LANE + lanes.take(fromY, toY) * LANE;
    int sign = toY > fromY ? 1 : -1;
    String path =
        "M%d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%d"
            .formatted(
                right,
                fromY,
                x - BEND,
                x,
                fromY,
                x,
                fromY + sign * BEND,
                toY - sign * BEND,
                x,
                toY,
                x - BEND,
                toY,
                right + 6);
    return line(way, path, FlowLine.tip(right, toY, Towards.LEFT), right + 4, fromY - 4, "start");
  }

  private FlowLine line(Way way, String path, String tip, int x, int y, String anchor) {
    String words = DrawnWays.words(way.by());
    return new FlowLine(
        path,
        tip,
        words,
        x,
        y,
        anchor,
        way.named(),
        "%s: %s → %s".formatted(words, way.from(), way.to()));
  }
}

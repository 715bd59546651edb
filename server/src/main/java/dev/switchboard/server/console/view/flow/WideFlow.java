package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowWays.Way;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import dev.switchboard.server.console.view.flow.FlowLine.Towards;
import dev.switchboard.server.console.view.flow.Ports.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws a flow for a desk: a column a state. Lines go across one gap, straight up or down between
 * neighbours, or around: out into the gap, along a lane below or beside the boxes. For one use.
 */
final class WideFlow {
  static final int WIDTH = 1160;
  private static final int BOX_WIDTH = 138;
  private static final int BOX_HEIGHT = 66;
  private static final int LEFT = 26;
  private static final int GAP = 104;
  private static final int TOP = 36;
  private static final int DOWN = 48;
  private static final int LANE = 16;
  private static final int BEND = 10;
  private static final int BESIDE = 20;

  private final Flow flow;
  private final List<Way> ways;
  private final FlowBoxes boxes = new FlowBoxes();
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final Ports ports = new Ports();
  private final LineLanes below = new LineLanes();
  private final Map<Integer, LineLanes> beside = new LinkedHashMap<>();
  private int bottom;

  private WideFlow(Flow flow) {
    this.flow = flow;
    this.ways = DrawnWays.of(flow);
  }

  static FlowDrawing draw(Flow flow) {
    return new WideFlow(flow).drawing();
  }

  private FlowDrawing drawing() {
    List<FlowDrawing.Head> heads = new ArrayList<>();
    place(heads);
    for (int i = 0; i < ways.size(); i++) {
      ends(i);
    }
    boxes.all().forEach(ports::place);
    FlowLine[] lines = new FlowLine[ways.size()];
    // Short ones first: they get the nearest lanes.
    IntStream.range(0, ways.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> length(ways.get(i))))
        .forEach(i -> lines[i] = line(i));
    int height = bottom + 12 + (below.count() == 0 ? 0 : below.count() * LANE + 14);
    return new FlowDrawing(
        "wide", WIDTH, height, heads, boxes.all(), List.of(lines), FlowDrawing.words(flow));
  }

  private void place(List<FlowDrawing.Head> heads) {
    int most = 1;
    for (Lifecycle state : Lifecycle.values()) {
      most = Math.max(most, steps(state).size());
    }
    int height = most * BOX_HEIGHT + (most - 1) * DOWN;
    bottom = TOP + height;
    for (Lifecycle state : Lifecycle.values()) {
      int x = x(state.ordinal());
      heads.add(new FlowDrawing.Head(x + BOX_WIDTH / 2, 16, state.word()));
      List<Step> steps = steps(state);
      int mine = steps.size() * BOX_HEIGHT + (steps.size() - 1) * DOWN;
      int y = TOP + (height - mine) / 2;
      for (int row = 0; row < steps.size(); row++) {
        Step step = steps.get(row);
        boxes.put(step.name(), FlowBox.of(flow, step, x, y, BOX_WIDTH, BOX_HEIGHT));
        rows.put(step.name(), row);
        y += BOX_HEIGHT + DOWN;
      }
    }
  }

  private List<Step> steps(Lifecycle state) {
    return flow.steps().stream().filter(step -> step.state() == state).toList();
  }

  private static int x(int column) {
    return LEFT + column * (BOX_WIDTH + GAP);
  }

  private int columns(Way way) {
    return boxes.to(way).state().ordinal() - boxes.from(way).state().ordinal();
  }

  private int length(Way way) {
    return Math.abs(columns(way)) * 1000 + Math.abs(boxes.from(way).y() - boxes.to(way).y());
  }

  private boolean areNeighbours(Way way) {
    return columns(way) == 0 && Math.abs(row(way.from()) - row(String.valueOf(way.to()))) == 1;
  }

  private int row(String step) {
    return rows.getOrDefault(step, 0);
  }

  /** Says on which sides a line begins and ends. */
  private void ends(int i) {
    Way way = ways.get(i);
    if (areNeighbours(way)) {
      return;
    }
    boolean back = columns(way) == -1;
    boolean around = Math.abs(columns(way)) > 1;
    Side out = back ? Side.LEFT : Side.RIGHT;
    Side in = back || columns(way) == 0 ? Side.RIGHT : Side.LEFT;
    ports.add(way.from(), out, i, true, around ? Integer.MAX_VALUE : boxes.to(way).y());
    ports.add(
        String.valueOf(way.to()), in, i, false, around ? Integer.MAX_VALUE : boxes.from(way).y());
  }

  private FlowLine line(int i) {
    Way way = ways.get(i);
    if (areNeighbours(way)) {
      return upOrDown(way);
    }
    int fromY = ports.y(i, true);
    int toY = ports.y(i, false);
    return switch (columns(way)) {
      case 1 -> across(way, boxes.from(way).right(), fromY, boxes.to(way).x(), toY, Towards.RIGHT);
      case -1 -> across(way, boxes.from(way).x(), fromY, boxes.to(way).right(), toY, Towards.LEFT);
      case 0 -> beside(way, fromY, toY);
      default -> around(way, fromY, toY);
    };
  }

  /** Between neighbours of a column: down on the left of the middle, up on the right. */
  private FlowLine upOrDown(Way way) {
    boolean down = boxes.from(way).y() < boxes.to(way).y();
    int x = boxes.from(way).middle() + (down ? -12 : 12);
    int fromY = down ? boxes.from(way).bottom() : boxes.from(way).y();
    int toY = down ? boxes.to(way).y() : boxes.to(way).bottom();
    String path = "M%d %dV%d".formatted(x, fromY, toY + (down ? -6 : 6));
    return line(
        way,
        path,
        FlowLine.tip(x, toY, down ? Towards.DOWN : Towards.UP),
        x + (down ? -7 : 7),
        (fromY + toY) / 2 + 4,
        down ? "end" : "start");
  }

  /** Over one gap. */
  private FlowLine across(Way way, int fromX, int fromY, int toX, int toY, Towards towards) {
    int sign = towards == Towards.RIGHT ? 1 : -1;
    int bend = GAP / 2 * sign;
    String path =
        "M%d %dC%d %d %d %d %d %d"
            .formatted(fromX, fromY, fromX + bend, fromY, toX - bend, toY, toX - 6 * sign, toY);
    return line(
        way,
        path,
        FlowLine.tip(toX, toY, towards),
        fromX + 8 * sign,
        fromY - 5,
        sign > 0 ? "start" : "end");
  }

  /** To another box of the same column, past those between, in the gap on the right. */
  private FlowLine beside(Way way, int fromY, int toY) {
    FlowBox box = boxes.from(way);
    int column = box.state().ordinal();
    int lane = beside.computeIfAbsent(column, _ -> new LineLanes()).take(fromY, toY);
    int x = box.right() + BESIDE + lane * LANE;
    String path =
        "M%d %dH%d%sH%d"
            .formatted(box.right(), fromY, x - BEND, turns(x, fromY, toY), box.right() + 6);
    return line(
        way,
        path,
        FlowLine.tip(box.right(), toY, Towards.LEFT),
        x + 5,
        (fromY + toY) / 2 + 4,
        "start");
  }

  /** Two quarter turns: out to a vertical stretch at x, along it, and back in. */
  private static String turns(int x, int fromY, int toY) {
    int sign = toY > fromY ? 1 : -1;
    return "Q%d %d %d %dV%dQ%d %d %d %d"
        .formatted(x, fromY, x, fromY + sign * BEND, toY - sign * BEND, x, toY, x - BEND, toY);
  }

  /** Over several columns: out on the right, along a lane below all boxes, in on the left. */
  private FlowLine around(Way way, int fromY, int toY) {
    int out = boxes.from(way).right() + BESIDE;
    int in = boxes.to(way).x() - BESIDE;
    int lane = below.take(out, in);
    int y = bottom + 16 + lane * LANE;
    int sign = in < out ? -1 : 1;
    String path =
        String.format(
            Locale.ROOT,
            "M%d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%d",
            boxes.from(way).right(),
            fromY,
            out - BEND,
            out,
            fromY,
            out,
            fromY + BEND,
            y - BEND,
            out,
            y,
            out + sign * BEND,
            y,
            in - sign * BEND,
            in,
            y,
            in,
            y - BEND,
            toY + BEND,
            in,
            toY,
            in + BEND,
            toY,
            boxes.to(way).x() - 6);
    return line(
        way,
        path,
        FlowLine.tip(boxes.to(way).x(), toY, Towards.RIGHT),
        (in + out) / 2,
        y - 4,
        "middle");
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

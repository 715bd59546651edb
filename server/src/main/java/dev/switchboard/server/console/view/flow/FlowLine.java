package dev.switchboard.server.console.view.flow;

/**
 * A way between two steps in a drawing.
 *
 * @param path of an SVG
 * @param tip the path of its arrow's tip
 * @param words what happens
 * @param wordsX where the words stand
 * @param wordsY their base line
 * @param anchor of an SVG's text: start, middle or end
 * @param named whether the flow says so; the usual ways are quieter
 * @param title both steps and what happens
 */
public record FlowLine(
    String path,
    String tip,
    String words,
    int wordsX,
    int wordsY,
    String anchor,
    boolean named,
    String title) {

  /** Towards where a line's tip points. */
  enum Towards {
    RIGHT,
    LEFT,
    UP,
    DOWN
  }

  /** The path of a tip at a point. */
  static String tip(int x, int y, Towards towards) {
    return switch (towards) {
      case RIGHT -> "M%d %dl-8 -4.5v9z".formatted(x, y);
      case LEFT -> "M%d %dl8 -4.5v9z".formatted(x, y);
      case UP -> "M%d %dl-4.5 8h9z".formatted(x, y);
      case DOWN -> "M%d %dl-4.5 -8h9z".formatted(x, y);
    };
  }
}

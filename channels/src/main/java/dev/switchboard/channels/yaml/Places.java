package dev.switchboard.channels.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Where what stands in a document, and what is wrong with it. One thread. */
public final class Places {
  /** More mistakes than these are not told of. */
  public static final int MAX_MISTAKES = 200;

  private final Map<String, Mark> marks = new HashMap<>();
  private final TreeSet<Mistake> mistakes = new TreeSet<>();
  private final Mark start;

  /** Of a document that starts there. */
  public Places(Mark start) {
    this.start = start;
    marks.put("", start);
  }

  public void put(String path, Node node) {
    marks.putIfAbsent(path, node.getStartMark());
  }

  /** Something is wrong with a node. */
  public void wrong(Node node, String what) {
    add(node.getStartMark(), what);
  }

  /** Something is wrong at a path, or at the nearest one above it that is written down. */
  public void wrongAt(String path, String what) {
    String known = path;
    while (!marks.containsKey(known) && known.contains(".")) {
      known = known.substring(0, known.lastIndexOf('.'));
    }
    add(marks.getOrDefault(known, start), what);
  }

  private void add(Mark mark, String what) {
    if (mistakes.size() < MAX_MISTAKES) {
      mistakes.add(new Mistake(mark.getLine() + 1, mark.getColumn() + 1, what));
    }
  }

  public boolean isEmpty() {
    return mistakes.isEmpty();
  }

  public TreeSet<Mistake> mistakes() {
    return mistakes;
  }
}

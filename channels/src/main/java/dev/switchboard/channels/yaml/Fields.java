package dev.switchboard.channels.yaml;

import dev.switchboard.engine.process.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values of one map of a document. What can't be read is told of, with its place, and
 * is as if it were not there. One thread.
 */
public final class Fields {
  private final String path;
  private final Places places;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Fields(String path, Places places) {
    this.path = path;
    this.places = places;
  }

  /** The fields of a map whose keys are known; others are told of, with what may be meant. */
  public static Fields of(Node node, String path, String what, List<String> known, Places places) {
    Fields fields = any(node, path, what, places);
    for (NodeTuple tuple : tuples(node)) {
      String key = text(tuple.getKeyNode());
      if (key != null && !known.contains(key)) {
        String near = Nearest.question(key, known);
        places.wrong(
            tuple.getKeyNode(),
            "unknown key \"%s\" in %s%s"
                .formatted(key, what, near.isEmpty() ? "; there are " + list(known) : near));
        fields.values.remove(key);
      }
    }
    return fields;
  }

  /** The fields of a map whose keys are names. */
  public static Fields any(Node node, String path, String what, Places places) {
    Fields fields = new Fields(path, places);
    if (!(node instanceof MappingNode)) {
      places.wrong(node, "%s has keys with values, and is not %s".formatted(what, kind(node)));
    }
    for (NodeTuple tuple : tuples(node)) {
      String key = text(tuple.getKeyNode());
      if (key == null || key.isBlank()) {
        places.wrong(tuple.getKeyNode(), "a key of %s is a word".formatted(what));
      } else if (fields.values.putIfAbsent(key, tuple.getValueNode()) != null) {
        places.wrong(
            tuple.getKeyNode(), "key \"%s\" is twice in %s; the first counts".formatted(key, what));
      } else {
        Node value = tuple.getValueNode();
        boolean single = value instanceof ScalarNode && !isNull(value);
        places.put(fields.path(key), single ? value : tuple.getKeyNode());
      }
    }
    return fields;
  }

  private static List<NodeTuple> tuples(Node node) {
    return node instanceof MappingNode map ? map.getValue() : List.of();
  }

  /** Whether it is a map without any key. */
  public static boolean isEmptyMap(Node node) {
    return node instanceof MappingNode map && map.getValue().isEmpty();
  }

  public String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** The value of a key, if it is there and not empty. */
  public Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key)).filter(node -> !isNull(node));
  }

  /** The single value of a key, as it is written; null if there is none. */
  public @Nullable String word(String key) {
    Node node = find(key).orElse(null);
    String text = node == null ? null : text(node);
    if (node != null && text == null) {
      places.wrong(node, "%s has a single value, and is not %s".formatted(key, kind(node)));
    }
    return text;
  }

  /** A single value as something, which may be refused with a sentence; null if there is none. */
  public <T> @Nullable T read(String key, Function<String, T> reader) {
    String text = word(key);
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException e) {
      places.wrongAt(path(key), key + ": " + e.getMessage());
      return null;
    }
  }

  /** Each of several values as something; a single value is a list of one. */
  public <T> List<T> readAll(String key, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (Node item : items(key)) {
      String text = text(item);
      try {
        if (text == null || text.isBlank()) {
          places.wrong(item, "%s is a list of words, without %s".formatted(key, kind(item)));
        } else {
          read.add(reader.apply(text.strip()));
        }
      } catch (IllegalArgumentException e) {
        places.wrong(item, key + ": " + e.getMessage());
      }
    }
    return read;
  }

  /** The values of a key that may be one or many. */
  public List<Node> items(String key) {
    Node node = find(key).orElse(null);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** One of a few words. */
  public static <T> T oneOf(String word, Function<String, Optional<T>> find, List<String> known) {
    return find.apply(word)
        .orElseThrow(
            () -> {
              String near = Nearest.question(word, known);
              return new IllegalArgumentException(
                  "there is no \"%s\"%s"
                      .formatted(word, near.isEmpty() ? "; there are " + list(known) : near));
            });
  }

  public static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar && !isNull(node) ? scalar.getValue() : null;
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private static String kind(Node node) {
    if (isNull(node)) {
      return "empty";
    }
    return switch (node) {
      case MappingNode _ -> "a map";
      case SequenceNode _ -> "a list";
      default -> "a single value";
    };
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }
}

package dev.switchboard.channels.changes;

import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a service map: {@code services: {checkout: {dependsOn: [payments], words: [pay, card],
 * regions: [eu]}}}. What is wrong is named with its line; what is right beside it is kept. For one
 * thread.
 */
public final class ServiceMapFile {
  /** The longest map. */
  public static final int MAX_CHARS = 4 << 20;

  /**
   * What a map turned out to be.
   *
   * @param map all services that could be read
   * @param problems sentences, each with its line; empty if all is well
   */
  public record Read(ServiceMap map, List<String> problems) {}

  private static final Set<String> FIELDS = Set.of("dependsOn", "words", "regions");

  private final List<Service> services = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private ServiceMapFile() {}

  public static Read read(String yaml) {
    ServiceMapFile file = new ServiceMapFile();
    if (yaml.length() > MAX_CHARS) {
      file.problems.add("a service map is longer than " + MAX_CHARS + " characters");
    } else {
      file.readAll(yaml);
    }
    return new Read(new ServiceMap(file.services), List.copyOf(file.problems));
  }

  private void readAll(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARS);
    options.setMaxAliasesForCollections(50);
    try {
      Node root = new Yaml(options).compose(new StringReader(yaml));
      if (root == null) {
        problems.add("line 1: the map is empty: start it with services:");
      } else if (root instanceof MappingNode mapping) {
        readRoot(mapping);
      } else {
        problem(root, "a service map starts with services:, not with " + described(root));
      }
    } catch (MarkedYAMLException e) {
      String line =
          e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1) + ": ";
      problems.add(line + "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add("not YAML: " + e.getMessage());
    }
  }

  private void readRoot(MappingNode root) {
    boolean found = false;
    for (NodeTuple field : root.getValue()) {
      String name = text(field.getKeyNode());
      if (!"services".equals(name)) {
        problem(field.getKeyNode(), "unknown field " + name + ": a service map has services only");
      } else if (field.getValueNode() instanceof MappingNode all) {
        found = true;
        all.getValue().forEach(this::readService);
      } else {
        found = true;
        problem(
            field.getValueNode(),
            "services must map names to services, not be " + described(field.getValueNode()));
      }
    }
    if (!found) {
      problem(root, "services: is missing");
    }
  }

  private void readService(NodeTuple entry) {
    String name = text(entry.getKeyNode());
    if (name == null || name.isBlank()) {
      problem(entry.getKeyNode(), "a service needs a name");
      return;
    }
    if (!names.add(name.strip().toLowerCase(Locale.ROOT))) {
      problem(entry.getKeyNode(), "service " + name + " is there twice: the first one counts");
      return;
    }
    List<String> dependsOn = List.of();
    List<String> words = List.of();
    List<String> regions = List.of();
    for (NodeTuple field : fields(name, entry.getValueNode())) {
      String key = text(field.getKeyNode());
      List<String> values = strings(name + "." + key, field.getValueNode());
      switch (key) {
        case "dependsOn" -> dependsOn = values;
        case "words" -> words = values;
        case "regions" -> regions = values;
        case null, default ->
            problem(
                field.getKeyNode(),
                "unknown field " + key + " of service " + name + ": there are " + sorted());
      }
    }
    services.add(new Service(name.strip(), dependsOn, words, regions));
  }

  private List<NodeTuple> fields(String service, Node value) {
    if (value instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    if (!isNull(value)) {
      problem(value, "service " + service + " must have fields " + sorted());
    }
    return List.of();
  }

  private List<String> strings(String what, Node value) {
    List<String> strings = new ArrayList<>();
    List<Node> items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    if (isNull(value)) {
      return strings;
    }
    for (Node item : items) {
      String text = text(item);
      if (text == null || text.isBlank()) {
        problem(item, what + " must be a list of texts, not " + described(item));
      } else {
        strings.add(text.strip());
      }
    }
    return strings;
  }

  private static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar && !isNull(node) ? scalar.getValue() : null;
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private void problem(Node node, String what) {
    problems.add("line " + (node.getStartMark().getLine() + 1) + ": " + what);
  }

  private static String sorted() {
    return String.join(", ", FIELDS.stream().sorted().toList());
  }

  private static String described(Node node) {
    if (isNull(node)) {
      return "nothing";
    }
    return switch (node) {
      case MappingNode _ -> "a map";
      case SequenceNode _ -> "a list";
      default -> "a single value";
    };
  }
}

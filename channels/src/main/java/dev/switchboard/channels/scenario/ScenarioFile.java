package dev.switchboard.channels.scenario;

import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.channels.yaml.Places;
import dev.switchboard.channels.yaml.Unreadable;
import dev.switchboard.engine.routing.simulate.Scenario;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a day to simulate, as YAML. All that is wrong is told, with its line and column;
 * docs/simulation.md describes the keys.
 */
public final class ScenarioFile {
  public static final int MAX_CHARS = 1 << 18;

  private ScenarioFile() {}

  /**
   * What a file turned out to be.
   *
   * @param scenario if nothing is wrong
   * @param mistakes in the order of lines; empty if all is well
   */
  public record Read(Optional<Scenario> scenario, List<Mistake> mistakes) {
    public Read {
      mistakes = mistakes.stream().sorted().toList();
    }
  }

  public static Read read(String yaml) {
    if (yaml.length() > MAX_CHARS) {
      return wrong(null, "a scenario has at most %d characters".formatted(MAX_CHARS));
    }
    Optional<Mistake> unreadable = Unreadable.find(yaml);
    if (unreadable.isPresent()) {
      return new Read(Optional.empty(), List.of(unreadable.get()));
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARS);
    options.setMaxAliasesForCollections(50);
    try {
      Node document = new Yaml(options).compose(new StringReader(yaml));
      if (document == null) {
        return wrong(null, "the file is empty; start it with scenario: and a name");
      }
      Places places = new Places(document.getStartMark());
      Optional<Scenario> scenario = new ScenarioReader(places).read(document);
      return new Read(scenario, new ArrayList<>(places.mistakes()));
    } catch (MarkedYAMLException e) {
      return wrong(e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      return wrong(null, "not YAML: " + e.getMessage());
    }
  }

  private static Read wrong(@Nullable Mark mark, String what) {
    int line = mark == null ? 1 : mark.getLine() + 1;
    int column = mark == null ? 1 : mark.getColumn() + 1;
    return new Read(Optional.empty(), List.of(new Mistake(line, column, what)));
  }
}

package dev.switchboard.channels.flows;

import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.channels.yaml.Places;
import dev.switchboard.channels.yaml.Unreadable;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads flows: a YAML document each, with {@code ---} between them. All that is wrong is told, with
 * its line and column; a flow in which something is wrong is left out, and its neighbours are kept.
 * docs/flows.md describes the keys. For one thread.
 */
public final class FlowFile {
  public static final int MAX_CHARS = 1 << 20;
  public static final int MAX_FLOWS = 50;

  private final List<Flow> flows = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<FlowKey> keys = new HashSet<>();
  private final boolean kept;

  private FlowFile(boolean kept) {
    this.kept = kept;
  }

  /**
   * What a file turned out to be.
   *
   * @param flows those in which nothing is wrong
   * @param mistakes in the order of lines; empty if all is well
   */
  public record Read(List<Flow> flows, List<Mistake> mistakes) {
    public Read {
      flows = List.copyOf(flows);
      mistakes = mistakes.stream().sorted().toList();
    }

    /** The mistakes, each with its place. */
    public List<String> sentences() {
      return mistakes.stream().map(Mistake::text).toList();
    }
  }

  public static Read read(String yaml) {
    return read(yaml, false);
  }

  /**
   * Reads what was right when it was kept: what is told since then to those who write does not
   * matter, unless it stops cases.
   */
  public static Read readKept(String yaml) {
    return read(yaml, true);
  }

  private static Read read(String yaml, boolean kept) {
    FlowFile file = new FlowFile(kept);
    if (yaml.length() > MAX_CHARS) {
      file.mistake(1, 1, "a file of flows has at most %d characters".formatted(MAX_CHARS));
    } else {
      Unreadable.find(yaml).ifPresentOrElse(file.mistakes::add, () -> file.readAll(yaml));
    }
    return new Read(file.flows, file.mistakes);
  }

  private void readAll(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARS);
    options.setMaxAliasesForCollections(50);
    int documents = 0;
    try {
      for (Node document : new Yaml(options).composeAll(new StringReader(yaml))) {
        if (++documents > MAX_FLOWS) {
          wrong(document.getStartMark(), "a file has at most %d flows".formatted(MAX_FLOWS));
          return;
        }
        readFlow(document);
      }
      if (documents == 0) {
        mistake(1, 1, "the file is empty; start it with flow: and a name");
      }
    } catch (MarkedYAMLException e) {
      wrong(e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      mistake(1, 1, "not YAML: " + e.getMessage());
    }
  }

  private void readFlow(Node document) {
    Places places = new Places(document.getStartMark());
    new FlowReader(places, kept)
        .read(document)
        .ifPresent(
            flow -> {
              if (keys.add(flow.key())) {
                flows.add(flow);
              } else {
                places.wrongAt("flow", "%s is there twice".formatted(flow.key().words()));
              }
            });
    mistakes.addAll(places.mistakes());
  }

  private void wrong(@Nullable Mark mark, String what) {
    mistake(mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, what);
  }

  private void mistake(int line, int column, String what) {
    mistakes.add(new Mistake(line, column, what));
  }
}

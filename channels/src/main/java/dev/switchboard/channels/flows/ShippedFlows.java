package dev.switchboard.channels.flows;

import dev.switchboard.engine.process.Flow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The flows that come with Switchboard, to use as they are or to begin from. */
public enum ShippedFlows {
  /** Nothing is asked of anybody and nothing is due: for who has chosen no other. */
  PLAIN("plain"),
  /** One person answers everything. */
  SPOKESPERSON("spokesperson"),
  /** A team with leads who are called and who approve. */
  SERVICE_TEAM("service-team"),
  /** Teams, experts and volunteers from the whole company. */
  WHOLE_COMPANY("whole-company");

  private final String name;

  ShippedFlows(String name) {
    this.name = name;
  }

  /** The file, as a company would write it. */
  public String yaml() {
    try (InputStream in = ShippedFlows.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the flow %s is not in the program".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Flow flow() {
    FlowFile.Read read = FlowFile.read(yaml());
    if (!read.mistakes().isEmpty()) {
      throw new IllegalStateException(name + ": " + String.join("; ", read.sentences()));
    }
    return read.flows().getFirst();
  }

  /** The name, as the flow itself says it. */
  public String word() {
    return name;
  }

  public static List<Flow> all() {
    return List.of(values()).stream().map(ShippedFlows::flow).toList();
  }
}

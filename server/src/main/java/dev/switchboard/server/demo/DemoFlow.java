package dev.switchboard.server.demo;

import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.flows.FlowResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The flow by which the made-up airline works, with what is due. */
public final class DemoFlow {
  private static final String FILE = "aurora-air.yaml";

  private DemoFlow() {}

  /**
   * Keeps the flow and lets the airline's new cases begin on it, unless somebody has chosen another
   * in an earlier run; the airline must have been heard of.
   */
  public static void bring(FlowDesk flows) {
    boolean chosen =
        flows.reads().brands().stream()
            .anyMatch(brand -> brand.brand().equals(Airline.BRAND) && brand.flow() != null);
    if (chosen) {
      return;
    }
    FlowResult kept = flows.save(yaml(), null);
    if (!(kept instanceof FlowResult.Good(var flow, _, _))) {
      throw new IllegalStateException(FILE + " is not kept as a flow: " + kept);
    }
    FlowResult begun = flows.activate(flow.key(), Airline.BRAND, null);
    if (!(begun instanceof FlowResult.Activated)) {
      throw new IllegalStateException(FILE + " is not begun on: " + begun);
    }
  }

  static String yaml() {
    try (InputStream in = DemoFlow.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing beside " + DemoFlow.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " can't be read", e);
    }
  }
}

package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutFlows;
import tools.jackson.core.JsonGenerator;

/** What events about companies' flows say, field by field. */
final class FlowEventJson {
  private FlowEventJson() {}

  static void fields(AboutFlows event, JsonGenerator json) {
    switch (event) {
      case AboutFlows.Saved(var flow, var version) -> key(json, flow, version);
      case AboutFlows.Activated(var flow, var version, var before) -> {
        key(json, flow, version);
        if (before != null) {
          json.writeStringProperty("before", before);
        }
      }
    }
  }

  private static void key(JsonGenerator json, String flow, int version) {
    json.writeStringProperty("flow", flow);
    json.writeNumberProperty("version", version);
  }
}

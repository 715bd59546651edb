package dev.switchboard.channels.flows;

import dev.switchboard.channels.yaml.Fields;
import dev.switchboard.channels.yaml.Places;
import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Escalation;
import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.process.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the steps of one document. */
final class StepReader {
  static final List<String> KEYS =
      List.of("state", "who", "within", "approval", "escalate", "next");
  static final List<String> GROUP = List.of("roles", "teams", "topics");
  static final List<String> APPROVAL = List.of("when", "by");
  static final List<String> ESCALATION = List.of("after", "to");
  static final List<String> STATES =
      Arrays.stream(Lifecycle.values()).map(Lifecycle::word).toList();
  static final List<String> ROLES = Arrays.stream(FlowRole.values()).map(FlowRole::word).toList();
  static final List<String> OCCASIONS =
      Arrays.stream(Approval.Occasion.values()).map(Approval.Occasion::word).toList();
  static final List<String> TRIGGERS = Arrays.stream(Trigger.values()).map(Trigger::word).toList();

  private final Places places;
  private final Set<String> unclear = new HashSet<>();

  StepReader(Places places) {
    this.places = places;
  }

  /** The steps whose state could not be read, so that nothing follows of it. */
  Set<String> unclear() {
    return unclear;
  }

  /** A step with what could be read of it. */
  Step read(String name, Fields steps) {
    String path = steps.path(name);
    String what = "step \"%s\"".formatted(name);
    Node node = steps.find(name).orElse(null);
    if (node == null) {
      places.wrongAt(path, what + " needs a state");
      unclear.add(name);
      return Step.of(name, Lifecycle.WAITING);
    }
    Fields fields = Fields.of(node, path, what, KEYS, places);
    return new Step(
        name,
        state(name, fields),
        who(fields, "who"),
        fields.read("within", DurationText::parse),
        approval(fields),
        escalations(fields),
        next(fields));
  }

  private Lifecycle state(String name, Fields fields) {
    if (fields.find("state").isEmpty()) {
      places.wrongAt(
          fields.path("state"),
          "step \"%s\" needs a state: %s".formatted(name, String.join(", ", STATES)));
    }
    Lifecycle state = fields.read("state", word -> Fields.oneOf(word, Lifecycle::find, STATES));
    if (state == null) {
      unclear.add(name);
      return Lifecycle.WAITING;
    }
    return state;
  }

  private Who who(Fields fields, String key) {
    List<Group> groups = new ArrayList<>();
    List<Node> items = fields.items(key);
    for (Node item : items) {
      if (Fields.isEmptyMap(item)) {
        continue;
      }
      Fields group = Fields.of(item, fields.path(key), key, GROUP, places);
      groups.add(
          new Group(
              group.readAll("roles", word -> Fields.oneOf(word, FlowRole::find, ROLES)),
              group.readAll("teams", word -> word),
              group.readAll("topics", word -> word)));
    }
    try {
      return new Who(groups);
    } catch (IllegalArgumentException e) {
      places.wrongAt(fields.path(key), key + ": " + e.getMessage());
      return Who.EVERYBODY;
    }
  }

  private @Nullable Approval approval(Fields fields) {
    Node node = fields.find("approval").orElse(null);
    if (node == null) {
      return null;
    }
    String path = fields.path("approval");
    Fields approval = Fields.of(node, path, "approval", APPROVAL, places);
    List<Approval.Occasion> when =
        approval.readAll("when", word -> Fields.oneOf(word, Approval.Occasion::find, OCCASIONS));
    Who by = who(approval, "by");
    if (approval.find("when").isEmpty()) {
      places.wrongAt(path, "approval needs when: one or more of " + String.join(", ", OCCASIONS));
    }
    return when.isEmpty() ? null : new Approval(when, by);
  }

  private List<Escalation> escalations(Fields fields) {
    List<Escalation> escalations = new ArrayList<>();
    List<Node> items = fields.items("escalate");
    for (int i = 0; i < items.size(); i++) {
      String path = fields.path("escalate") + "." + i;
      places.put(path, items.get(i));
      Fields item = Fields.of(items.get(i), path, "escalate", ESCALATION, places);
      if (item.find("after").isEmpty()) {
        places.wrongAt(path, "an escalation needs after: and a time, such as 30m");
      }
      Duration after = item.read("after", DurationText::parse);
      Who to = who(item, "to");
      if (after != null) {
        escalations.add(new Escalation(after, to));
      }
    }
    return escalations;
  }

  private Map<Trigger, String> next(Fields fields) {
    Map<Trigger, String> next = new EnumMap<>(Trigger.class);
    Node node = fields.find("next").orElse(null);
    if (node == null) {
      return next;
    }
    Fields all = Fields.of(node, fields.path("next"), "next", TRIGGERS, places);
    for (String key : all.keys()) {
      String to = all.word(key);
      Trigger.find(key)
          .ifPresent(
              trigger -> {
                if (to != null) {
                  next.put(trigger, to);
                }
              });
    }
    return next;
  }
}

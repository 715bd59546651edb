package dev.switchboard.channels.flows;

import dev.switchboard.channels.yaml.Fields;
import dev.switchboard.channels.yaml.Places;
import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.deadline.Hours;
import dev.switchboard.engine.deadline.HoursText;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowCheck;
import dev.switchboard.engine.process.FlowMistake;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one document as a flow. For one use. */
final class FlowReader {
  static final List<String> KEYS =
      List.of("flow", "version", "start", "hours", "holidays", "deadlines", "policies", "steps");
  static final List<String> DEADLINES = List.of("firstAnswer", "nextAnswer", "close");
  static final List<String> POLICIES = List.of("pauseWhileAnswered", "foresee");

  private final Places places;
  private final boolean kept;

  /**
   * @param kept whether only what stops cases counts
   */
  FlowReader(Places places, boolean kept) {
    this.places = places;
    this.kept = kept;
  }

  /** The flow, if nothing is wrong; {@code places} has what is. */
  Optional<Flow> read(Node document) {
    Fields fields = Fields.of(document, "", "a flow", KEYS, places);
    String name = fields.word("flow");
    Integer version = fields.read("version", FlowReader::number);
    need(fields, "flow", "flow: is missing; give the flow a name");
    need(fields, "version", "version: is missing; begin with 1, and raise it with each change");
    BusinessHours hours = hours(fields);
    DeadlinePolicy deadlines = deadlines(fields, hours);
    StepReader reader = new StepReader(places);
    List<Step> steps = steps(fields, reader);
    String start = fields.word("start");
    String first = start != null ? start : firstWaiting(steps);
    List<FlowMistake> mistakes =
        FlowCheck.mistakes(
                name == null ? "unnamed" : name,
                version == null ? 1 : version,
                first,
                deadlines,
                steps)
            .stream()
            .filter(mistake -> !kept || mistake.stops())
            .toList();
    mistakes.stream()
        .filter(mistake -> isClear(mistake, reader.unclear()))
        .forEach(mistake -> places.wrongAt(mistake.path(), mistake.what()));
    return places.isEmpty() && mistakes.isEmpty() && name != null && version != null
        ? Optional.of(new Flow(name, version, first, deadlines, steps))
        : Optional.empty();
  }

  private void need(Fields fields, String key, String otherwise) {
    if (fields.find(key).isEmpty()) {
      places.wrongAt(key, otherwise);
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"%s\" is no whole number".formatted(text), e);
    }
  }

  private BusinessHours hours(Fields fields) {
    Map<LocalDate, List<Hours>> holidays = new HashMap<>();
    fields.readAll("holidays", text -> holiday(text, holidays));
    Roster week = fields.read("hours", FlowReader::week);
    Roster always = BusinessHours.always(ZoneOffset.UTC).week();
    try {
      return new BusinessHours(week == null ? always : week, holidays);
    } catch (IllegalArgumentException e) {
      places.wrongAt("holidays", "holidays: " + e.getMessage());
      return BusinessHours.of(always);
    }
  }

  private static LocalDate holiday(String text, Map<LocalDate, List<Hours>> holidays) {
    HoursText day = HoursText.parse(text);
    if (holidays.putIfAbsent(day.date(), day.hours()) != null) {
      throw new IllegalArgumentException(
          "%s is there twice; write all of its hours in one place".formatted(day.date()));
    }
    return day.date();
  }

  private static Roster week(String text) {
    Roster week = RosterText.parse(text);
    BusinessHours.of(week);
    return week;
  }

  private DeadlinePolicy deadlines(Fields fields, BusinessHours hours) {
    Map<DeadlineKind, Duration> targets = new EnumMap<>(DeadlineKind.class);
    fields
        .find("deadlines")
        .ifPresent(
            node -> {
              Fields all = Fields.of(node, "deadlines", "deadlines", DEADLINES, places);
              target(all, DeadlineKind.FIRST_ANSWER, hours, targets);
              target(all, DeadlineKind.NEXT_ANSWER, hours, targets);
              target(all, DeadlineKind.CLOSE, hours, targets);
            });
    Boolean paused = null;
    Double share = null;
    Node policies = fields.find("policies").orElse(null);
    if (policies != null) {
      Fields all = Fields.of(policies, "policies", "policies", POLICIES, places);
      paused = all.read("pauseWhileAnswered", FlowReader::yesOrNo);
      share = all.read("foresee", FlowReader::share);
    }
    return new DeadlinePolicy(
        hours,
        targets,
        paused == null || paused,
        share == null ? DeadlinePolicy.USUAL_SHARE : share);
  }

  private void target(
      Fields fields, DeadlineKind kind, BusinessHours hours, Map<DeadlineKind, Duration> targets) {
    Duration target = fields.read(kind.word(), DurationText::parse);
    if (target == null) {
      return;
    }
    hours
        .findProblem(target)
        .ifPresentOrElse(
            problem -> places.wrongAt(fields.path(kind.word()), problem),
            () -> targets.put(kind, target));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("write true or false, not " + text);
    };
  }

  private static double share(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > 100) {
      throw new IllegalArgumentException(
          "\"%s\" is no share of a target; write one such as 25%%".formatted(text));
    }
    return Integer.parseInt(digits) / 100.0;
  }

  private List<Step> steps(Fields fields, StepReader reader) {
    Node node = fields.find("steps").orElse(null);
    if (node == null) {
      places.wrongAt("steps", "steps: is missing; a flow has at least one of each state");
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    Fields all = Fields.any(node, "steps", "steps", places);
    for (String name : all.keys()) {
      steps.add(reader.read(name, all));
    }
    return steps;
  }

  private static String firstWaiting(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.state() == Lifecycle.WAITING)
        .findFirst()
        .map(Step::name)
        .orElse("");
  }

  /** Whether a mistake is one also if the steps whose state can't be read had the right one. */
  private static boolean isClear(FlowMistake mistake, Set<String> unclear) {
    String what = mistake.what();
    if (unclear.isEmpty() || what.startsWith("there is no step") || what.startsWith("the name")) {
      return true;
    }
    return !mistake.path().equals("steps")
        && !what.startsWith("nothing leads to")
        && unclear.stream()
            .noneMatch(
                name ->
                    mistake.path().startsWith("steps." + name + ".")
                        || what.contains("step \"%s\" is ".formatted(name)));
  }
}

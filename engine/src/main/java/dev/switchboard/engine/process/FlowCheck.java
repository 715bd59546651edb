package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that can be wrong with a flow. The one place; whoever reads flows from a file asks it, too. A
 * check that is added later than a flow was kept must not stop the cases that run on it: {@link
 * FlowMistake#stops} tells apart what does.
 */
public final class FlowCheck {
  public static final int MAX_STEPS = 100;
  public static final int MAX_ESCALATIONS = 10;
  public static final int MAX_VERSION = 1_000_000;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final List<FlowMistake> mistakes = new ArrayList<>();
  private final String start;
  private final BusinessHours hours;

  private FlowCheck(String start, BusinessHours hours) {
    this.start = start;
    this.hours = hours;
  }

  /** All mistakes of what would be a flow, in the order of its steps; none if it is one. */
  public static List<FlowMistake> mistakes(
      String name, int version, String start, DeadlinePolicy deadlines, List<Step> steps) {
    FlowCheck check = new FlowCheck(start, deadlines.hours());
    check.head(name, version);
    check.all(steps);
    return check.mistakes;
  }

  public static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  private void head(String name, int version) {
    name("flow", "a flow", name);
    if (version < 1 || version > MAX_VERSION) {
      mistake("version", "a version is from 1 to %d, not %d".formatted(MAX_VERSION, version));
    }
  }

  private void all(List<Step> all) {
    if (all.size() > MAX_STEPS) {
      mistake("steps", "a flow has at most %d steps, not %d".formatted(MAX_STEPS, all.size()));
      return;
    }
    for (Step step : all) {
      if (steps.putIfAbsent(step.name(), step) != null) {
        mistake(path(step), "step \"%s\" is there twice".formatted(step.name()));
      }
    }
    start();
    boolean complete = everyState();
    all.forEach(this::step);
    all.forEach(this::circle);
    Step first = steps.get(start);
    if (complete && first != null && first.state() == Lifecycle.WAITING) {
      reach();
    }
  }

  /** Approvals that lead to each other would never end. */
  private void circle(Step step) {
    String to = step.next().get(Trigger.APPROVES);
    for (int i = 0; i < MAX_STEPS && to != null; i++) {
      if (to.equals(step.name())) {
        mistake(
            path(step, "next.approves"),
            "approvals go in a circle: from step \"%s\" back to it".formatted(step.name()));
        return;
      }
      Step next = steps.get(to);
      to = next == null ? null : next.next().get(Trigger.APPROVES);
    }
  }

  private void start() {
    Step first = steps.get(start);
    if (first == null) {
      mistake("start", "there is no step \"%s\" to start with%s".formatted(start, near(start)));
    } else if (first.state() != Lifecycle.WAITING) {
      mistake(
          "start",
          "a case starts waiting, and step \"%s\" is %s; start with a step of state waiting"
              .formatted(start, first.state().word()));
    }
  }

  private boolean everyState() {
    boolean complete = true;
    for (Lifecycle state : Lifecycle.values()) {
      if (steps.values().stream().noneMatch(step -> step.state() == state)) {
        complete = false;
        mistake("steps", "no step has state %s; a case needs one of each".formatted(state.word()));
      }
    }
    return complete;
  }

  private void step(Step step) {
    name(path(step), "a step", step.name());
    target(path(step, "within"), step, "a time limit", step.within());
    if (step.approval() != null && step.state() != Lifecycle.PENDING) {
      oddity(
          path(step, "approval"),
          "a reply is approved in a pending step; step \"%s\" is %s"
              .formatted(step.name(), step.state().word()));
    }
    if (step.state() == Lifecycle.PENDING && !step.who().groups().isEmpty()) {
      oddity(
          path(step, "who"),
          "nobody works in a pending step; name who approves under approval, as by");
    }
    escalations(step);
    step.next().forEach((trigger, to) -> next(step, trigger, to));
  }

  private void escalations(Step step) {
    if (step.escalations().size() > MAX_ESCALATIONS) {
      oddity(
          path(step, "escalate"),
          "a step escalates at most %d times, not %d"
              .formatted(MAX_ESCALATIONS, step.escalations().size()));
    }
    Duration before = Duration.ZERO;
    for (int i = 0; i < step.escalations().size(); i++) {
      Escalation escalation = step.escalations().get(i);
      String path = path(step, "escalate." + i);
      target(path + ".after", step, "an escalation", escalation.after());
      if (escalation.after().compareTo(before) <= 0 && i > 0) {
        oddity(path + ".after", "an escalation comes later than the one before it");
      }
      if (escalation.to().groups().isEmpty()) {
        oddity(path + ".to", "an escalation needs somebody to call, such as roles: [lead]");
      }
      before = escalation.after();
    }
  }

  /** A limit makes sense only where the company is to do something. */
  private void target(String path, Step step, String what, @Nullable Duration target) {
    if (target == null) {
      return;
    }
    if (step.state().waitingOn() == WaitingOn.CUSTOMER) {
      oddity(
          path,
          "%s is for steps that wait on the company; step \"%s\" is %s"
              .formatted(what, step.name(), step.state().word()));
    }
    hours.findProblem(target).ifPresent(problem -> mistake(path, problem));
  }

  private void next(Step step, Trigger trigger, String name) {
    String path = path(step, "next." + trigger.word());
    Step to = steps.get(name);
    if (!trigger.leaves(step.state())) {
      mistake(
          path,
          "%s does not happen while a case is %s; there are %s"
              .formatted(trigger.word(), step.state().word(), leaving(step.state())));
    } else if (to == null) {
      mistake(path, "there is no step \"%s\"%s".formatted(name, near(name)));
    } else if (to.state() != trigger.to()) {
      mistake(
          path,
          "after %s a case is %s, and step \"%s\" is %s"
              .formatted(trigger.word(), trigger.to().word(), name, to.state().word()));
    }
  }

  private static String leaving(Lifecycle state) {
    return Arrays.stream(Trigger.values())
        .filter(trigger -> trigger.leaves(state))
        .map(Trigger::word)
        .collect(Collectors.joining(", "));
  }

  /** Finds steps to which nothing leads; bounded, as each step is looked at once. */
  private void reach() {
    Set<String> reached = new HashSet<>(Set.of(start));
    ArrayDeque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Step step = steps.get(open.remove());
      for (Trigger trigger : Trigger.values()) {
        String to = step == null ? null : forward(step, trigger);
        if (to != null && reached.add(to)) {
          open.add(to);
        }
      }
    }
    for (Step step : steps.values()) {
      if (!reached.contains(step.name())) {
        oddity(
            path(step),
            "nothing leads to step \"%s\"; name it under next of another step, or leave it out"
                .formatted(step.name()));
      }
    }
  }

  private @Nullable String forward(Step step, Trigger trigger) {
    if (!trigger.leaves(step.state())) {
      return null;
    }
    String named = step.next().get(trigger);
    if (named != null) {
      return steps.containsKey(named) ? named : null;
    }
    return trigger.goesForward()
        ? steps.values().stream()
            .filter(other -> other.state() == trigger.to())
            .findFirst()
            .map(Step::name)
            .orElse(null)
        : null;
  }

  private void name(String path, String what, String name) {
    if (!isName(name)) {
      oddity(
          path,
          "the name of %s has lower-case letters, digits and hyphens, at most 40, not \"%s\""
              .formatted(what, name));
    }
  }

  private String near(String name) {
    return Nearest.question(name, steps.keySet());
  }

  private static String path(Step step) {
    return "steps." + step.name();
  }

  private static String path(Step step, String key) {
    return path(step) + "." + key;
  }

  private void mistake(String path, String what) {
    mistakes.add(new FlowMistake(path, what, true));
  }

  /** What nobody means, and cases can live with. */
  private void oddity(String path, String what) {
    mistakes.add(new FlowMistake(path, what, false));
  }
}

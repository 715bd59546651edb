package dev.switchboard.channels.flows;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.DeadlineDecision;
import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.ProcessDecision;
import dev.switchboard.engine.process.ProcessInput;
import dev.switchboard.engine.process.ProcessOutcome;
import dev.switchboard.engine.process.ProcessRules;
import dev.switchboard.engine.process.Situation;
import dev.switchboard.engine.process.StepEvent;
import dev.switchboard.engine.process.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case's way through a flow as a text. Lines of what happens, such as {@code Mon 09:00 customer
 * asks about refunds} or {@code Mon 09:10 Ada claims}; lines of what the rules decide. Time also
 * passes by itself: whenever the rules want to look at the case, they do.
 */
final class FlowStory {
  /** A Monday in winter. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** Who acts in the stories. */
  private static final Map<String, Actor> CAST =
      Map.of(
          "Ada", new Actor("Ada", Role.AGENT, false, Set.of("Social"), Set.of("baggage")),
          "Ben", new Actor("Ben", Role.AGENT, false, Set.of("Social"), Set.of("refunds")),
          "Cleo", new Actor("Cleo", Role.LEAD, false, Set.of("Social"), Set.of()),
          "Dan", new Actor("Dan", Role.MANAGER, false, Set.of(), Set.of()),
          "Eve", new Actor("Eve", Role.AGENT, false, Set.of("Experts"), Set.of()),
          "Finn", new Actor("Finn", Role.AGENT, true, Set.of(), Set.of("baggage")),
          "Gus", new Actor("Gus", Role.AGENT, false, Set.of("Press"), Set.of()),
          "Rita", new Actor("Rita", Role.READ_ONLY, false, Set.of("Social"), Set.of()));

  private final ProcessRules rules;
  private final ZoneId zone;
  private final List<String> told = new ArrayList<>();
  private @Nullable CasePlace place;
  private @Nullable Instant lookAgainAt;
  private Situation situation = Situation.UNKNOWN;

  private FlowStory(Flow flow) {
    this.rules = new ProcessRules(flow);
    this.zone = flow.deadlines().hours().week().zone();
  }

  static String tell(Flow flow, String lines) {
    FlowStory story = new FlowStory(flow);
    lines.lines().filter(line -> !line.isBlank()).forEach(story::line);
    return String.join("\n", story.told) + "\n";
  }

  private void line(String line) {
    String[] words = line.strip().split("\\s+", 3);
    Instant now =
        MONDAY
            .plusDays(DAYS.indexOf(words[0].toLowerCase(Locale.ROOT)))
            .atTime(LocalTime.parse(words[1]))
            .atZone(zone)
            .toInstant();
    while (lookAgainAt != null && lookAgainAt.isBefore(now)) {
      take(new ProcessInput.Looked(), lookAgainAt);
    }
    happens(words[2], now);
  }

  private void happens(String what, Instant now) {
    if (what.startsWith("customer asks")) {
      knows(what);
      asks(now);
    } else if (what.startsWith("queue takes ")) {
      Duration ahead = DurationText.parse(what.substring("queue takes ".length()));
      situation =
          new Situation(
              situation.topic(), situation.sensitiveTopics(), situation.writerReviewed(), ahead);
      take(new ProcessInput.Looked(), now);
    } else {
      take(input(what, now), now);
    }
  }

  private void knows(String what) {
    int about = what.indexOf(" about ");
    int of = what.indexOf(" and speaks of ");
    String topic =
        about < 0 ? null : what.substring(about + 7, of < 0 ? what.length() : of).strip();
    Set<String> sensitive = of < 0 ? Set.of() : Set.of(what.substring(of + 15));
    situation = new Situation(topic, sensitive, false, situation.ahead());
  }

  private void asks(Instant now) {
    if (place != null) {
      take(ProcessInput.happened(Trigger.ASKS, null, now), now);
      return;
    }
    tell(now, rules.begin(situation, now, now));
  }

  private ProcessInput input(String what, Instant now) {
    if (what.startsWith("offered to ")) {
      return new ProcessInput.Offered(actor(what.substring(11)));
    }
    if (Trigger.find(what).isPresent()) {
      return ProcessInput.happened(Trigger.find(what).orElseThrow(), null, now);
    }
    String[] words = what.split("\\s+");
    Actor by = actor(words[0]);
    return switch (words[1]) {
      case "handsOver" -> new ProcessInput.Happened(Trigger.HANDS_OVER, by, actor(words[3]), now);
      case "rests" ->
          new ProcessInput.Paused(
              by, words[3].equals("customer") ? WaitingOn.CUSTOMER : WaitingOn.COMPANY);
      case "resumes" -> new ProcessInput.Resumed(by);
      default -> ProcessInput.happened(trigger(by, words), by, now);
    };
  }

  private Trigger trigger(Actor by, String[] words) {
    boolean newcomer = words.length > 2 && words[2].equals("newly");
    situation =
        new Situation(situation.topic(), situation.sensitiveTopics(), newcomer, situation.ahead());
    return Trigger.find(words[1])
        .orElseThrow(() -> new IllegalArgumentException(by.name() + " does what?"));
  }

  private static Actor actor(String name) {
    Actor actor = CAST.get(name);
    if (actor == null) {
      throw new IllegalArgumentException("who is " + name + "?");
    }
    return actor;
  }

  private void take(ProcessInput input, Instant now) {
    if (place == null) {
      throw new IllegalStateException("no customer has asked");
    }
    switch (rules.on(place, input, situation, now)) {
      case ProcessOutcome.Done done -> tell(now, done);
      case ProcessOutcome.Refused(var why) -> told.add(shown(now) + " no: " + why.sentence());
    }
  }

  private void tell(Instant now, ProcessOutcome.Done done) {
    place = done.place();
    lookAgainAt = done.lookAgainAt();
    String words =
        done.decisions().stream()
            .map(this::words)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    if (!words.isEmpty()) {
      told.add(shown(now) + " " + words);
    }
  }

  private String words(ProcessDecision decision) {
    return switch (decision) {
      case ProcessDecision.OfStep(var event) -> words(event);
      case ProcessDecision.OfDeadline(var deadline) -> words(deadline);
      case ProcessDecision.ApprovalNeeded(_, var by, var why) ->
          "to be approved by %s: %s".formatted(by.words(), why);
      case ProcessDecision.Escalated(var step, var after, var to) ->
          "%s for %s: calls %s".formatted(step, DurationText.of(after), to.words());
    };
  }

  /** That a step is over is said by the next one; who did what is in the lines above. */
  private static String words(StepEvent event) {
    return switch (event) {
      case StepEvent.Enabled e -> "%s (%s)".formatted(e.step(), e.state().word());
      case StepEvent.Offered e -> "offered to " + e.person();
      case StepEvent.Started e -> e.person() == null ? "on its way" : "with " + e.person();
      case StepEvent.Paused e -> "rests for the " + e.waitingOn().word();
      case StepEvent.Resumed e -> "goes on" + (e.person() == null ? " as the customer wrote" : "");
      case StepEvent.Completed _ -> "";
    };
  }

  private String words(DeadlineDecision decision) {
    String what = decision.kind().label();
    return switch (decision) {
      case DeadlineDecision.Started(_, var due) -> "%s due %s".formatted(what, shown(due));
      case DeadlineDecision.Paused(_, var left) ->
          "%s rests with %s left".formatted(what, DurationText.of(left));
      case DeadlineDecision.Resumed(_, var due) -> "%s goes on, due %s".formatted(what, shown(due));
      case DeadlineDecision.BreachForeseen(_, _, var left, _) ->
          "%s in danger: %s left".formatted(what, DurationText.of(left));
      case DeadlineDecision.ForesightTakenBack(_) -> what + " out of danger";
      case DeadlineDecision.Breached(_, _) -> what + " breached";
      case DeadlineDecision.Met(_, _) -> what + " met";
      case DeadlineDecision.EndedLate(_, var over) ->
          "%s late by %s".formatted(what, DurationText.of(over));
      case DeadlineDecision.Dropped(_) -> what + " dropped";
    };
  }

  private String shown(Instant at) {
    return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(at.atZone(zone));
  }
}

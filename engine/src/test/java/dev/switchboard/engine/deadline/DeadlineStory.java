package dev.switchboard.engine.deadline;

import dev.switchboard.engine.deadline.DeadlineDecision.BreachForeseen;
import dev.switchboard.engine.deadline.DeadlineDecision.Breached;
import dev.switchboard.engine.deadline.DeadlineDecision.Dropped;
import dev.switchboard.engine.deadline.DeadlineDecision.EndedLate;
import dev.switchboard.engine.deadline.DeadlineDecision.ForesightTakenBack;
import dev.switchboard.engine.deadline.DeadlineDecision.Met;
import dev.switchboard.engine.deadline.DeadlineDecision.Paused;
import dev.switchboard.engine.deadline.DeadlineDecision.Resumed;
import dev.switchboard.engine.deadline.DeadlineDecision.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case's deadlines as a text: lines such as {@code Mon 09:00 asked}, with {@code queue 40m}
 * behind where it is known how long the queue takes, each answered by what is decided. Time also
 * passes by itself: whatever the operator wants to be asked between two lines it is asked.
 */
final class DeadlineStory {
  /** A Monday. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

  private final DeadlinePolicy policy;
  private final ZoneId zone;
  private final Deadlines deadlines;
  private final List<String> told = new ArrayList<>();
  private CaseDeadlines state = CaseDeadlines.NONE;
  private @Nullable Instant lookAgainAt;
  private @Nullable Duration ahead;

  private DeadlineStory(DeadlinePolicy policy) {
    this.policy = policy;
    this.zone = policy.hours().week().zone();
    this.deadlines = new Deadlines(policy);
  }

  static String tell(DeadlinePolicy policy, String lines) {
    DeadlineStory story = new DeadlineStory(policy);
    lines.lines().filter(line -> !line.isBlank()).forEach(story::line);
    return String.join("\n", story.told) + "\n";
  }

  private void line(String line) {
    String[] words = line.strip().split("\\s+", 4);
    Instant now = moment(words[0], words[1]);
    while (lookAgainAt != null && lookAgainAt.isBefore(now)) {
      take(new DeadlineInput.Looked(), lookAgainAt);
    }
    String rest = words.length > 3 ? words[3] : "";
    if (rest.startsWith("queue ")) {
      ahead = DurationText.parse(rest.substring("queue ".length()));
    } else if (rest.equals("queue unknown")) {
      ahead = null;
    }
    take(input(words[2], rest, now), now);
  }

  private static DeadlineInput input(String word, String rest, Instant now) {
    return switch (word) {
      case "asked" -> new DeadlineInput.Asked(now);
      case "answered" -> new DeadlineInput.Answered(now);
      case "closed" -> new DeadlineInput.Closed(now);
      case "rests" -> new DeadlineInput.RestsForCustomer(now);
      case "resumed" -> new DeadlineInput.RestsNoMore(now, !rest.equals("answered"));
      case "look" -> new DeadlineInput.Looked();
      case "step" ->
          new DeadlineInput.StepEntered(now, rest.isEmpty() ? null : DurationText.parse(rest));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private void take(DeadlineInput input, Instant now) {
    DeadlineOutcome outcome = deadlines.on(state, input, ahead, now);
    state = outcome.deadlines();
    lookAgainAt = outcome.lookAgainAt();
    for (DeadlineDecision decision : outcome.decisions()) {
      told.add(shown(now) + " " + words(decision));
    }
  }

  private Instant moment(String day, String time) {
    List<String> days = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    int ahead = days.indexOf(day.toLowerCase(Locale.ROOT));
    return FIRST_DAY.plusDays(ahead).atTime(LocalTime.parse(time)).atZone(zone).toInstant();
  }

  private String shown(Instant at) {
    return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(at.atZone(zone));
  }

  private String words(DeadlineDecision decision) {
    String what = decision.kind().label();
    return switch (decision) {
      case Started(_, var due) -> "%s due %s".formatted(what, shown(due));
      case Paused(_, var left) -> "%s rests, %s left".formatted(what, DurationText.of(left));
      case Resumed(_, var due) -> "%s goes on, due %s".formatted(what, shown(due));
      case BreachForeseen(_, var due, var left, var needed) ->
          "%s due %s: %s left, needs %s"
              .formatted(what, shown(due), DurationText.of(left), DurationText.of(needed));
      case ForesightTakenBack(_) -> what + " is no longer in danger";
      case Breached(_, _) -> what + " breached";
      case Met(_, var left) -> "%s met, %s left".formatted(what, DurationText.of(left));
      case EndedLate(_, var over) -> "%s late by %s".formatted(what, DurationText.of(over));
      case Dropped(_) -> what + " dropped";
    };
  }
}

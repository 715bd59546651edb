package dev.switchboard.server.process;

import static dev.switchboard.engine.event.ExceptionKind.DEADLINE_BREACHED;
import static dev.switchboard.engine.event.ExceptionKind.DEADLINE_IN_DANGER;
import static dev.switchboard.engine.event.ExceptionKind.ESCALATED;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.Deadline;
import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.ProcessDecision;
import dev.switchboard.store.process.PlaceChange.Cleared;
import dev.switchboard.store.process.PlaceChange.Raised;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that come and go as a case does: one a kind and case, however many deadlines it
 * has. What came and went within one batch troubles nobody.
 */
record PlaceTroubles(List<Cleared> cleared, List<Raised> raised) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  /**
   * @param before null if it had no place
   * @param called whom a step has called last, or null
   */
  static PlaceTroubles between(
      @Nullable CasePlace before,
      CasePlace after,
      ProcessDecision.@Nullable Escalated called,
      BusinessHours hours) {
    PlaceTroubles troubles = new PlaceTroubles(new ArrayList<>(), new ArrayList<>());
    Optional<Deadline> late = find(after, Deadline::breached);
    troubles.change(
        DEADLINE_IN_DANGER,
        before != null && find(before, PlaceTroubles::isInDanger).isPresent(),
        find(after, PlaceTroubles::isInDanger).map(d -> inDanger(d, hours)),
        late.isPresent() ? "breached" : "in_time");
    troubles.change(
        DEADLINE_BREACHED,
        before != null && find(before, Deadline::breached).isPresent(),
        late.map(d -> breached(d, hours)),
        "over");
    troubles.escalated(before, after, called);
    return troubles;
  }

  private static Optional<Deadline> find(CasePlace place, Predicate<Deadline> which) {
    return place.deadlines().open().stream().filter(which).findFirst();
  }

  private static boolean isInDanger(Deadline deadline) {
    return deadline.foreseen() && !deadline.breached();
  }

  private void change(ExceptionKind kind, boolean was, Optional<String> reason, String how) {
    if (was && reason.isEmpty()) {
      cleared.add(new Cleared(kind, how));
    } else if (!was && reason.isPresent()) {
      raised.add(new Raised(kind, reason.get()));
    }
  }

  private void escalated(
      @Nullable CasePlace before, CasePlace after, ProcessDecision.@Nullable Escalated called) {
    boolean stayed =
        before != null
            && before.step().equals(after.step())
            && before.enteredAt().equals(after.enteredAt());
    int then = before == null ? 0 : before.escalated();
    boolean more = after.escalated() > (stayed ? then : 0);
    if (then > 0 && (!stayed || more)) {
      cleared.add(new Cleared(ESCALATED, stayed ? "called_more" : "left_step"));
    }
    if (more && called != null) {
      raised.add(
          new Raised(
              ESCALATED,
              "In step \"%s\" for %s: it is for %s now, too."
                  .formatted(called.step(), DurationText.of(called.after()), called.to().words())));
    }
  }

  private static String inDanger(Deadline deadline, BusinessHours hours) {
    return "%s is due %s, and that will be missed as things go."
        .formatted(what(deadline), moment(deadline, hours));
  }

  private static String breached(Deadline deadline, BusinessHours hours) {
    return "%s was due %s.".formatted(what(deadline), moment(deadline, hours));
  }

  private static String what(Deadline deadline) {
    return switch (deadline.kind()) {
      case FIRST_ANSWER -> "The first answer";
      case NEXT_ANSWER -> "The next answer";
      case CLOSE -> "Closing the case";
      case STEP -> "The next step";
    };
  }

  private static String moment(Deadline deadline, BusinessHours hours) {
    ZoneId zone = hours.week().zone();
    return MOMENT.format(deadline.dueAt(hours).atZone(zone))
        + " (%s)".formatted(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
  }
}

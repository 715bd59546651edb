package dev.switchboard.server.floor;

import dev.switchboard.store.floor.ExceptionCount;
import dev.switchboard.store.floor.InTime;
import dev.switchboard.store.floor.LateRow;
import dev.switchboard.store.floor.OfferLoad;
import dev.switchboard.store.floor.OpenWork;
import dev.switchboard.store.floor.PausedLoad;
import dev.switchboard.store.floor.QueueRow;
import dev.switchboard.store.floor.Speakers;
import dev.switchboard.store.floor.StepLoad;
import dev.switchboard.store.people.PeopleAtWork;
import dev.switchboard.store.reads.FlowShare;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The floor at a moment.
 *
 * @param paused those of the claimed that rest
 * @param people counts of who is there; {@code hands} are those of them that are listed
 * @param offers those that are out, and how those of the last hour ended
 * @param steps open cases by step of their flow
 * @param inTime of those answered in the last 24 hours, how many within every deadline
 * @param late what late cases have in common
 * @param day how much of the work of the last 24 hours flowed
 */
public record FloorNow(
    Instant at,
    OpenWork work,
    PausedLoad paused,
    List<QueueRow> queues,
    List<StepLoad> steps,
    InTime inTime,
    Speakers speakers,
    PeopleAtWork people,
    List<AtWork> hands,
    OfferLoad offers,
    List<ExceptionCount> exceptions,
    List<LateRow> late,
    FlowShare day) {
  public FloorNow {
    queues = List.copyOf(queues);
    steps = List.copyOf(steps);
    hands = List.copyOf(hands);
    exceptions = List.copyOf(exceptions);
    late = List.copyOf(late);
  }

  public List<QueueRow> queues(QueueRow.By by) {
    return queues.stream().filter(queue -> queue.by() == by).toList();
  }

  /** How many who work now could answer in a queue's language; null if it has none. */
  public @Nullable Integer here(QueueRow queue) {
    String language = queue.by() == QueueRow.By.LANGUAGE ? queue.key() : null;
    return language == null ? null : (Integer) speakers.of(language);
  }

  /** How many cases are past a deadline. */
  public long breached() {
    return steps.stream().mapToLong(StepLoad::breached).sum();
  }

  /** Of how many a breach is foreseen. */
  public long inDanger() {
    return steps.stream().mapToLong(StepLoad::inDanger).sum();
  }

  /** The next deadline that is still to be met; empty if none runs. */
  public Optional<Instant> findNextDue() {
    return steps.stream()
        .flatMap(step -> Stream.ofNullable(step.nextDue()))
        .min(Comparator.naturalOrder());
  }

  /** How many of those that are listed could take one more case. */
  public long withRoom() {
    return hands.stream().filter(AtWork::hasRoom).count();
  }

  public long openExceptions() {
    return exceptions.stream().mapToLong(ExceptionCount::open).sum();
  }
}

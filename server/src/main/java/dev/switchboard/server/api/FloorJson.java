package dev.switchboard.server.api;

import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.server.floor.AtWork;
import dev.switchboard.server.floor.FloorNow;
import dev.switchboard.server.floor.WaitsNow;
import dev.switchboard.store.floor.LateRow;
import dev.switchboard.store.floor.OfferLoad;
import dev.switchboard.store.floor.OpenWork;
import dev.switchboard.store.floor.QueueRow;
import dev.switchboard.store.floor.StepLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The floor and waits as the API shows them. */
final class FloorJson {
  private FloorJson() {}

  record Floor(
      Instant at,
      Cases cases,
      Paused paused,
      List<Age> waitingByAge,
      List<Queue> languages,
      List<Queue> topics,
      List<Step> steps,
      Deadlines deadlines,
      Offers offers,
      People people,
      List<OpenExceptions> exceptions,
      List<Late> late,
      Flowed day) {}

  record Cases(
      long waiting,
      @Nullable Instant oldestWaiting,
      long claimed,
      long pending,
      long answered,
      long cameLastHour,
      long answeredLastHour) {}

  record Paused(long customer, long company, @Nullable Instant nextUntil) {}

  record Age(@Nullable Long underSeconds, long cases) {}

  record Queue(@Nullable String name, long cases, Instant oldest, @Nullable Integer here) {}

  record Step(
      String flow,
      String step,
      String state,
      long cases,
      Instant since,
      @Nullable Instant nextDue,
      long inDanger,
      long breached) {}

  record Deadlines(
      long breached, long inDanger, @Nullable Instant nextDue, long answered, long inTime) {}

  record Offers(
      long open,
      long acceptedLastHour,
      long declinedLastHour,
      long expiredLastHour,
      long withdrawnLastHour) {}

  record People(int working, int away, int absent, long withRoom, List<Person> items) {}

  record Person(
      int id,
      String name,
      String presence,
      @Nullable Instant since,
      int load,
      @Nullable Integer capacity,
      int cases,
      int offered,
      @Nullable Instant holdingSince) {}

  record OpenExceptions(String kind, long open, Instant oldest) {}

  record Late(
      @Nullable Long incident,
      boolean all,
      @Nullable String topic,
      long breached,
      long inDanger,
      Instant since) {}

  record Flowed(long answered, long flowed, @Nullable Double share) {}

  record Fairness(
      Instant since,
      Instant until,
      int cases,
      boolean all,
      List<Wait> byReach,
      List<Wait> byLanguage,
      List<Wait> byNetwork,
      @Nullable Loud loudFirst) {}

  record Wait(String who, long customers, long medianSeconds, long ninetyPercentSeconds) {}

  record Loud(String words, long loud, long quiet, double loudShorter, double z) {}

  static Floor of(FloorNow floor) {
    OpenWork work = floor.work();
    var day = floor.day();
    return new Floor(
        floor.at(),
        new Cases(
            work.waiting(),
            work.oldestWaiting(),
            work.claimed(),
            work.pending(),
            work.answeredOpen(),
            work.came(),
            work.answered()),
        new Paused(floor.paused().customer(), floor.paused().company(), floor.paused().next()),
        ages(work),
        queues(floor, QueueRow.By.LANGUAGE),
        queues(floor, QueueRow.By.TOPIC),
        floor.steps().stream().map(FloorJson::step).toList(),
        new Deadlines(
            floor.breached(),
            floor.inDanger(),
            floor.findNextDue().orElse(null),
            floor.inTime().answered(),
            floor.inTime().inTime()),
        offers(floor.offers()),
        new People(
            floor.people().working(),
            floor.people().away(),
            floor.people().absent(),
            floor.withRoom(),
            floor.hands().stream().map(FloorJson::person).toList()),
        floor.exceptions().stream()
            .map(
                count ->
                    new OpenExceptions(
                        count.kind().name().toLowerCase(Locale.ROOT), count.open(), count.oldest()))
            .toList(),
        floor.late().stream().map(FloorJson::late).toList(),
        new Flowed(
            day.answered(),
            day.flowed(),
            day.share().isEmpty() ? null : day.share().getAsDouble()));
  }

  private static List<Age> ages(OpenWork work) {
    List<Age> ages = new ArrayList<>();
    for (int i = 0; i < work.waitingByAge().size(); i++) {
      Duration under = i < OpenWork.BANDS.size() ? OpenWork.BANDS.get(i) : null;
      ages.add(new Age(under == null ? null : under.toSeconds(), work.waitingByAge().get(i)));
    }
    return ages;
  }

  private static List<Queue> queues(FloorNow floor, QueueRow.By by) {
    return floor.queues(by).stream()
        .map(row -> new Queue(row.key(), row.cases(), row.oldest(), floor.here(row)))
        .toList();
  }

  private static Step step(StepLoad step) {
    return new Step(
        step.flow(),
        step.step(),
        step.state(),
        step.cases(),
        step.since(),
        step.nextDue(),
        step.inDanger(),
        step.breached());
  }

  private static Late late(LateRow row) {
    return new Late(
        row.incident(), row.all(), row.topic(), row.breached(), row.inDanger(), row.since());
  }

  private static Offers offers(OfferLoad offers) {
    return new Offers(
        offers.open(), offers.accepted(), offers.declined(), offers.expired(), offers.withdrawn());
  }

  private static Person person(AtWork at) {
    var person = at.person();
    return new Person(
        person.id(),
        person.name(),
        person.presence().word(),
        person.since(),
        at.load(),
        person.capacity(),
        person.cases(),
        at.offered(),
        person.holdingSince());
  }

  static Fairness of(WaitsNow waits) {
    return new Fairness(
        waits.since(),
        waits.until(),
        waits.cases(),
        waits.all(),
        waits(waits.byReach()),
        waits(waits.byLanguage()),
        waits(waits.byNetwork()),
        waits.findLoudFirst().map(FloorJson::loud).orElse(null));
  }

  private static List<Wait> waits(List<WaitsNow.Wait> waits) {
    return waits.stream()
        .map(
            wait ->
                new Wait(
                    wait.who(),
                    wait.customers(),
                    wait.median().toSeconds(),
                    wait.most().toSeconds()))
        .toList();
  }

  private static Loud loud(LoudFirst loud) {
    return new Loud(loud.words(), loud.loud(), loud.quiet(), loud.loudShorter(), loud.z());
  }
}

package dev.switchboard.server.demo;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One simulated agent. They take a waiting case from the top of the list, where colleagues look
 * too, and handle it; now and then they close a case that was answered a while ago. Failures of a
 * call are survived with longer and longer rests. Interruption ends the agent.
 */
final class DemoAgent implements Runnable {
  private static final int LOOKED_AT_CASES = 6;
  private static final double TIDIES_UP = 0.1;
  private static final double LOOKS_AT_OFFERS = 0.9;
  private static final Duration ANSWERED_LONG_AGO = Duration.ofSeconds(20);
  private static final Duration BREATH = Duration.ofMillis(300);
  private static final Duration NOTHING_TO_DO = Duration.ofMillis(400);
  private static final Duration SHORTEST_REST = Duration.ofMillis(20);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final Office office;
  private final String name;
  private final Random random;
  private final AnswerWriter writer;
  private Duration backoff = FIRST_BACKOFF;

  DemoAgent(Office office, String name, long seed) {
    this.office = office;
    this.name = name;
    this.random = new Random(seed);
    this.writer = new AnswerWriter(office.book(), office.truths(), name);
  }

  @Override
  public void run() {
    try {
      while (!office.shift().isFinishing()) {
        round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    try {
      boolean found = random.nextDouble() < TIDIES_UP ? tidyUp() : takeCase();
      backoff = FIRST_BACKOFF;
      rest(found ? BREATH : NOTHING_TO_DO);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      office.tally().failures.increment();
      office.words().accept("%s could not go on: %s".formatted(name, e));
      office.shift().rest(backoff);
      Duration doubled = backoff.multipliedBy(2);
      backoff = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
    }
  }

  /** Mostly takes what is offered, or else looks for something; false if there was nothing. */
  private boolean takeCase() throws InterruptedException {
    if (random.nextDouble() < LOOKS_AT_OFFERS) {
      Optional<CaseFile> offered = office.tray().take(name);
      if (offered.isPresent() && offered.get().state() instanceof Claimed claim) {
        new Handling(office, name, writer, random, offered.get().id(), claim).handle();
        return true;
      }
    }
    return findCase();
  }

  /** Claims one of the most urgent cases and handles it; false if there was none to have. */
  private boolean findCase() throws InterruptedException {
    List<CaseRow> urgent = list("waiting", CaseQuery.Order.URGENT);
    if (urgent.isEmpty()) {
      return false;
    }
    double dice = random.nextDouble();
    CaseRow row = urgent.get((int) (dice * dice * urgent.size()));
    return switch (office.desk().claim(row.id(), name)) {
      case DeskResult.Done done when done.file().state() instanceof Claimed claim -> {
        new Handling(office, name, writer, random, row.id(), claim).handle();
        yield true;
      }
      case DeskResult.Done _, DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ -> false;
      case DeskResult.Refused _ -> {
        office.tally().collisions.increment();
        yield true;
      }
    };
  }

  /** Closes a case whose customer has said nothing since it was answered. */
  private boolean tidyUp() {
    Instant longAgo = office.clock().instant().minus(office.wall(ANSWERED_LONG_AGO));
    List<CaseRow> answered =
        list("answered", CaseQuery.Order.OLDEST).stream()
            .filter(row -> row.lastPostAt().isBefore(longAgo))
            .toList();
    if (answered.isEmpty()) {
      return false;
    }
    CaseRow row = Phrases.pick(answered, random);
    if (office.desk().close(row.id(), name, 0) instanceof DeskResult.Done) {
      office.tally().closed.increment();
    }
    return true;
  }

  private List<CaseRow> list(String state, CaseQuery.Order order) {
    return office
        .reads()
        .cases(new CaseQuery(state, Airline.BRAND, null, null, null, order, null, LOOKED_AT_CASES))
        .items();
  }

  private void rest(Duration scripted) throws InterruptedException {
    Duration wall = Pace.times(office.wall(scripted), 0.5 + random.nextDouble());
    office.shift().rest(wall.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wall);
  }
}

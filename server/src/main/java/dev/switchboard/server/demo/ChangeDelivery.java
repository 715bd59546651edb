package dev.switchboard.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Brings the changes of the script when they are due, again if need be. One thread. */
final class ChangeDelivery {
  private static final int MAX_TRIES = 20;

  private final ChangeSink sink;
  private final Consumer<String> words;
  private final Deque<DemoChange> waiting;
  private final List<String> due = new ArrayList<>();
  private int tries;

  ChangeDelivery(List<DemoChange> changes, ChangeSink sink, Consumer<String> words) {
    this.waiting = new ArrayDeque<>(changes);
    this.sink = sink;
    this.words = words;
  }

  /** Sends what is due at {@code position} of the script; what fails is tried again next time. */
  void deliver(Duration position, Instant now) throws InterruptedException {
    while (!waiting.isEmpty() && waiting.element().at().compareTo(position) <= 0) {
      due.add(waiting.remove().line(now));
    }
    if (due.isEmpty()) {
      return;
    }
    try {
      sink.accept(List.copyOf(due));
      due.clear();
      tries = 0;
    } catch (RuntimeException e) {
      if (++tries == MAX_TRIES) {
        words.accept("%d changes are given up: %s".formatted(due.size(), e));
        due.clear();
        tries = 0;
      }
    }
  }
}

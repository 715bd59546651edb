package dev.switchboard.server.people;

import dev.switchboard.store.people.AccountReads;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The streams that are open, each with whose it is. Looked over every second, and at once when this
 * process changed an account: those whose session ended, whose key was revoked, or whose person has
 * another role now, are interrupted; they may come back if they may. Two statements however many
 * there are. Any thread.
 */
public final class OpenStreams {
  private final AccountReads reads;
  private final SessionTimes times;
  private final InstantSource clock;
  private final BooleanSupplier closed;
  private final Set<Stay> stays = ConcurrentHashMap.newKeySet();

  OpenStreams(AccountReads reads, SessionTimes times, InstantSource clock, BooleanSupplier closed) {
    this.reads = reads;
    this.times = times;
    this.clock = clock;
    this.closed = closed;
  }

  /** A stream while it is open; one thread's. */
  public final class Stay implements AutoCloseable {
    private final Caller caller;
    private final Object lock = new Object();
    private boolean left;
    private volatile boolean over;
    private final Thread thread = Thread.currentThread();

    private Stay(Caller caller) {
      this.caller = caller;
    }

    /** Whether it must end; its thread is interrupted when this becomes true. */
    public boolean isOver() {
      return over;
    }

    private void end() {
      synchronized (lock) {
        if (!left) {
          over = true;
          thread.interrupt();
        }
      }
    }

    /** The stream has ended; an interrupt that was meant for it goes no further. */
    @Override
    public void close() {
      stays.remove(this);
      synchronized (lock) {
        left = true;
        if (over) {
          Thread.interrupted();
        }
      }
    }
  }

  /** A stream's work. */
  @FunctionalInterface
  public interface Work {
    void run(Stay stay) throws IOException, InterruptedException;
  }

  /** Does a stream's work on this thread until it ends, or may not go on. */
  public void stream(Caller caller, Work work) throws IOException, InterruptedException {
    Stay stay = enter(caller);
    try (stay) {
      work.run(stay);
    } catch (IOException | InterruptedException e) {
      // An interrupt of ours ends the stream, and nothing else.
      if (!stay.isOver()) {
        throw e;
      }
    }
  }

  private Stay enter(Caller caller) {
    Stay stay = new Stay(caller);
    stays.add(stay);
    return stay;
  }

  public int size() {
    return stays.size();
  }

  /** Ends those that may not go on. */
  public void look() {
    if (stays.isEmpty()) {
      return;
    }
    List<Stay> now = List.copyOf(stays);
    Instant at = clock.instant();
    Set<Long> sessions = ids(now, c -> c instanceof Caller.Person p ? p.session() : 0L);
    Set<Long> keys = ids(now, c -> c instanceof Caller.Key k ? k.key() : 0L);
    Map<Long, String> open =
        sessions.isEmpty()
            ? Map.of()
            : reads.openSessions(sessions, at, times.idle(), times.longest());
    Map<Long, String> working = keys.isEmpty() ? Map.of() : reads.workingKeys(keys);
    for (Stay stay : now) {
      boolean mayStay =
          switch (stay.caller) {
            case Caller.Open _ -> !closed.getAsBoolean();
            case Caller.Stranger _ -> false;
            case Caller.Person p -> p.role().word().equals(open.get(p.session()));
            case Caller.Key k -> k.role().word().equals(working.get(k.key()));
            case Caller.Script _ -> true;
          };
      if (!mayStay) {
        stay.end();
      }
    }
  }

  private static Set<Long> ids(List<Stay> stays, Function<Caller, Long> id) {
    return stays.stream()
        .map(stay -> id.apply(stay.caller))
        .filter(number -> number != 0)
        .collect(Collectors.toSet());
  }
}

package dev.switchboard.server.outbox;

import dev.switchboard.channels.Channel;
import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.SendResult;
import dev.switchboard.server.background.Worker;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.outbox.QueuedReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the replies that are due. A reply is marked as being sent before its network hears of it,
 * so that after a crash it is looked up rather than sent again. {@link Endings} records how each
 * send ended.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final int MAX_SENDS = 16;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration STOP_WAIT = Duration.ofSeconds(20);

  private final OutboxStore store;
  private final Channels channels;
  private final Endings endings;
  private final InstantSource clock;
  private final String sender = UUID.randomUUID().toString();
  private final Semaphore free = new Semaphore(MAX_SENDS);
  private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean inDoubt = new AtomicBoolean();
  private long orphansLookedAt = System.nanoTime() - LOOK_EVERY.toNanos();
  private final Worker worker = new Worker(Thread.ofPlatform().name("outbox"), this::takeTurn);

  public Outbox(OutboxStore store, Channels channels, Endings endings, InstantSource clock) {
    this.store = store;
    this.channels = channels;
    this.endings = endings;
    this.clock = clock;
  }

  /**
   * Starts sending.
   *
   * @param alone true if no other process sends from this database: then whatever was being sent
   *     has lost its sender
   */
  public void start(boolean alone) {
    if (alone) {
      store.orphanAll(clock.instant());
    }
    worker.start();
  }

  /** Says that a reply was queued. */
  public void wake() {
    worker.wake();
  }

  private Duration takeTurn() throws InterruptedException {
    return lookForWork() > 0 ? Duration.ZERO : LOOK_EVERY;
  }

  /** How many replies were taken up. */
  private int lookForWork() throws InterruptedException {
    free.acquire();
    int permits = 1 + free.drainPermits();
    int begun = 0;
    try {
      for (QueuedReply reply : orphans(permits)) {
        begin(reply, () -> lookUp(reply, "its sender went away"));
        begun++;
      }
      for (QueuedReply reply : store.take(sender, clock.instant(), permits - begun)) {
        begin(reply, () -> send(reply));
        begun++;
      }
      return begun;
    } catch (RuntimeException e) {
      log.debug("The outbox can't be read now: {}", e.getMessage());
      // A taking whose commit was not heard of may have been committed all the same.
      inDoubt.set(true);
      return 0;
    } finally {
      free.release(permits - begun);
    }
  }

  /** Looked for now and then, not at each reply: a sender that went away is seldom. */
  private List<QueuedReply> orphans(int limit) {
    long now = System.nanoTime();
    boolean due = now - orphansLookedAt >= LOOK_EVERY.toNanos();
    if (!due && !inDoubt.get()) {
      return List.of();
    }
    orphansLookedAt = now;
    boolean all = inDoubt.getAndSet(false);
    List<QueuedReply> found =
        store.orphaned(sender, List.copyOf(underWay), all, clock.instant(), limit);
    if (found.size() == limit && all) {
      inDoubt.set(true);
    }
    return found;
  }

  private void begin(QueuedReply reply, Supplier<SendResult> sending) {
    underWay.add(reply.id());
    sends.execute(
        () -> {
          try {
            if (!endings.record(reply, sending.get())) {
              inDoubt.set(true);
            }
          } finally {
            underWay.remove(reply.id());
            free.release();
            wake();
          }
        });
  }

  private SendResult send(QueuedReply reply) {
    SendResult result;
    try {
      result = channels.of(reply.channel()).send(outgoing(reply));
    } catch (RuntimeException e) {
      log.error("Sending reply {} of case {} failed", reply.id(), reply.caseId(), e);
      result = new SendResult.Unknown("the channel failed: " + e);
    }
    return result instanceof SendResult.Unknown(var reason) ? lookUp(reply, reason) : result;
  }

  /** Asks the network whether a reply went out; still unknown if it can't tell. */
  private SendResult lookUp(QueuedReply reply, String why) {
    try {
      Channel channel = channels.of(reply.channel());
      return switch (channel.find(outgoing(reply))) {
        case Lookup.Found(var id, var at) -> new SendResult.Sent(id, at);
        case Lookup.Absent() -> new SendResult.NotSent(why, Duration.ZERO);
        case Lookup.CannotTell(var reason) -> new SendResult.Unknown(why + "; " + reason);
      };
    } catch (RuntimeException e) {
      return new SendResult.Unknown(why + "; looking it up failed: " + e);
    }
  }

  private static OutgoingReply outgoing(QueuedReply reply) {
    return new OutgoingReply(
        reply.idempotencyKey(), reply.channel(), reply.agent(), reply.text(), reply.inReplyTo());
  }

  /** Lets the sends that are under way end, and takes up no more. */
  @Override
  public void close() {
    worker.stop(STOP_WAIT);
    try {
      sends.shutdown();
      if (!sends.awaitTermination(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("Replies were still being sent after {}; they will be looked up", STOP_WAIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

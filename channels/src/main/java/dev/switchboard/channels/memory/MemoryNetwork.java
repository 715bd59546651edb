package dev.switchboard.channels.memory;

import dev.switchboard.channels.Channel;
import dev.switchboard.channels.Lookup;
import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.SendResult;
import dev.switchboard.channels.text.CharacterCount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that lives in memory: it keeps what was sent, fails as often as it is told to, and lets
 * listeners read what customers would see. Thread-safe; which send fails follows from the seed and
 * the order of the sends.
 *
 * <p>It keeps the newest {@code maxKept} replies. A reply that it has forgotten is still counted;
 * {@link #find} then cannot tell, and a second sending of it goes unnoticed.
 */
public final class MemoryNetwork implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryNetwork.class);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final InstantSource clock;
  private final int maxKept;
  private final SplittableRandom random;
  private final List<Consumer<PublishedReply>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, PublishedReply> kept = new LinkedHashMap<>();
  private Faults faults = Faults.NONE;
  private boolean once;
  private long published;
  private long sentTwice;

  /**
   * @param maxKept how many replies to keep, 1 or more
   */
  public MemoryNetwork(InstantSource clock, long seed, int maxKept) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
    this.maxKept = maxKept;
  }

  /** What to get wrong from now on. */
  public synchronized void fail(Faults how) {
    faults = how;
    once = false;
  }

  /** What to get wrong at the next send, and only then. */
  public synchronized void failOnce(Faults how) {
    faults = how;
    once = true;
  }

  /**
   * Tells a listener of each reply as it appears on the network, on the thread that sends it. A
   * listener that throws is logged and changes nothing.
   */
  public void onPublished(Consumer<PublishedReply> listener) {
    listeners.add(listener);
  }

  @Override
  public SendResult send(OutgoingReply reply) {
    CharacterCount limit = CharacterCount.of(reply.channel().network());
    if (limit.count(reply.text()) > limit.maxChars()) {
      return new SendResult.NotSent("longer than " + limit.maxChars() + " characters", null);
    }
    Attempt attempt = attempt(reply);
    if (attempt.published() != null) {
      tell(attempt.published());
    }
    return attempt.result();
  }

  @Override
  public synchronized Lookup find(OutgoingReply reply) {
    if (!faults.findCanTell()) {
      return new Lookup.CannotTell("this network does not say what it published");
    }
    PublishedReply found = kept.get(reply.idempotencyKey());
    if (found != null) {
      return new Lookup.Found(found.externalId(), found.at());
    }
    return kept.size() + sentTwice < published
        ? new Lookup.CannotTell("only the newest " + maxKept + " replies are kept")
        : new Lookup.Absent();
  }

  @Override
  public int maxChars() {
    return CharacterCount.PLAIN.maxChars();
  }

  @Override
  public int count(String text) {
    return CharacterCount.PLAIN.count(text);
  }

  /** How many replies customers can see, those counted that were forgotten. */
  public synchronized long published() {
    return published;
  }

  /** How many replies went out under an idempotency key that had gone out before. */
  public synchronized long sentTwice() {
    return sentTwice;
  }

  /** The newest replies, oldest first. */
  public synchronized List<PublishedReply> newest() {
    return List.copyOf(kept.values());
  }

  private record Attempt(SendResult result, @Nullable PublishedReply published) {}

  private synchronized Attempt attempt(OutgoingReply reply) {
    Attempt attempt = attempt(reply, faults);
    if (once) {
      fail(Faults.NONE);
    }
    return attempt;
  }

  private Attempt attempt(OutgoingReply reply, Faults faults) {
    double luck = random.nextDouble();
    if (luck < faults.notSent()) {
      return new Attempt(new SendResult.NotSent("the network is over capacity", RETRY_AFTER), null);
    }
    luck -= faults.notSent();
    if (luck < faults.unknownNotSent()) {
      return new Attempt(new SendResult.Unknown("the connection broke"), null);
    }
    luck -= faults.unknownNotSent();
    PublishedReply shown = publish(reply);
    SendResult result =
        luck < faults.unknownThoughSent()
            ? new SendResult.Unknown("the connection broke after the request had left")
            : new SendResult.Sent(shown.externalId(), shown.at());
    return new Attempt(result, shown);
  }

  private PublishedReply publish(OutgoingReply reply) {
    published++;
    Instant now = clock.instant();
    PublishedReply shown = new PublishedReply("memory-" + published, reply, now);
    if (kept.putIfAbsent(reply.idempotencyKey(), shown) != null) {
      sentTwice++;
    } else if (kept.size() > maxKept) {
      kept.remove(kept.keySet().iterator().next());
    }
    return shown;
  }

  private void tell(PublishedReply shown) {
    for (Consumer<PublishedReply> listener : listeners) {
      try {
        listener.accept(shown);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on reply {}", shown.externalId(), e);
      }
    }
  }
}

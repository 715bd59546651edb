package dev.switchboard.server.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the network up in the middle of a send, until closed; later sends go through. */
final class HeldNetwork implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  private final CountDownLatch sending = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  HeldNetwork(TestServer server) {
    server.network.onPublished(
        _ -> {
          sending.countDown();
          await(goOn);
        });
  }

  /** Waits until a reply is on the network and its sender has not heard so. */
  void awaitSend() {
    await(sending);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("nothing happened in " + LONG_ENOUGH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    goOn.countDown();
  }
}

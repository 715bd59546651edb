package dev.switchboard.store.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** Threads that meet at agreed points; every wait is bounded. */
public final class Steps {
  private static final int MAX_WAIT_SECONDS = 20;
  private static final int MAX_LOOKS = 2_000;

  private Steps() {}

  /** Runs beside the test, on a thread of its own. */
  public static <R> CompletableFuture<R> beside(Callable<R> work) {
    CompletableFuture<R> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  public static <R> R get(CompletableFuture<R> result) throws Exception {
    return result.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
  }

  public static void await(CountDownLatch latch) {
    try {
      if (!latch.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("waited for %d s".formatted(MAX_WAIT_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns when a transaction of this database waits for another's lock. */
  public static void awaitLockWait(Jdbi jdbi) {
    for (int looks = 0; looks < MAX_LOOKS; looks++) {
      boolean waits =
          jdbi.withHandle(
              h ->
                  h.createQuery(
                          """
                          SELECT EXISTS (
                            SELECT FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock')
                          FROM pg_sleep(.005)
                          """)
                      .mapTo(boolean.class)
                      .one());
      if (waits) {
        return;
      }
    }
    throw new AssertionError("nobody waits for a lock");
  }
}

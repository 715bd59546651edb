package dev.switchboard.server.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration WAIT = Duration.ofSeconds(60);

  private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Worker worker =
      new Worker(Thread.ofPlatform().daemon().name("test"), this::turn, () -> ended.set(true));

  private Duration turn() throws InterruptedException {
    seen.add("began");
    allowed.acquire();
    return LONG;
  }

  @AfterEach
  void stop() {
    allowed.release(100);
    worker.stop(WAIT);
  }

  private boolean begins() throws InterruptedException {
    return seen.poll(WAIT.toSeconds(), TimeUnit.SECONDS) != null;
  }

  @Test
  void wokenDuringATurnItTakesAnother() throws InterruptedException {
    worker.start();
    assertThat(begins()).isTrue();
    worker.wake();
    allowed.release();

    assertThat(begins()).as("a second turn, long before the rest is over").isTrue();
  }

  @Test
  void wokenBeforeItStartsItTakesTwoTurnsAtMost() throws InterruptedException {
    worker.wake();
    worker.wake();
    worker.start();
    allowed.release(2);

    assertThat(begins()).isTrue();
    assertThat(begins()).isTrue();
    worker.stop(WAIT);
    assertThat(seen).isEmpty();
  }

  @Test
  void stoppedItFinishesItsTurnAndEnds() throws InterruptedException {
    worker.start();
    assertThat(begins()).isTrue();
    worker.stop();
    allowed.release();
    worker.stop(WAIT);

    assertThat(ended).isTrue();
    assertThat(seen).as("turns after the stop").isEmpty();
  }

  @Test
  void aRestingWorkerIsStoppedAtOnce() throws InterruptedException {
    allowed.release();
    worker.start();
    assertThat(begins()).isTrue();
    worker.stop(WAIT);

    assertThat(ended).isTrue();
  }

  @Test
  void fallingOverItStillGivesBackWhatItHolds() throws InterruptedException {
    CountDownLatch givenBack = new CountDownLatch(1);
    Worker falls =
        new Worker(
            Thread.ofPlatform().daemon().uncaughtExceptionHandler((_, _) -> {}),
            () -> {
              throw new StackOverflowError("in a test");
            },
            givenBack::countDown);
    worker.start();
    falls.start();
    assertThat(givenBack.await(WAIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}

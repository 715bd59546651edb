package dev.switchboard.server.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.watching.Watching.Page;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has which case on screen. */
final class WatchingTest {
  private static final Page ADA = new Page("Ada", "a1");
  private static final Page BEN = new Page("Ben", "b1");
  // Near the end of the range: such a clock begins anywhere and runs over.
  private long nanos = Long.MAX_VALUE - 5;
  private final Watching watching = new Watching(() -> nanos);

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void colleaguesAreSeenWhereTheyAre() {
    watching.look(BEN, 7, false);
    watching.look(ADA, 7, true);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", true), new Watcher("Ben", false));
    assertThat(watching.changes()).containsExactly(7L);
    assertThat(watching.changes()).isEmpty();
    assertThat(watching.among(Set.of(7L, 8L))).containsExactly(7L);

    watching.look(BEN, 8, false);
    assertThat(watching.changes()).containsExactlyInAnyOrder(7L, 8L);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", true));
    watching.look(ADA, 0, false);
    assertThat(watching.of(7)).isEmpty();
    assertThat(watching.among(Set.of(7L, 8L))).containsExactly(8L);
  }

  @Test
  void typingIsOverSoonAfterTheLastKey() {
    watching.look(ADA, 7, true);
    watching.changes();
    pass(Watching.TYPES_FOR.minusSeconds(1));
    watching.look(ADA, 7, false);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", true));
    assertThat(watching.changes()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(watching.changes()).containsExactly(7L);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", false));
    assertThat(watching.changes()).isEmpty();
  }

  @Test
  void aPageOfWhichNothingIsHeardIsGone() {
    watching.look(ADA, 7, false);
    watching.look(BEN, 7, false);
    watching.changes();
    pass(Watching.LOOKS_FOR.minusSeconds(1));
    watching.stay(BEN);
    pass(Duration.ofSeconds(1));
    assertThat(watching.changes()).containsExactly(7L);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ben", false));
  }

  @Test
  void onePersonWithTwoPagesIsOneWatcherUntilBothHaveLeft() {
    Page other = new Page("Ada", "a2");
    watching.look(ADA, 7, false);
    watching.look(other, 7, true);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", true));
    watching.leave(other);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", false));
    watching.leave(ADA);
    assertThat(watching.of(7)).isEmpty();
  }

  @Test
  void nobodyMovesAPageOfSomebodyElse() {
    watching.look(ADA, 7, false);
    watching.look(new Page("Ben", "a1"), 8, false);
    assertThat(watching.of(7)).containsExactly(new Watcher("Ada", false));
  }

  @Test
  void thereIsABoundOnPages() {
    for (int i = 0; i < Watching.MAX_PAGES + 10; i++) {
      watching.look(new Page("Ada", Integer.toString(i)), i + 1, false);
    }
    assertThat(watching.of(Watching.MAX_PAGES)).isNotEmpty();
    assertThat(watching.of(Watching.MAX_PAGES + 1)).isEmpty();
    assertThat(watching.changes()).hasSize(Watching.MAX_PAGES);
  }
}

package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams of one report, each alone and all together; 20 is needed at a level of .05. */
class PoolTest {
  private static final double LEVEL = 0.05;

  private final Discoveries discoveries = new Discoveries();
  private final Pool pool = new Pool();

  private void add(String word, double worth) {
    List<Sighting> sightings = List.of(new Sighting(1, 1, 0.5), new Sighting(1.1, 2, 0.5));
    pool.add(new Played(new Evidence.Term(word), () -> sightings, worth, false));
  }

  @Test
  void oneThatIsEnoughNeedsNoOther() {
    add("weak", 1);
    add("strong", 21);
    assertThat(pool.enough(discoveries, LEVEL, 1.1))
        .extracting(Candidate::stream)
        .containsExactly(new Evidence.Term("strong"));
  }

  @Test
  void severalAreEnoughTogetherAndTheStrongestTells() {
    add("one", 8);
    add("two", 9);
    add("three", 4);
    assertThat(pool.enough(discoveries, LEVEL, 1.1)).isEmpty();
    assertThat(pool.together(discoveries, LEVEL, 1.1, _ -> true))
        .map(Candidate::stream)
        .contains(new Evidence.Term("two"));
    assertThat(pool.streams()).hasSize(3);
  }

  @Test
  void tooLittleTogetherIsNothing() {
    add("one", 8);
    add("two", 9);
    assertThat(pool.together(discoveries, LEVEL, 1.1, _ -> true)).isEmpty();
  }

  @Test
  void whatIsTooSmallToOpenLetsTheNextTell() {
    add("one", 12);
    add("two", 11);
    Evidence small = new Evidence.Term("one");
    assertThat(
            pool.together(discoveries, LEVEL, 1.1, candidate -> !candidate.stream().equals(small)))
        .map(Candidate::stream)
        .contains(new Evidence.Term("two"));
  }
}

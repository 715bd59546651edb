package dev.switchboard.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.customer.Hearing;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.customers.CustomerStore;
import dev.switchboard.store.customers.KnownAuthor;
import dev.switchboard.store.intake.IntakeMemory;
import dev.switchboard.store.intake.IntakeStore;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two processes on one database: one mutes, the other remembers the author as one who is heard. */
class MuteWatchTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);

  @Test
  void whomAnotherProcessMutesIsNotHeardOnceTheLogIsRead() {
    IntakeMemory memory = spine.memory();
    IntakeStore intake = spine.intake(memory);
    MuteWatch watch = new MuteWatch(memory);
    arrive(intake, Said.asks("a", 1).by("noisy"));
    arrive(intake, Said.asks("b", 2).by("noisy"));
    assertThat(spine.open()).hasSize(2);

    mutedElsewhere("noisy");
    watch.read(spine.log.read(0, Long.MAX_VALUE, 1_000));
    arrive(intake, Said.asks("c", 3).by("noisy"), Said.asks("d", 4).by("casey"));
    assertThat(spine.open()).as("d, and not c").hasSize(3);

    mutedElsewhere("casey");
    watch.missed();
    arrive(intake, Said.asks("e", 5).by("casey"));
    assertThat(spine.open()).hasSize(3);
  }

  private void mutedElsewhere(String name) {
    spine.desk.person("ada");
    long author = spine.number("SELECT id FROM authors WHERE external_id = '%s'".formatted(name));
    new CustomerStore(spine.desk, spine.directory)
        .inTransaction(
            NOW,
            tx -> {
              KnownAuthor known = tx.find(author).orElseThrow();
              Hearing.Decided decided = Hearing.mute(author, known.muted(), "ada", NOW);
              tx.save(author, decided.muted());
              decided.events().forEach(event -> tx.record(known.brandId(), "ada", event));
              return author;
            });
  }

  private void arrive(IntakeStore into, Said... posts) {
    spine.arrive(into, Origin.LIVE, NOW, posts);
  }
}

package dev.switchboard.store.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.Times;
import dev.switchboard.store.testing.SpineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many offers are out and to whom, and how those of the last hour ended. */
class OfferCountsTest extends SpineTest {
  private static final Instant NOW = Said.minute(24 * 60);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void offersThatAreOutAreCountedByWhoHasThemAndThoseThatEndedByHow() {
    for (String post : List.of("a", "b", "c", "d")) {
      spine.arrive(Origin.LIVE, Said.minute(10), Said.asks(post, 10).by(post));
    }
    int ann = spine.desk.person("ann");
    int bob = spine.desk.person("bob");
    offer("a", ann, "open", NOW.plusSeconds(20), null);
    offer("b", ann, "open", NOW.plusSeconds(20), null);
    offer("c", bob, "open", NOW.plusSeconds(20), null);
    offer("d", bob, "open", NOW.minusSeconds(1), null);
    offer("a", bob, "accepted", NOW, NOW.minusSeconds(60));
    offer("a", bob, "accepted", NOW, NOW.minusSeconds(70));
    offer("b", bob, "declined", NOW, NOW.minusSeconds(3_599));
    offer("b", ann, "expired", NOW, NOW.minusSeconds(120));
    offer("c", ann, "withdrawn", NOW, NOW.minusSeconds(90));
    offer("c", ann, "accepted", NOW, NOW.minusSeconds(3_601));

    OfferCounts counts = new OfferCounts(spine.jdbi);
    OfferLoad load = counts.now("northwind", List.of(ann), NOW, HOUR);
    assertThat(load.open()).as("what has run out is not out, whoever ends it").isEqualTo(3);
    assertThat(load.to(ann)).isEqualTo(2);
    assertThat(load.to()).as("of whom it was not asked").doesNotContainKey(bob);
    assertThat(load.accepted()).isEqualTo(2);
    assertThat(load.declined()).isEqualTo(1);
    assertThat(load.expired()).isEqualTo(1);
    assertThat(load.withdrawn()).isEqualTo(1);
    assertThat(counts.now(null, List.of(ann), NOW, HOUR)).isEqualTo(load);
    assertThat(counts.now(null, List.of(), NOW, HOUR).open()).isEqualTo(3);
    assertThat(counts.now("southwind", List.of(ann), NOW, HOUR).open()).isZero();
  }

  private void offer(
      String post, int person, String state, Instant expires, @Nullable Instant ended) {
    spine.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO offers (case_id, brand_id, person_id, made_at, expires_at, ended_at,
                      state, reason, why)
                    SELECT c.id, c.brand_id, :person, :expires, :expires, :ended, :state,
                      CASE :state WHEN 'withdrawn' THEN 'taken by hand' END, '{}'
                    FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = :post
                    """)
                .bind("post", post)
                .bind("person", person)
                .bind("state", state)
                .bind("expires", Times.sql(expires))
                .bind("ended", ended == null ? null : Times.sql(ended))
                .execute());
  }
}

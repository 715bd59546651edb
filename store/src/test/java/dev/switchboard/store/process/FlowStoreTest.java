package dev.switchboard.store.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows as the database keeps them, and which brand works by which. */
class FlowStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final FlowKey FIRST = new FlowKey("small", 1);
  private static final FlowKey SECOND = new FlowKey("small", 2);

  private FlowStore store;

  @BeforeEach
  void stores() {
    store = new FlowStore(spine.jdbi);
  }

  private void add(FlowKey key, @Nullable String actor) {
    store.inTransaction(
        NOW,
        tx -> {
          tx.add(key, "text of " + key.words(), actor);
          return true;
        });
  }

  private Optional<FlowKey> activate(int brand, FlowKey key) {
    return store.inTransaction(NOW, tx -> tx.activate(brand, key, "Mia"));
  }

  private int brand(String name) {
    return spine.directory.channel(new ChannelName("x", "@" + name), name).brandId();
  }

  private List<String> log() {
    return spine.log.read(0, Long.MAX_VALUE, 100).stream()
        .map(event -> "%s %s %s".formatted(event.type(), event.actor(), event.dataJson()))
        .toList();
  }

  @Test
  void aVersionIsKeptWithWhoSavedItAndTold() {
    store.keep(FIRST, "as shipped", NOW);
    store.keep(FIRST, "shipped otherwise later", NOW.plusSeconds(9));
    add(SECOND, "Mia");
    assertThat(store.findYaml(FIRST)).contains("as shipped");
    assertThat(store.findYaml(SECOND)).contains("text of small, version 2");
    assertThat(store.findYaml(new FlowKey("small", 3))).isEmpty();
    assertThat(store.find(SECOND)).contains(new SavedFlow(SECOND, "Mia", NOW, List.of()));
    assertThat(store.all())
        .containsExactly(
            new SavedFlow(SECOND, "Mia", NOW, List.of()),
            new SavedFlow(FIRST, null, NOW, List.of()));
    assertThat(store.latestTexts()).containsOnly(Map.entry(SECOND, "text of small, version 2"));
    assertThatThrownBy(() -> add(FIRST, "Mia")).hasMessageContaining("flows_pkey");
    assertThat(store.findYaml(FIRST)).contains("as shipped");
    assertThat(log()).containsExactly("flow.saved Mia {\"flow\": \"small\", \"version\": 2}");
  }

  @Test
  void aBrandChoosesAndChoosesAgain() {
    int acme = brand("acme");
    int zen = brand("zen");
    add(FIRST, null);
    add(SECOND, null);
    assertThat(store.findActive(acme)).isEmpty();
    assertThat(activate(acme, FIRST)).isEmpty();
    assertThat(activate(acme, FIRST)).as("the same again").contains(FIRST);
    assertThat(activate(acme, SECOND)).contains(FIRST);
    assertThat(store.findActive(acme)).contains(SECOND);
    assertThat(spine.jdbi.withHandle(FlowStore::active)).isEqualTo(Map.of(acme, SECOND));
    assertThat(store.brands())
        .containsExactly(
            new BrandFlow("acme", SECOND, "Mia", NOW), new BrandFlow("zen", null, null, null));
    assertThat(store.all())
        .extracting(SavedFlow::brands)
        .containsExactly(List.of("acme"), List.of());
    assertThat(store.findActive(zen)).isEmpty();
    assertThat(log().subList(2, 4))
        .containsExactly(
            "flow.activated Mia {\"flow\": \"small\", \"version\": 1}",
            "flow.activated Mia {\"flow\": \"small\", \"before\": \"small, version 1\", \"version\":"
                + " 2}");
  }

  @Test
  void whatThereIsDecidesWhatMayBeAdded() {
    add(FIRST, null);
    store.inTransaction(
        NOW,
        tx -> {
          assertThat(tx.lockVersions().latest("small")).isEqualTo(1);
          assertThat(tx.lockVersions().whyNot(SECOND)).isEmpty();
          assertThat(tx.lockVersions().whyNot(FIRST)).isPresent();
          assertThat(tx.lockBrand("nobody's")).isEmpty();
          return true;
        });
  }

  @Test
  void openCasesAreCountedByStepAndByVersion() {
    int acme = brand("acme");
    brand("zen");
    place(1, acme, FIRST, "queue", "waiting");
    place(2, acme, FIRST, "queue", "waiting");
    place(3, acme, FIRST, "work", "claimed");
    place(4, acme, SECOND, "queue", "waiting");
    place(5, acme, SECOND, "done", "closed");
    StepCounts counts = new StepCounts(spine.jdbi);
    assertThat(counts.of(FIRST)).isEqualTo(Map.of("queue", 2, "work", 1));
    assertThat(counts.of(SECOND)).isEqualTo(Map.of("queue", 1));
    assertThat(counts.open())
        .containsExactly(new OpenCases("acme", FIRST, 3), new OpenCases("acme", SECOND, 1));
  }

  private void place(long caseId, int brand, FlowKey flow, String step, String state) {
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                INSERT INTO case_places (case_id, brand_id, flow, version, step, state, entered_at,
                  in_danger, breached, seen_at, place)
                VALUES (?, ?, ?, ?, ?, ?, now(), false, false, now(), '{}')
                """,
                caseId,
                brand,
                flow.name(),
                flow.version(),
                step,
                state));
  }
}

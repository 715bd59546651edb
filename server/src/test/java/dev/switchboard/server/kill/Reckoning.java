package dev.switchboard.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.EventReader;
import dev.switchboard.server.api.EventReader.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Holds what was promised against what is there, once everything has come to rest. */
final class Reckoning {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final int MAX_READ_CASES = 50;

  private final Jdbi jdbi;
  private final Ledger ledger;

  Reckoning(Jdbi jdbi, Ledger ledger) {
    this.jdbi = jdbi;
    this.ledger = ledger;
  }

  /** A reply as the database has it. */
  private record Stored(long caseId, String key, String status, String text, boolean open) {}

  /** Waits until nothing is on its way any more. */
  void awaitRest(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    List<String> underWay = underWay();
    while (!underWay.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      underWay = underWay();
    }
    assertThat(underWay).as("replies that are still on their way after %s", atMost).isEmpty();
  }

  private List<String> underWay() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT concat_ws(' ', id, status, attempts, due_at, error) FROM replies
                    WHERE status IN ('queued', 'sending')
                    """)
                .mapTo(String.class)
                .list());
  }

  void everyAcknowledgedPostIsThereOnce() {
    List<String> stored =
        jdbi.withHandle(
            h ->
                h.createQuery("SELECT external_id FROM posts WHERE direction = 'in'")
                    .mapTo(String.class)
                    .list());
    assertThat(stored).doesNotHaveDuplicates().containsAll(ledger.posts());
  }

  void everyAcknowledgedReplyWentOutOnceOrIsAnException(Path file) throws IOException {
    Map<String, Integer> sent = keysIn(file);
    assertThat(sent.values()).as("how often each reply stands in the file").containsOnly(1);
    Map<Long, Stored> stored = storedReplies();
    ledger
        .replies()
        .forEach(
            (id, reply) -> {
              assertThat(stored).as("acknowledged replies").containsKey(id);
              Stored there = Objects.requireNonNull(stored.get(id));
              assertThat(there.text()).isEqualTo(reply.text());
              assertThat(there.caseId()).isEqualTo(reply.caseId());
              assertThat(sent.containsKey(there.key()) || there.open())
                  .as("reply %d is in the file or an open exception: %s", id, there)
                  .isTrue();
            });
    Set<String> recordedAsSent = new HashSet<>();
    stored.values().stream()
        .filter(reply -> reply.status().equals("sent"))
        .forEach(reply -> recordedAsSent.add(reply.key()));
    assertThat(sent.keySet()).isEqualTo(recordedAsSent);
  }

  void everySentReplyIsShownOnce(ApiClient api) throws IOException, InterruptedException {
    List<Long> wrong =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT r.id FROM replies r WHERE r.status = 'sent' AND 1 <> (
                          SELECT count(*) FROM posts p JOIN cases c USING (conversation_id)
                          WHERE c.id = r.case_id AND p.direction = 'out' AND p.text = r.text)
                        """)
                    .mapTo(Long.class)
                    .list());
    assertThat(wrong).as("replies that are not once in their conversation").isEmpty();
    for (var reply : ledger.replies().values().stream().limit(MAX_READ_CASES).toList()) {
      JsonNode posts = api.get("/api/v1/cases/" + reply.caseId()).json().path("posts");
      assertThat(posts.valueStream().map(p -> p.path("text").asString("")))
          .as("what case %d shows", reply.caseId())
          .containsOnlyOnce(reply.text());
    }
  }

  void noCaseHadTwoOwners(List<Event> events) {
    Ownership ownership = Ownership.replay(events);
    assertThat(ownership.claims()).isPositive();
    assertThat(ownership.violations()).isEmpty();
  }

  void theStreamWasTheTable(EventReader reader, @Nullable String brand) {
    List<Long> table =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT e.seq FROM events e LEFT JOIN brands b ON b.id = e.brand_id
                        WHERE :brand::text IS NULL OR b.name = :brand ORDER BY e.seq
                        """)
                    .bind("brand", brand)
                    .mapTo(Long.class)
                    .list());
    assertThat(reader.awaitId(table.getLast(), Duration.ofSeconds(120)))
        .as("the stream reaches event %d, it is at %d", table.getLast(), reader.lastId())
        .isTrue();
    // Steps that follow from the last events may come later.
    List<Event> events = reader.events().stream().filter(e -> e.id() <= table.getLast()).toList();
    assertThat(events).extracting(Event::id).isEqualTo(table);
    assertThat(events).allMatch(e -> e.id() == e.data().path("seq").asLong());
  }

  private Map<Long, Stored> storedReplies() {
    Map<Long, Stored> found = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT r.id, r.case_id, r.idempotency_key, r.status, r.text,
                      EXISTS (SELECT FROM exceptions x
                              WHERE x.reply_id = r.id AND x.cleared_at IS NULL) AS open
                    FROM replies r
                    """)
                .map(
                    (row, _) ->
                        found.put(
                            row.getLong(1),
                            new Stored(
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6))))
                .list());
    return found;
  }

  /** The keys in the file; a line that a kill tore is no reply. */
  private static Map<String, Integer> keysIn(Path file) throws IOException {
    Map<String, Integer> keys = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      try {
        keys.merge(
            ApiClient.JSON.readTree(line).path("idempotencyKey").asString(), 1, Integer::sum);
      } catch (JacksonException _) {
        // torn
      }
    }
    return keys;
  }
}

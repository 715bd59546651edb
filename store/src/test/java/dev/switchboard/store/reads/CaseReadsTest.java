package dev.switchboard.store.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.reads.CaseQuery.Order;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the console and the API are shown. */
class CaseReadsTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final CaseQuery ALL =
      new CaseQuery(null, null, null, null, null, Order.URGENT, null, 200);

  @Test
  void aRowSaysWhoAsksWhatAndSinceWhen() {
    spine.arrive(
        Said.asks("q", 1).by("ann").saying("help " + "x".repeat(400)),
        Said.replies("a", 2).to("q"),
        Said.asks("more", 3).by("ann").saying("help " + "y".repeat(400)).to("a"));

    CaseRow row = spine.open().getFirst();
    assertThat(row.brand()).isEqualTo("northwind");
    assertThat(row.channel()).isEqualTo("memory:northwind");
    assertThat(row.state()).isEqualTo(CaseState.WAITING);
    assertThat(row.author()).isEqualTo("ann");
    assertThat(row.snippet()).startsWith("help yyy").hasSize(280);
    assertThat(row.askedAt()).isEqualTo(Said.minute(1));
    assertThat(row.firstReplyAt()).isEqualTo(Said.minute(2));
    assertThat(row.openedAt()).isEqualTo(NOW);
    assertThat(row.lastPostAt()).isEqualTo(Said.minute(3));
    assertThat(row.posts()).isEqualTo(3);
    assertThat(row.exceptions()).isZero();
    assertThat(spine.detail(row.id()).row()).isEqualTo(row);
    assertThat(spine.reads.findCase(row.id() + 999)).isEmpty();
  }

  @Test
  void theUrgentComeFirstAndTheUnsureLast() {
    spine.arrive(
        Said.wonders("unsure", 1),
        Said.asks("second", 5),
        Said.asks("first", 3),
        Said.wonders("last", 9));

    assertThat(authorsOf(Order.URGENT)).containsExactly("first", "second", "unsure", "last");
    assertThat(authorsOf(Order.OLDEST)).containsExactly("unsure", "first", "second", "last");
    assertThat(authorsOf(Order.NEWEST)).containsExactly("last", "second", "first", "unsure");
  }

  private List<String> authorsOf(Order order) {
    return spine
        .reads
        .cases(new CaseQuery(null, null, null, null, null, order, null, 200))
        .items()
        .stream()
        .map(row -> row.snippet().substring(row.snippet().lastIndexOf(' ') + 1))
        .toList();
  }

  /** Many were asked at the same second, as in imports; pages neither skip nor repeat. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesHaveNeitherGapsNorDoubles(Order order) {
    List<Said> posts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      posts.add(i % 3 == 0 ? Said.wonders("p" + i, i / 7) : Said.asks("p" + i, i / 7));
    }
    spine.arrive(posts.toArray(Said[]::new));
    List<CaseRow> whole = page(order, null, 200).items();
    assertThat(whole).hasSize(25).isSortedAccordingTo(comparator(order));

    for (int limit : new int[] {1, 4, 24, 25}) {
      List<CaseRow> paged = new ArrayList<>();
      String cursor = null;
      do {
        Page<CaseRow> page = page(order, cursor, limit);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
        paged.addAll(page.items());
        cursor = page.next();
      } while (cursor != null);
      assertThat(paged).isEqualTo(whole);
    }
  }

  private Page<CaseRow> page(Order order, @Nullable String cursor, int limit) {
    return spine.reads.cases(new CaseQuery(null, null, null, null, null, order, cursor, limit));
  }

  private static Comparator<CaseRow> comparator(Order order) {
    Comparator<CaseRow> oldest = Comparator.comparing(CaseRow::askedAt).thenComparing(CaseRow::id);
    return switch (order) {
      case URGENT -> Comparator.comparing(CaseRow::rankedLow).thenComparing(oldest);
      case OLDEST -> oldest;
      case NEWEST -> oldest.reversed();
    };
  }

  @Test
  void aCursorThatIsNoneOfOursIsRefusedInWords() {
    for (String rubbish : List.of("", "x", "AAAA", "dHJ1ZSAxIDI", "%%%")) {
      assertThatThrownBy(() -> page(Order.URGENT, rubbish, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("none of ours");
    }
  }

  @Test
  void searchTakesPercentUnderscoreAndBackslashAsTheyAre() {
    spine.arrive(
        Said.asks("1", 1).saying("help: 50% off?"),
        Said.asks("2", 2).saying("help: 500 off?"),
        Said.asks("3", 3).saying("help: seat_7 is taken"),
        Said.asks("4", 4).saying("help: seat 7 is taken"),
        Said.asks("5", 5).saying("help: C:\\temp is full"));

    assertThat(found("50%")).containsExactly("help: 50% off?");
    assertThat(found("seat_7")).containsExactly("help: seat_7 is taken");
    assertThat(found("c:\\temp")).containsExactly("help: C:\\temp is full");
    assertThat(found("HELP")).hasSize(5);
    assertThat(found("'; DROP TABLE posts; --")).isEmpty();
  }

  @Test
  void searchLooksAtEveryPostAndAuthorButNotAtWithdrawnOnes() {
    spine.arrive(
        Said.asks("q", 1).by("@eloise"),
        Said.chats("x", 2).saying("about the umbrella").to("q"),
        Said.chats("y", 3).saying("my secret").to("q"));
    spine.arrive(Said.chats("y", 3).deletedAt(9));

    assertThat(found("umbrella")).hasSize(1);
    assertThat(found("ELOISE")).hasSize(1);
    assertThat(found("secret")).isEmpty();
  }

  private List<String> found(String text) {
    return spine
        .reads
        .cases(new CaseQuery(null, null, null, null, text, Order.OLDEST, null, 200))
        .items()
        .stream()
        .map(CaseRow::snippet)
        .toList();
  }

  @Test
  void listsAreFilteredByStateBrandChannelAndHolder() {
    spine.arrive(
        Said.asks("w", 1),
        Said.asks("c", 2),
        Said.asks("p", 3),
        Said.asks("a", 4),
        Said.replies("r", 5).to("a"),
        Said.asks("d", 6),
        Said.asks("s", 7).on("memory:southwind"));
    long claimed = caseOf("c");
    spine.claim(claimed, "ann", NOW);
    long pending = caseOf("p");
    spine.reply(pending, "ann", spine.claim(pending, "ann", NOW), "hello", NOW);
    long closed = caseOf("d");
    spine.act(closed, "bob", NOW, on -> spine.casework.close(on.file(), 0, NOW));

    assertThat(spine.reads.cases(ALL).items()).hasSize(5);
    assertThat(ids("waiting", null, null, null)).hasSize(2);
    assertThat(ids("claimed", null, null, null)).containsExactly(claimed);
    assertThat(ids("pending", null, null, null)).containsExactly(pending);
    assertThat(ids("answered", null, null, null)).containsExactly(caseOf("a"));
    assertThat(ids("closed", null, null, null)).containsExactly(closed);
    assertThat(ids(null, "southwind", null, null)).containsExactly(caseOf("s"));
    assertThat(ids(null, null, "ann", null)).containsExactlyInAnyOrder(claimed, pending);
    assertThat(ids(null, null, "bob", null)).isEmpty();
    assertThat(ids(null, null, null, "memory:southwind")).containsExactly(caseOf("s"));
    assertThat(spine.reads.brands()).containsExactly("northwind", "southwind");

    assertThat(spine.reads.counts(null)).isEqualTo(new StateCounts(2, 1, 0, 1, 1, 1, 0));
    assertThat(spine.reads.counts("southwind")).isEqualTo(new StateCounts(1, 0, 0, 0, 0, 0, 0));
    assertThat(spine.reads.counts("nobody")).isEqualTo(new StateCounts(0, 0, 0, 0, 0, 0, 0));
    assertThat(spine.row(pending).state()).isInstanceOf(CaseState.Pending.class);
  }

  @Test
  void exceptionsAreListedOldestFirstByBrand() {
    spine.arrive(Said.asks("n", 1), Said.asks("s", 2).on("memory:southwind"));
    raise(caseOf("s"), NOW);
    raise(caseOf("n"), NOW.minusSeconds(5));

    assertThat(spine.reads.exceptions(null))
        .extracting(ExceptionRow::caseId)
        .containsExactly(caseOf("n"), caseOf("s"));
    assertThat(spine.reads.exceptions("southwind"))
        .extracting(ExceptionRow::caseId)
        .containsExactly(caseOf("s"));
    assertThat(spine.reads.counts(null).exceptions()).isEqualTo(2);
    assertThat(spine.reads.counts("northwind").exceptions()).isEqualTo(1);
  }

  private void raise(long caseId, Instant at) {
    spine.desk.useTransaction(
        at,
        tx ->
            tx.raise(tx.find(caseId).orElseThrow(), null, ExceptionKind.SEND_UNKNOWN, "who knows"));
  }

  private List<Long> ids(
      @Nullable String state,
      @Nullable String brand,
      @Nullable String agent,
      @Nullable String channel) {
    return spine
        .reads
        .cases(new CaseQuery(state, brand, agent, channel, null, Order.OLDEST, null, 200))
        .items()
        .stream()
        .map(CaseRow::id)
        .toList();
  }

  private long caseOf(String post) {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT c.id FROM cases c JOIN posts p USING (conversation_id)
                    WHERE p.external_id = :post
                    """)
                .bind("post", post)
                .mapTo(long.class)
                .one());
  }
}

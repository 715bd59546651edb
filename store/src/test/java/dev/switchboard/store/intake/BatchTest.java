package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.Steps;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What batches of posts leave in the database. */
class BatchTest extends SpineTest {

  @Test
  void everyFieldOfAPostIsKept() {
    Post post =
        new Post(
            "id-1",
            ChannelName.parse("bluesky:northwind.example"),
            "Northwind Air",
            "did:plc:someone",
            "help 🧳 naïve 東京",
            Said.minute(1),
            Direction.IN,
            PostKind.QUOTE,
            null,
            "en-GB",
            "https://example.org/1",
            12,
            AuthorChange.WRITTEN,
            "{\"media\": [{\"alt\": \"📷\"}]}");
    Arrival arrival = spine.flow.triage(post, Origin.LIVE);
    spine.intake.write(
        List.of(arrival),
        Said.minute(2),
        batch -> List.of(spine.flow.accept(arrival, batch, Said.minute(2))));

    CaseDetail detail = spine.detail(spine.onlyCase());
    PostRow row = detail.posts().getFirst();
    assertThat(row.externalId()).isEqualTo("id-1");
    assertThat(row.author()).isEqualTo("did:plc:someone");
    assertThat(row.text()).isEqualTo("help 🧳 naïve 東京");
    assertThat(row.createdAt()).isEqualTo(Said.minute(1));
    assertThat(row.shownAt()).isEqualTo(Said.minute(1));
    assertThat(row.direction()).isEqualTo(Direction.IN);
    assertThat(row.kind()).isEqualTo(PostKind.QUOTE);
    assertThat(row.language()).isEqualTo("en-GB");
    assertThat(row.url()).isEqualTo("https://example.org/1");
    assertThat(row.extraJson()).isEqualTo("{\"media\": [{\"alt\": \"📷\"}]}");
    assertThat(row.verdict()).isEqualTo(Verdict.HELP);
    assertThat(row.probability()).isEqualTo(.9f);
    assertThat(detail.row().brand()).isEqualTo("Northwind Air");
    assertThat(detail.row().channel()).isEqualTo("bluesky:northwind.example");
    assertThat(one("SELECT followers FROM posts")).isEqualTo(12);
    assertThat(one("SELECT model FROM posts")).isEqualTo(1);
    assertThat(spine.reads.brands()).containsExactly("Northwind Air");
  }

  @Test
  void theSamePostAgainIsADuplicateAndChangesNothing() {
    Said question = Said.asks("q", 1);
    assertThat(spine.arrive(question, question)).containsExactly(Accepted.NEW, Accepted.DUPLICATE);
    assertThat(spine.arrive(question)).containsExactly(Accepted.DUPLICATE);

    assertThat(spine.count("posts")).isEqualTo(1);
    assertThat(spine.count("events")).isEqualTo(2);
  }

  @Test
  void theSameIdOnAnotherChannelIsAnotherPost() {
    spine.arrive(Said.asks("q", 1), Said.asks("q", 1).on("memory:southwind"));

    assertThat(spine.open()).extracting(CaseRow::brand).containsOnly("northwind", "southwind");
  }

  @Test
  void anAuthorIsOneRowHoweverOftenTheyWrite() {
    spine.arrive(Said.asks("1", 1).by("ann"), Said.asks("2", 2).by("ann"));
    spine.arrive(Said.asks("3", 3).by("ann"), Said.asks("4", 4).by("bob"));
    // Another process has a memory of its own and finds them in the database.
    spine.arrive(spine.anotherIntake(), Origin.LIVE, Said.minute(60), Said.asks("5", 5).by("bob"));

    assertThat(spine.count("authors")).isEqualTo(2);
  }

  @Test
  void anAnswerThatComesFirstWaitsForItsQuestion() {
    spine.arrive(Said.replies("a", 5).to("q"));
    assertThat(spine.count("awaited_parents")).isEqualTo(1);
    spine.arrive(Said.asks("q", 1));

    CaseDetail detail = spine.detail(spine.onlyCase());
    assertThat(detail.row().state()).isEqualTo(CaseState.ANSWERED);
    assertThat(detail.row().firstReplyAt()).isEqualTo(Said.minute(5));
    assertThat(detail.posts()).extracting(PostRow::externalId).containsExactly("q", "a");
    assertThat(spine.count("awaited_parents")).isZero();
  }

  @Test
  void theFirstReplyIsLookedUpWhenRepliesComeOutOfOrder() {
    spine.arrive(Said.asks("q", 1));
    spine.arrive(Said.replies("late", 9).to("q"));
    spine.arrive(Said.replies("early", 4).to("q"));

    assertThat(spine.row(spine.onlyCase()).firstReplyAt()).isEqualTo(Said.minute(4));
  }

  @Test
  void twoStoredConversationsBecomeOneWithTheirCasesPostsAndAwaitedParents() {
    spine.arrive(Said.wonders("root", 1));
    long first = spine.onlyCase();
    spine.arrive(Said.asks("leaf", 9).to("middle"), Said.chats("other", 10).to("missing"));
    spine.arrive(Said.chats("link", 11).to("leaf"), Said.chats("x", 12).to("missing"));
    spine.arrive(Said.chats("missing", 8).to("leaf"));
    long second =
        spine.open().stream().map(CaseRow::id).filter(id -> id != first).findFirst().orElseThrow();
    spine.claim(second, "ann", Said.minute(20));

    spine.arrive(Said.chats("middle", 5).to("root"));

    assertThat(spine.onlyCase()).isEqualTo(first);
    assertThat(spine.row(first).rankedLow()).isFalse();
    assertThat(spine.row(first).posts()).isEqualTo(7);
    assertThat(spine.row(first).lastPost()).isEqualTo(lastShown(first));
    assertThat(spine.row(second).state())
        .isInstanceOfSatisfying(
            CaseState.Closed.class, c -> assertThat(c.reason()).isEqualTo(CloseReason.MERGED));
    assertThat(spine.count("conversations")).isEqualTo(1);
    assertThat(spine.count("claims")).isZero();
    assertThat(spine.count("awaited_parents")).isZero();
  }

  @Test
  void conversationsThatMeetWithinABatchAreWrittenAsOne() {
    spine.arrive(
        Said.asks("leaf", 9).to("middle"),
        Said.asks("root", 1),
        Said.asks("middle", 5).to("root"),
        Said.replies("end", 12).to("leaf"));

    assertThat(spine.count("conversations")).isEqualTo(1);
    assertThat(spine.row(spine.onlyCase()).state()).isEqualTo(CaseState.ANSWERED);
    assertThat(spine.closed()).hasSize(1);
    assertNoOrphans();
  }

  @Test
  void aHistoryIsClosedFromTheStart() {
    spine.arrive(
        Origin.IMPORT,
        Said.START.plus(Duration.ofDays(300)),
        Said.asks("q", 1),
        Said.replies("a", 4).to("q"));

    assertThat(spine.open()).isEmpty();
    CaseRow row = spine.closed().getFirst();
    assertThat(row.state())
        .isInstanceOfSatisfying(
            CaseState.Closed.class, c -> assertThat(c.reason()).isEqualTo(CloseReason.HISTORY));
    assertThat(row.askedAt()).isEqualTo(Said.minute(1));
    assertThat(row.firstReplyAt()).isEqualTo(Said.minute(4));
  }

  @Test
  void aCustomerReopensAClosedCase() {
    spine.arrive(Said.asks("q", 1));
    long caseId = spine.onlyCase();
    spine.act(
        caseId, "ann", Said.minute(61), on -> spine.casework.close(on.file(), 0, Said.minute(61)));
    assertThat(spine.open()).isEmpty();
    spine.arrive(Said.asks("again", 62).to("q"));

    assertThat(spine.onlyCase()).isEqualTo(caseId);
    assertThat(spine.history(caseId)).endsWith("case.closed", "post.received", "case.reopened");
  }

  @Test
  void anEditKeepsTheEarlierText() {
    spine.arrive(Said.asks("q", 1));
    spine.arrive(Said.asks("q", 1).saying("help, edited").editedAt(5));

    PostRow post = spine.detail(spine.onlyCase()).posts().getFirst();
    assertThat(post.text()).isEqualTo("help, edited");
    assertThat(post.editedAt()).isEqualTo(Said.minute(5));
    assertThat(one("SELECT text FROM post_revisions")).isEqualTo("help with q");
    assertThat(spine.arrive(Said.asks("q", 1).saying("help, edited").editedAt(5)))
        .containsExactly(Accepted.DUPLICATE);
  }

  @Test
  void anEditInTheSameBatchAsItsPostIsKept() {
    spine.arrive(Said.asks("q", 1), Said.asks("q", 1).saying("help, edited").editedAt(5));

    PostRow post = spine.detail(spine.onlyCase()).posts().getFirst();
    assertThat(post.text()).isEqualTo("help, edited");
    assertThat(post.editedAt()).isEqualTo(Said.minute(5));
    assertThat(spine.count("post_revisions")).isEqualTo(1);
  }

  @Test
  void aWithdrawnPostIsNotShownAnyMore() {
    spine.arrive(Said.asks("q", 1), Said.asks("r", 2).to("q"));
    spine.arrive(Said.asks("r", 2).deletedAt(5));

    CaseDetail detail = spine.detail(spine.onlyCase());
    assertThat(detail.posts().getLast().text()).isEmpty();
    assertThat(detail.posts().getLast().deletedAt()).isEqualTo(Said.minute(5));
    assertThat(detail.row().snippet()).isEmpty();
  }

  @Test
  void aDeletionInTheSameBatchAsItsPostIsKept() {
    spine.arrive(Said.asks("q", 1), Said.asks("q", 1).deletedAt(5));

    PostRow post = spine.detail(spine.onlyCase()).posts().getFirst();
    assertThat(post.text()).isEmpty();
    assertThat(post.deletedAt()).isEqualTo(Said.minute(5));
  }

  @Test
  void aPostThatAnotherProcessStoresMeanwhileIsADuplicate() {
    Arrival arrival = spine.flow.triage(Said.asks("q", 1).post(), Origin.LIVE);
    IntakeStore other = spine.anotherIntake();
    List<String> tries = new ArrayList<>();
    List<Accepted> accepted =
        spine.intake.write(
            List.of(arrival),
            Said.minute(60),
            batch -> {
              List<Accepted> decided = List.of(spine.flow.accept(arrival, batch, Said.minute(60)));
              if (tries.isEmpty()) {
                storeElsewhere(other);
              }
              tries.add("once");
              return decided;
            });

    assertThat(accepted).containsExactly(Accepted.DUPLICATE);
    assertThat(tries).hasSize(2);
    assertThat(spine.count("posts")).isEqualTo(1);
    assertThat(spine.count("events")).isEqualTo(2);
    assertThat(spine.count("conversations")).isEqualTo(1);
  }

  private void storeElsewhere(IntakeStore other) {
    try {
      Steps.get(
          Steps.beside(() -> spine.arrive(other, Origin.LIVE, Said.minute(60), Said.asks("q", 1))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReplyOfOurOwnThatTheNetworkTellsUsOfIsADuplicate() {
    spine.arrive(Said.asks("q", 1));
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                INSERT INTO posts (id, channel_id, external_id, conversation_id, author_id,
                  direction, kind, text, created_at, shown_at, received_at)
                SELECT id + 1, channel_id, 'ours', conversation_id, author_id,
                  'out', 'reply', 'hello', now(), now(), now() FROM posts
                """));

    assertThat(spine.arrive(Said.replies("ours", 2).to("q"), Said.chats("x", 3).to("ours")))
        .containsExactly(Accepted.DUPLICATE, Accepted.NEW);
    assertThat(spine.count("conversations")).isEqualTo(1);
  }

  @Test
  void whatAnotherProcessMergedIsReadAnew() {
    spine.arrive(Said.asks("root", 1));
    spine.arrive(Said.asks("leaf", 9).to("middle"));
    spine.arrive(
        spine.anotherIntake(), Origin.LIVE, Said.minute(60), Said.chats("middle", 5).to("root"));
    spine.arrive(Said.chats("end", 10).to("leaf"), Said.asks("leaf", 9).editedAt(12));

    assertThat(spine.count("conversations")).isEqualTo(1);
    assertThat(spine.row(spine.onlyCase()).posts()).isEqualTo(4);
    assertNoOrphans();
  }

  @Test
  void whatNoDatabaseCanKeepFailsAloneAndTheStoreGoesOn() {
    assertThatThrownBy(
            () -> spine.arrive(Said.asks("ok", 1), Said.asks("bad", 2).saying("help \0 me")))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasMessageContaining("0x00");
    assertThat(spine.count("posts")).isZero();
    assertThat(spine.count("authors")).isZero();

    spine.arrive(Said.asks("ok", 1));
    assertThat(spine.row(spine.onlyCase()).author()).isEqualTo("customer");
    assertNoOrphans();
  }

  @Test
  void aCaseThatIsClaimedWhileABatchWaitsForItStaysClaimed() throws Exception {
    spine.arrive(Said.asks("q", 1));
    long caseId = spine.onlyCase();
    spine.desk.person("ann");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch batchWaits = new CountDownLatch(1);
    CompletableFuture<CaseDecision> claiming =
        Steps.beside(
            () ->
                spine.act(
                    caseId,
                    "ann",
                    Said.minute(10),
                    on -> {
                      locked.countDown();
                      Steps.await(batchWaits);
                      return claim(on);
                    }));
    Steps.await(locked);
    CompletableFuture<List<Accepted>> batch =
        Steps.beside(() -> spine.arrive(Said.asks("more", 11).to("q")));
    Steps.awaitLockWait(spine.jdbi);
    batchWaits.countDown();

    assertThat(Steps.get(claiming)).isInstanceOf(CaseDecision.Done.class);
    assertThat(Steps.get(batch)).containsExactly(Accepted.NEW);
    CaseDetail detail = spine.detail(caseId);
    assertThat(detail.row().state()).isInstanceOf(CaseState.Claimed.class);
    assertThat(detail.posts()).extracting(PostRow::externalId).containsExactly("q", "more");
  }

  private CaseDecision claim(OpenCase on) {
    return spine.casework.claim(on.file(), "ann", Said.minute(10));
  }

  @Test
  void aBatchThatFailsLeavesNoTraceAndItsNewChannelCanBeUsedLater() {
    Arrival arrival = spine.flow.triage(Said.asks("q", 1).post(), Origin.LIVE);
    assertThatThrownBy(
            () ->
                spine.intake.write(
                    List.of(arrival),
                    Said.minute(60),
                    batch -> {
                      throw new IllegalStateException("something else is wrong");
                    }))
        .hasMessageContaining("something else");
    assertThat(spine.count("posts")).isZero();

    spine.arrive(Said.asks("q", 1));
    assertThat(spine.row(spine.onlyCase()).channel()).isEqualTo("memory:northwind");
  }

  private void assertNoOrphans() {
    assertThat(
            one(
                """
                SELECT count(*)::int FROM posts p
                LEFT JOIN conversations v ON v.id = p.conversation_id
                LEFT JOIN authors a ON a.id = p.author_id
                LEFT JOIN channels n ON n.id = p.channel_id
                WHERE v.id IS NULL OR a.id IS NULL OR n.id IS NULL
                """))
        .isEqualTo(0);
    assertThat(
            one(
                """
                SELECT count(*)::int FROM cases c
                LEFT JOIN conversations v ON v.id = c.conversation_id WHERE v.id IS NULL
                """))
        .isEqualTo(0);
  }

  private long lastShown(long caseId) {
    return spine.detail(caseId).posts().getLast().id();
  }

  private Object one(String sql) {
    return spine.jdbi.withHandle(h -> h.createQuery(sql).map((row, _) -> row.getObject(1)).one());
  }
}

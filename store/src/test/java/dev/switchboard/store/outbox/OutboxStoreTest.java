package dev.switchboard.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.ReplyStatus;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies on their way out, and what is known of them when things go wrong. */
class OutboxStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final String ME = "sender-1";
  private static final String OTHER = "sender-2";
  private long caseId;

  @BeforeEach
  void oneCase() {
    spine.arrive(Said.asks("q", 1), Said.chats("x", 2).to("q"));
    caseId = spine.onlyCase();
  }

  @Test
  void aQueuedReplyIsTakenOnceWithAllThatASenderNeeds() {
    long seen = spine.row(caseId).lastPost();
    long reply = queued("We are 🧳 on it");

    List<QueuedReply> taken = spine.outbox.take(ME, NOW, 10);
    assertThat(taken).hasSize(1);
    QueuedReply first = taken.getFirst();
    assertThat(first.id()).isEqualTo(reply);
    assertThat(first.caseId()).isEqualTo(caseId);
    assertThat(first.channel()).isEqualTo(ChannelName.parse("memory:northwind"));
    assertThat(first.agent()).isEqualTo("ann");
    assertThat(first.text()).isEqualTo("We are 🧳 on it");
    assertThat(first.inReplyTo()).isEqualTo("x");
    assertThat(first.seenThrough()).isEqualTo(seen);
    assertThat(first.attempts()).isEqualTo(1);
    assertThat(first.idempotencyKey()).isNotBlank();
    assertThat(spine.outbox.take(ME, NOW, 10)).isEmpty();
    assertThat(status()).isEqualTo(ReplyStatus.SENDING);
  }

  @Test
  void aReplyAnswersThePostThatIsStillThere() {
    spine.arrive(Said.chats("x", 2).deletedAt(5));
    queued("hello");

    assertThat(spine.outbox.take(ME, NOW, 10).getFirst().inReplyTo()).isEqualTo("q");
  }

  @Test
  void whatIsNotDueYetIsNotTaken() {
    long reply = queued("hello");
    spine.outbox.take(ME, NOW, 10);
    mark(reply, ReplyStatus.QUEUED, NOW.plusSeconds(30), "busy");

    assertThat(spine.outbox.take(ME, NOW.plusSeconds(29), 10)).isEmpty();
    assertThat(row().error()).isEqualTo("busy");
    QueuedReply again = spine.outbox.take(ME, NOW.plusSeconds(30), 10).getFirst();
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  void sendersAtOnceTakeEachReplyOnce() throws Exception {
    for (int i = 0; i < 30; i++) {
      spine.arrive(Said.asks("q" + i, 3 + i));
    }
    spine
        .open()
        .forEach(
            open ->
                spine.reply(open.id(), "ann", spine.claim(open.id(), "ann", NOW), "hello", NOW));
    List<CompletableFuture<List<QueuedReply>>> senders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String sender = "sender-" + i;
      senders.add(
          Steps.beside(
              () -> {
                List<QueuedReply> all = new ArrayList<>();
                for (int take = 0; take < 8; take++) {
                  all.addAll(spine.outbox.take(sender, NOW, 2));
                }
                return all;
              }));
    }
    List<Long> taken = new ArrayList<>();
    for (CompletableFuture<List<QueuedReply>> sender : senders) {
      Steps.get(sender).forEach(reply -> taken.add(reply.id()));
    }
    assertThat(taken).hasSize(31).doesNotHaveDuplicates();
  }

  @Test
  void whoeverTakesOverFindsWhatWasBeingSentWhenItsSenderWentAway() {
    long reply = queued("hello");
    spine.outbox.take(OTHER, NOW, 10);

    assertThat(spine.outbox.orphaned(ME, List.of(), false, NOW, 10)).isEmpty();
    Instant gone = NOW.plus(OutboxStore.SENDER_GONE_AFTER);
    assertThat(spine.outbox.orphaned(ME, List.of(), false, gone, 10))
        .extracting(QueuedReply::id)
        .containsExactly(reply);
    assertThat(spine.outbox.orphaned(OTHER, List.of(reply), false, gone, 10)).isEmpty();
    spine.outbox.orphanAll(NOW);
    assertThat(spine.outbox.orphaned(ME, List.of(), false, NOW, 10)).hasSize(1);
  }

  @Test
  void onlyAReplyOfTheStatusAskedForIsLocked() {
    long reply = queued("hello");

    assertThat(lock(reply, ReplyStatus.SENDING, ReplyStatus.UNKNOWN)).isFalse();
    spine.outbox.take(ME, NOW, 10);
    assertThat(lock(reply, ReplyStatus.SENDING, ReplyStatus.UNKNOWN)).isTrue();
    mark(reply, ReplyStatus.UNKNOWN, NOW, "the line broke");
    assertThat(lock(reply, ReplyStatus.SENDING)).isFalse();
    assertThat(status()).isEqualTo(ReplyStatus.UNKNOWN);
  }

  @Test
  void aSentReplyStandsInItsConversationUnderItsWritersName() {
    QueuedReply reply = taken("hello");
    Instant sentAt = NOW.plusNanos(123_456_789);
    ended(reply, "ext-1", sentAt);

    CaseDetail detail = spine.detail(caseId);
    assertThat(detail.row().state()).isEqualTo(CaseState.ANSWERED);
    PostRow post = detail.posts().getLast();
    assertThat(post.externalId()).isEqualTo("ext-1");
    assertThat(post.person()).isEqualTo("ann");
    assertThat(post.author()).isEqualTo("northwind");
    assertThat(post.inReplyTo()).isEqualTo("x");
    assertThat(post.createdAt()).isEqualTo(NOW.plusNanos(123_456_000));
    assertThat(detail.row().lastPost()).isEqualTo(post.id());
    assertThat(detail.row().firstReplyAt()).isEqualTo(NOW.plusNanos(123_456_000));
    assertThat(row().status()).isEqualTo(ReplyStatus.SENT);
    assertThat(row().externalId()).isEqualTo("ext-1");
    assertThat(row().sentAt()).isEqualTo(NOW.plusNanos(123_456_000));
  }

  @Test
  void aReplyThatTheNetworkToldUsOfFirstStandsThereOnce() {
    QueuedReply reply = taken("hello");
    spine.arrive(Said.replies("ext-1", 59).to("q"));
    ended(reply, "ext-1", NOW);

    assertThat(spine.detail(caseId).posts())
        .extracting(PostRow::externalId)
        .containsExactly("q", "x", "ext-1");
    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.ANSWERED);
  }

  @Test
  void twoRepliesShareTheAuthorThatTheBrandIs() {
    ended(taken("one"), "ext-1", NOW);
    ended(taken("two"), "ext-2", NOW.plusSeconds(1));

    assertThat(spine.count("authors")).isEqualTo(2);
  }

  @Test
  void aReplyThatASecondQuestionOvertookLeavesTheCaseWaitingWhateverHappensNext() {
    QueuedReply reply = taken("hello");
    spine.arrive(Said.asks("more", 59).to("q"));
    ended(reply, "ext-1", NOW);
    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.WAITING);

    long token = spine.claim(caseId, "bob", NOW);
    spine.act(
        caseId, "bob", NOW, on -> spine.casework.release(on.file(), on.conversation(), token, NOW));
    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void thanksOrAWithdrawalDoNotOvertakeAReply() {
    QueuedReply reply = taken("hello");
    spine.arrive(Said.chats("thanks", 58).to("q"), Said.asks("gone", 59).to("q").deletedAt(59));

    assertThat(overtaken(reply)).isFalse();
    ended(reply, "ext-1", NOW);
    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.ANSWERED);
  }

  @Test
  void aQuestionFromAClockThatIsAheadIsAnsweredAllTheSame() {
    spine.arrive(Said.asks("ahead", 64).to("q"));
    ended(taken("hello"), "ext-1", NOW);
    long token = spine.claim(caseId, "bob", NOW);
    spine.act(
        caseId, "bob", NOW, on -> spine.casework.release(on.file(), on.conversation(), token, NOW));

    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.ANSWERED);
    assertThat(spine.detail(caseId).posts().getLast().externalId()).isEqualTo("ext-1");
  }

  @Test
  void whatAnsweredOurReplyBeforeItWasStoredJoinsTheConversationLater() {
    QueuedReply reply = taken("hello");
    spine.arrive(Said.chats("fast", 61).to("ext-1"));
    ended(reply, "ext-1", NOW);
    spine.arrive(Said.replies("ext-1", 60).to("q"));

    assertThat(spine.detail(caseId).posts())
        .extracting(PostRow::externalId)
        .containsExactlyInAnyOrder("q", "x", "ext-1", "fast");
    assertThat(spine.count("awaited_parents")).isZero();
    assertThat(spine.count("conversations")).isEqualTo(1);
  }

  private long queued(String text) {
    return spine.reply(caseId, "ann", spine.claim(caseId, "ann", NOW), text, NOW);
  }

  private QueuedReply taken(String text) {
    queued(text);
    return spine.outbox.take(ME, NOW, 10).getFirst();
  }

  private void ended(QueuedReply reply, String externalId, Instant sentAt) {
    boolean overtaken = overtaken(reply);
    spine.sent(reply, externalId, sentAt);
    boolean answered =
        spine.desk.inTransaction(
            NOW, tx -> tx.find(caseId).orElseThrow().conversation().isAnswered());
    assertThat(answered).isEqualTo(!overtaken);
  }

  private boolean overtaken(QueuedReply reply) {
    return spine.desk.inTransaction(
        NOW, tx -> spine.outbox.isOvertaken(tx, tx.find(caseId).orElseThrow(), reply));
  }

  private boolean lock(long reply, ReplyStatus... statuses) {
    return spine.desk.inTransaction(
        NOW, tx -> spine.outbox.lock(tx, reply, List.of(statuses)).isPresent());
  }

  private void mark(long reply, ReplyStatus status, Instant dueAt, String error) {
    spine.desk.useTransaction(NOW, tx -> spine.outbox.mark(tx, reply, status, dueAt, error));
  }

  private ReplyRow row() {
    return spine.detail(caseId).replies().getFirst();
  }

  private ReplyStatus status() {
    return row().status();
  }
}

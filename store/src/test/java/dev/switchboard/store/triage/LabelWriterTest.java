package dev.switchboard.store.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.desk.PostTransaction.On;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.triage.NewLabel.CaseEffect;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels: numbered without holes, one answer a post, taken back without a trace in what stands. */
class LabelWriterTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private LabelWriter writer;

  @BeforeEach
  void writer() {
    writer = new LabelWriter(spine.directory);
    spine.desk.person("ann");
  }

  @Test
  void aPostIsReadWithItsCaseAndItsConversation() {
    long post = arrive(Said.wonders("q", 1));

    On on = spine.desk.onPosts(NOW, tx -> tx.find(post).orElseThrow());

    assertThat(on.post().needsHelp()).isTrue();
    assertThat(on.post().text()).isEqualTo("unsure about q");
    assertThat(on.conversation().lastHelpAt()).isEqualTo(Said.minute(1));
    assertThat(Objects.requireNonNull(on.latest()).state()).isEqualTo(CaseState.WAITING);
    Optional<On> none = spine.desk.onPosts(NOW, tx -> tx.find(post + 999));
    assertThat(none).isEmpty();
  }

  @Test
  void theOppositeTakesThePlaceOfWhatWasSaidBefore() {
    long post = arrive(Said.chats("q", 1));
    write(post, judged(LabelAction.SET_ASIDE, Judged.SET_ASIDE));
    write(post, judged(LabelAction.BROUGHT_BACK, Judged.HELP));

    assertThat(standing()).containsExactly(LabelAction.BROUGHT_BACK);
    assertThat(judgedNow(post)).isEqualTo("help");

    undo(post);

    assertThat(standing()).containsExactly(LabelAction.SET_ASIDE);
    assertThat(judgedNow(post)).isEqualTo("setAside");
    undo(post);
    assertThat(standing()).isEmpty();
    assertThat(judgedNow(post)).isNull();
  }

  @Test
  void ordinaryWorkOnAPostTeachesOnce() {
    long post = arrive(Said.asks("q", 1));

    assertThat(write(post, NewLabel.ofWork(LabelAction.TRANSFERRED, 1))).isPresent();
    assertThat(write(post, NewLabel.ofWork(LabelAction.REPLIED, 1))).isEmpty();

    assertThat(standing()).containsExactly(LabelAction.TRANSFERRED);
    assertThat(spine.number("SELECT steps FROM triage_learners")).isEqualTo(1);
    Optional<LabelWriter.Standing> last =
        spine.desk.onPosts(NOW, tx -> writer.findLast(tx.handle(), post));
    assertThat(last).isEmpty();
  }

  @Test
  void whatIsRolledBackLeavesNoHoleInTheSteps() {
    long post = arrive(Said.asks("q", 1));
    try {
      spine.desk.onPosts(
          NOW,
          tx -> {
            On on = tx.find(post).orElseThrow();
            writer.write(
                tx.handle(),
                on.post(),
                judged(LabelAction.SET_ASIDE, Judged.SET_ASIDE),
                "ann",
                NOW);
            throw new IllegalStateException("changed my mind");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("changed my mind");
    }
    assertThat(standing()).isEmpty();

    write(post, judged(LabelAction.SET_ASIDE, Judged.SET_ASIDE));

    assertThat(spine.number("SELECT step FROM triage_labels")).isEqualTo(1);
  }

  @Test
  void manyWhoLabelAtOnceStandInALine() {
    List<Long> posts =
        List.of(
            arrive(Said.asks("q1", 1)),
            arrive(Said.asks("q2", 2)),
            arrive(Said.asks("q3", 3)),
            arrive(Said.asks("q4", 4)),
            arrive(Said.asks("q5", 5)),
            arrive(Said.asks("q6", 6)));
    List<CompletableFuture<Optional<Long>>> all =
        posts.stream()
            .map(
                post ->
                    CompletableFuture.supplyAsync(
                        () -> write(post, judged(LabelAction.SET_ASIDE, Judged.SET_ASIDE))))
            .toList();
    all.forEach(CompletableFuture::join);

    List<Integer> steps =
        spine.jdbi.withHandle(
            h ->
                h.createQuery("SELECT step FROM triage_labels ORDER BY step")
                    .mapTo(Integer.class)
                    .list());
    assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void helpIsCountedAsPostsAreJudged() {
    long post = arrive(Said.asks("q", 1));
    write(post, judged(LabelAction.SET_ASIDE, Judged.SET_ASIDE));

    assertThat(counted(post)).isNull();
    undo(post);
    assertThat(counted(post)).isEqualTo(Said.minute(1));
  }

  private @Nullable Instant counted(long post) {
    return spine
        .desk
        .onPosts(
            NOW, tx -> Optional.of(tx.countHelpAnew(tx.find(post).orElseThrow().conversation())))
        .orElseThrow()
        .lastHelpAt();
  }

  private long arrive(Said said) {
    spine.arrive(said);
    return spine.number("SELECT id FROM posts WHERE external_id = '" + said.id() + "'");
  }

  private static NewLabel judged(LabelAction action, Judged judged) {
    return new NewLabel(action, null, judged == Judged.HELP, null, null, judged, CaseEffect.NONE);
  }

  private Optional<Long> write(long post, NewLabel label) {
    return spine.desk.onPosts(
        NOW,
        tx -> writer.write(tx.handle(), tx.find(post).orElseThrow().post(), label, "ann", NOW));
  }

  private void undo(long post) {
    spine.desk.onPosts(
        NOW,
        tx -> {
          On on = tx.find(post).orElseThrow();
          var last = writer.findLast(tx.handle(), post).orElseThrow();
          writer.undo(tx.handle(), on.post(), last, "ann", NOW);
          return post;
        });
  }

  private List<LabelAction> standing() {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery("SELECT action FROM triage_labels WHERE undone_at IS NULL ORDER BY step")
                .map((row, _) -> LabelAction.ofWord(row.getString("action")))
                .list());
  }

  private @Nullable String judgedNow(long post) {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery("SELECT coalesce(judged, '') FROM posts WHERE id = :id")
                .bind("id", post)
                .mapTo(String.class)
                .findOne()
                .filter(word -> !word.isEmpty())
                .orElse(null));
  }
}

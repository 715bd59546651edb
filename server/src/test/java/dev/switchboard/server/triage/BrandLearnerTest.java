package dev.switchboard.server.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.testing.Said;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.store.desk.PostTransaction.On;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.triage.Judged;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.LabelWriter;
import dev.switchboard.store.triage.LearnerStore;
import dev.switchboard.store.triage.NewLabel;
import dev.switchboard.store.triage.NewLabel.CaseEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A learner is what the labels that stand make it: after a restart, after an undo, alone. */
class BrandLearnerTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final TriageSettings LENIENT =
      new TriageSettings(
          new Promise(.4, .95, Promise.Basis.CONFIDENT), TriageSettings.DEFAULT.audit());

  private LearnerStore store;
  private LabelWriter writer;
  private final List<Long> posts = new ArrayList<>();

  @BeforeEach
  void open() {
    store = new LearnerStore(spine.jdbi);
    writer = new LabelWriter(spine.directory);
    posts.clear();
  }

  @Test
  void aLearnerThatIsKilledAnywhereGoesOnExactlyWhereItWas() {
    BrandLearner steady = learner();
    for (int i = 0; i < 40; i++) {
      label(i);
      catchUp(steady);
    }
    // Saved at step 32; what came since was learned, but not saved: now it is killed.
    assertThat(savedVersions()).containsExactly(33L);
    label(40);

    BrandLearner restarted = learner();
    assertThat(restarted.step()).isEqualTo(32);
    Published after = catchUp(restarted);

    assertThat(after.version()).isEqualTo(42);
    catchUp(steady);
    assertThat(restarted.snapshot()).isEqualTo(steady.snapshot());
    forgetModels();
    BrandLearner anew = learner();
    catchUp(anew);
    assertThat(anew.snapshot()).isEqualTo(steady.snapshot());
  }

  @Test
  void whatWasTakenBackIsAsIfItHadNeverBeen() {
    BrandLearner learner = learner();
    for (int i = 0; i < 40; i++) {
      label(i);
    }
    catchUp(learner);
    learner.save();
    undo(posts.get(10));

    Published after = catchUp(learner);

    assertThat(after.labels()).isEqualTo(39);
    assertThat(after.version()).isEqualTo(42);
    forgetModels();
    BrandLearner anew = learner();
    catchUp(anew);
    assertThat(anew.snapshot()).isEqualTo(learner.snapshot());
  }

  @Test
  void aModelThatLearnedFromWhatWasTakenBackIsNeitherKeptNorSaved() {
    BrandLearner learner = learner();
    for (int i = 0; i < 5; i++) {
      label(i);
    }
    catchUp(learner);
    learner.save();
    assertThat(savedVersions()).containsExactly(6L);
    undo(posts.get(4));
    assertThat(savedVersions()).isEmpty();

    label(5);
    BrandLearner late = learner();
    catchUp(late);
    undo(posts.get(0));
    late.save();

    assertThat(savedVersions()).isEmpty();
  }

  @Test
  void modelsBeforeWhatWasTakenBackAreGoneOnFrom() {
    BrandLearner learner = learner();
    for (int i = 0; i < 8; i++) {
      label(i);
      if (i == 4) {
        catchUp(learner);
        learner.save();
      }
    }
    undo(posts.get(6));

    BrandLearner restarted = learner();

    assertThat(restarted.step()).isEqualTo(5);
    Published after = catchUp(restarted);
    assertThat(after.labels()).isEqualTo(7);
    assertThat(after.version()).isEqualTo(10);
  }

  @Test
  void eachVersionIsAnnouncedOnceAlsoAfterARestart() {
    label(0);
    catchUp(learner());
    catchUp(learner());

    assertThat(spine.number("SELECT count(*) FROM events WHERE type = 'triage.modelPublished'"))
        .isEqualTo(1);
  }

  @Test
  void nothingIsSetAsideUntilTheBoundIsShown() {
    LearnerOptions options = LENIENT.learner();
    BrandLearner learner = BrandLearner.restore(brandId(), store, options, () -> NOW);
    int needed = options.promise().postsNeeded();
    boolean shown = false;
    for (int i = 0; i < 60 && !shown; i++) {
      label(i, true);
      Published now = catchUp(learner);
      assertThat(now.rule().rank() > 0).isEqualTo(now.rule().helpPosts() >= needed);
      assertThat(now.triage().thresholds().setAside() > 0).isEqualTo(now.rule().rank() > 0);
      shown = now.rule().rank() > 0;
    }

    assertThat(shown).isTrue();
    assertThat(spine.number("SELECT count(*) FROM events WHERE type = 'triage.promiseChanged'"))
        .isEqualTo(1);
  }

  @Test
  void tagsMakeTheBrandsOwnListOfIntentsOnceThereAreEnough() {
    BrandLearner learner = learner();
    for (int i = 0; i < 20; i++) {
      long post = arrive(i, i % 2 == 0 ? "the meadow bridge " + i : "a violin lesson " + i);
      boolean bridge = i % 2 == 0;
      write(
          post,
          new NewLabel(
              LabelAction.TAGGED,
              null,
              null,
              bridge ? "bridges" : "music",
              null,
              null,
              CaseEffect.NONE));
    }

    Published now = catchUp(learner);

    assertThat(now.triage().decide(Said.asks("x", 99).saying("the meadow bridge").post()).intent())
        .isEqualTo("bridges");
    assertThat(now.labels()).isZero();
  }

  @Test
  void peopleWhoTurnRoundRaiseOneExceptionAboutTheBrand() {
    BrandLearner learner = learner();
    for (int i = 0; i < 150; i++) {
      label(i);
    }
    catchUp(learner);
    assertThat(drifts()).isZero();

    for (int i = 150; i < 230; i++) {
      label(i, i % 3 == 0, i % 3 != 0);
    }
    catchUp(learner);

    assertThat(drifts()).isEqualTo(1);
    assertThat(
            spine.number(
                "SELECT count(*) FROM exceptions WHERE case_id IS NULL AND cleared_at IS NULL"
                    + " AND brand_id = "
                    + brandId()
                    + " AND reason LIKE 'What people do fits less well%'"))
        .isEqualTo(1);
    // What was said is not said again by who learns the same anew.
    forgetModels();
    catchUp(learner());
    assertThat(drifts()).isEqualTo(1);
  }

  private long drifts() {
    return spine.number("SELECT count(*) FROM exceptions WHERE kind = 'TRIAGE_DRIFT'");
  }

  private BrandLearner learner() {
    return BrandLearner.restore(brandId(), store, TriageSettings.DEFAULT.learner(), () -> NOW);
  }

  private static Published catchUp(BrandLearner learner) {
    Published before = Published.byDefault(Promise.DEFAULT);
    Published next = learner.learn(before);
    while (next == null) {
      next = learner.learn(before);
    }
    return next;
  }

  private void label(int i) {
    label(i, i % 3 != 0);
  }

  private void label(int i, boolean help) {
    label(i, help, help);
  }

  private void label(int i, boolean help, boolean asHelp) {
    String text = asHelp ? "help me, ticket " + i + " is lost" : "lovely evening number " + i;
    long post = arrive(i, text);
    write(
        post,
        new NewLabel(
            help ? LabelAction.BROUGHT_BACK : LabelAction.SET_ASIDE,
            null,
            help,
            null,
            null,
            help ? Judged.HELP : Judged.SET_ASIDE,
            CaseEffect.NONE));
  }

  private long arrive(int i, String text) {
    spine.arrive(Said.asks("p" + i, i).saying(text));
    long post = spine.number("SELECT id FROM posts WHERE external_id = 'p" + i + "'");
    posts.add(post);
    return post;
  }

  private void write(long post, NewLabel label) {
    spine.desk.person("ann");
    spine.desk.onPosts(
        NOW,
        tx -> {
          On on = tx.find(post).orElseThrow();
          return writer.write(tx.handle(), on.post(), label, "ann", NOW);
        });
  }

  private void undo(long post) {
    spine.desk.onPosts(
        NOW,
        tx -> {
          On on = tx.find(post).orElseThrow();
          writer.undo(
              tx.handle(), on.post(), writer.findLast(tx.handle(), post).orElseThrow(), "ann", NOW);
          return post;
        });
  }

  private int brandId() {
    return spine.directory.channel(Said.asks("any", 0).post().channel(), null).brandId();
  }

  private List<Long> savedVersions() {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery("SELECT version FROM triage_models ORDER BY version")
                .mapTo(Long.class)
                .list());
  }

  private void forgetModels() {
    spine.jdbi.useHandle(h -> h.execute("DELETE FROM triage_models"));
  }
}

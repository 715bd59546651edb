package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.Casework;
import dev.switchboard.server.desk.Judging.By;
import dev.switchboard.server.desk.Judging.Result;
import dev.switchboard.server.triage.Audit;
import dev.switchboard.server.triage.Labels;
import dev.switchboard.server.triage.Learning;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.PostTransaction;
import dev.switchboard.store.desk.PostTransaction.On;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out what people say of posts: locks, judges, saves, commits, and lets triage learn. */
public final class JudgingDesk implements PostDesk {
  private static final int MAX_INTENT_CHARS = 80;

  /** How long an answer waits for the model to have learned; it learns all the same. */
  private static final Duration LEARN_WAIT = Duration.ofSeconds(2);

  private final Judging judging;
  private final DeskStore store;
  private final Learning learning;
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that changed something
   */
  public JudgingDesk(
      Casework casework,
      DeskStore store,
      Labels labels,
      Topics topics,
      Learning learning,
      Audit audit,
      InstantSource clock,
      Runnable committed) {
    this.judging = new Judging(casework, store, labels, topics);
    this.store = store;
    this.learning = learning;
    this.audit = audit;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public PostResult setAside(long post, String agent, long token) {
    return act(post, agent, (tx, on, by) -> judging.setAside(tx, on, token, by));
  }

  @Override
  public PostResult setAsideCase(long caseId, String agent, long token) {
    List<Long> posts = store.postsNeedingHelp(caseId);
    if (posts.isEmpty()) {
      return store.exists(caseId)
          ? new PostResult.NotPossible(
              caseId, "No post of case %d asks for help; close it instead.".formatted(caseId))
          : new PostResult.NoSuchCase(caseId);
    }
    return act(
        posts.getFirst(), agent, (tx, on, by) -> judging.setAsideCase(tx, on, caseId, token, by));
  }

  @Override
  public PostResult bringBack(long post, String agent) {
    return act(post, agent, judging::bringBack);
  }

  @Override
  public PostResult thank(long post, String agent) {
    return act(post, agent, judging::thank);
  }

  @Override
  public PostResult tag(
      long post, String agent, @Nullable String intent, @Nullable Boolean problem) {
    if (intent == null && problem == null) {
      throw new IllegalArgumentException("give intent, problem, or both");
    }
    if (intent != null && (intent.isBlank() || intent.length() > MAX_INTENT_CHARS)) {
      throw new IllegalArgumentException(
          "intent must have 1 to %d characters".formatted(MAX_INTENT_CHARS));
    }
    String stripped = intent == null ? null : intent.strip();
    return act(post, agent, (tx, on, by) -> judging.tag(tx, on, stripped, problem, by));
  }

  @Override
  public PostResult audit(long post, String agent, boolean neededHelp) {
    return act(post, agent, (tx, on, by) -> judging.audit(tx, on, neededHelp, by));
  }

  @Override
  public PostResult undo(long post, String agent) {
    return act(post, agent, judging::undo);
  }

  private interface Action {
    Result on(PostTransaction tx, On on, By by);
  }

  private PostResult act(long post, String agent, Action action) {
    store.person(Texts.name(agent));
    Instant now = clock.instant();
    Optional<Result> result =
        store.onPosts(now, tx -> tx.find(post).map(on -> act(tx, on, action, agent, now)));
    return result.isEmpty()
        ? new PostResult.NoSuchPost(post)
        : switch (result.get()) {
          case Result.Not(var why) -> why;
          case Result.Done done -> committed(done);
        };
  }

  private static Result act(PostTransaction tx, On on, Action action, String agent, Instant now) {
    return on.post().withdrawn()
        ? new Result.Not(
            new PostResult.NotPossible(on.post().id(), "Its author has withdrawn this post."))
        : action.on(tx, on, new By(agent, now));
  }

  private PostResult committed(Result.Done done) {
    int brandId = done.post().brandId();
    if (done.label() != null) {
      committed.run();
      awaitLearned(brandId);
      if (done.post().drawn()) {
        audit.check(brandId);
        committed.run();
      }
    }
    return new PostResult.Done(
        done.post().id(), done.label(), done.judged(), done.file(), learning.version(brandId));
  }

  private void awaitLearned(int brandId) {
    try {
      learning.awaitLearned(brandId, LEARN_WAIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

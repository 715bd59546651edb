package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.IncidentAction;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import dev.switchboard.store.Directory;
import dev.switchboard.store.incidents.IncidentStore;
import dev.switchboard.store.incidents.IncidentStore.Ref;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Has what people want done by the thread that decides. */
public final class LiveIncidentDesk implements IncidentDesk {
  /** The most posts that are split off at once. */
  private static final int MAX_SPLIT_POSTS = 500;

  private static final int MAX_NOTE_CHARS = 2_000;

  private final IncidentRunner runner;
  private final IncidentStore store;
  private final Directory directory;
  private final InstantSource clock;

  public LiveIncidentDesk(
      IncidentRunner runner, Jdbi jdbi, Directory directory, InstantSource clock) {
    this.runner = runner;
    this.store = new IncidentStore(jdbi);
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public IncidentResult acknowledge(long id, String agent) throws InterruptedException {
    return act(id, agent, number -> new IncidentAction.Acknowledge(number, agent));
  }

  @Override
  public IncidentResult resolve(long id, String agent, @Nullable String note)
      throws InterruptedException {
    checkNote(note);
    return act(id, agent, number -> new IncidentAction.Resolve(number, agent, note));
  }

  @Override
  public IncidentResult reopen(long id, String agent) throws InterruptedException {
    return act(id, agent, number -> new IncidentAction.Reopen(number, agent));
  }

  @Override
  public IncidentResult judgeCause(
      long id, String change, boolean confirmed, String agent, @Nullable String note)
      throws InterruptedException {
    checkNote(note);
    Answer answer = confirmed ? Answer.CONFIRMED : Answer.REJECTED;
    var judgement = new CauseJudgement(change, answer, agent, clock.instant(), note);
    return act(id, agent, number -> new IncidentAction.JudgeCause(number, judgement));
  }

  @Override
  public IncidentResult merge(long id, long from, String agent) throws InterruptedException {
    return withOther(id, from, agent, (into, of) -> new IncidentAction.Merge(into, of, agent));
  }

  @Override
  public IncidentResult keepApart(long id, long other, String agent) throws InterruptedException {
    return withOther(id, other, agent, (one, two) -> new IncidentAction.KeepApart(one, two, agent));
  }

  @Override
  public IncidentResult split(long id, List<Long> posts, String agent) throws InterruptedException {
    if (posts.size() > MAX_SPLIT_POSTS) {
      throw new IllegalArgumentException(
          "posts must be at most %d, not %d".formatted(MAX_SPLIT_POSTS, posts.size()));
    }
    return act(id, agent, number -> new IncidentAction.Split(number, posts, agent));
  }

  @Override
  public IncidentResult undo(long id, long action, String agent) throws InterruptedException {
    return act(id, agent, _ -> new IncidentAction.Undo(action, agent));
  }

  private interface OnTwo {
    IncidentAction of(long one, long two);
  }

  /** Two incidents of one brand. */
  private IncidentResult withOther(long id, long other, String agent, OnTwo action)
      throws InterruptedException {
    Optional<Ref> one = store.findRef(id);
    Optional<Ref> two = store.findRef(other);
    if (one.isPresent() && two.isEmpty()) {
      return new IncidentResult.NoSuchIncident(other);
    }
    if (one.isPresent() && !one.get().isBeside(two.get())) {
      return new IncidentResult.NotPossible(
          id, "Incidents %d and %d are of different brands or times.".formatted(id, other));
    }
    return act(id, agent, number -> action.of(number, two.orElseThrow().number()));
  }

  private IncidentResult act(long id, String agent, LongFunction<IncidentAction> action)
      throws InterruptedException {
    if (agent.isBlank()) {
      throw new IllegalArgumentException("agent must be a name");
    }
    Optional<Ref> ref = store.findRef(id);
    if (ref.isEmpty()) {
      return new IncidentResult.NoSuchIncident(id);
    }
    directory.person(agent);
    return runner.act(new ToDo(id, ref.get(), action.apply(ref.get().number())));
  }

  private static void checkNote(@Nullable String note) {
    if (note != null && note.length() > MAX_NOTE_CHARS) {
      throw new IllegalArgumentException(
          "note must have at most %d characters, not %d".formatted(MAX_NOTE_CHARS, note.length()));
    }
  }
}

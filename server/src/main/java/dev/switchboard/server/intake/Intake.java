package dev.switchboard.server.intake;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostCheck.Checked;
import dev.switchboard.server.intake.Receipt.Rejected;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Directory.ChannelRef;
import dev.switchboard.store.intake.IntakeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way in for all posts, whatever brings them: each line is checked, triaged on the caller's
 * thread, queued on its brand's lane, and answered for once it is committed. Any thread.
 */
public final class Intake implements AutoCloseable {
  private static final int COMMITTERS = Lanes.COUNT;
  private static final int MAX_SUBMISSION_POSTS = 2_000;
  private static final Duration COMMIT_WAIT = Duration.ofSeconds(60);

  private final Flow flow;
  private final Directory directory;
  private final InstantSource clock;
  private final Lanes lanes = new Lanes();
  private final List<Committer> committers = new ArrayList<>();
  private final Counter accepted;
  private final Counter duplicates;
  private final Counter rejected;

  /** Makes a store for each committer, since a store is for one thread. */
  public interface Stores {
    IntakeStore open();
  }

  public Intake(
      Flow flow,
      Directory directory,
      Stores stores,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    this.flow = flow;
    this.directory = directory;
    this.clock = clock;
    for (int i = 0; i < COMMITTERS; i++) {
      committers.add(new Committer("intake-" + i, lanes, flow, stores.open(), clock, committed));
    }
    accepted = posts(meters, "accepted");
    duplicates = posts(meters, "duplicate");
    rejected = posts(meters, "rejected");
    Gauge.builder("switchboard.intake.waiting", lanes, Lanes::waitingPosts)
        .description("Posts that wait to be stored")
        .register(meters);
  }

  /**
   * Takes the posts of one request; when it returns, the accepted ones are committed.
   *
   * @throws IntakeRefusal if they can't be taken now; the caller sends all of them again
   */
  public Receipt accept(List<ParsedLine> lines, Origin origin)
      throws IntakeRefusal, InterruptedException {
    Sorting sorting = new Sorting(Lanes.COUNT);
    Instant now = clock.instant();
    for (ParsedLine line : lines) {
      sort(line, origin, now, sorting);
    }
    Receipt receipt = await(submit(sorting), sorting);
    accepted.increment(receipt.accepted());
    duplicates.increment(receipt.duplicates());
    rejected.increment(receipt.rejected().size());
    return receipt;
  }

  private void sort(ParsedLine line, Origin origin, Instant now, Sorting sorting) {
    switch (line) {
      case ParsedLine.Bad(var number, var reason) -> sorting.reject(number, reason);
      case ParsedLine.Good(var number, var draft) -> {
        switch (PostCheck.check(draft, now)) {
          case Checked.Refused(var reason) -> sorting.reject(number, reason);
          case Checked.Accepted(var post, _) -> sort(number, post, origin, sorting);
        }
      }
    }
  }

  private void sort(long line, Post post, Origin origin, Sorting sorting) {
    ChannelRef channel = directory.channel(post.channel(), post.brand());
    if (post.brand() != null && !post.brand().equals(channel.brand())) {
      sorting.reject(
          line,
          "channel %s belongs to brand \"%s\", not \"%s\"; leave brand out or name that one"
              .formatted(post.channel(), channel.brand(), post.brand()));
      return;
    }
    sorting.add(channel.brandId() % Lanes.COUNT, line, flow.triage(post, origin));
  }

  private List<Submitted> submit(Sorting sorting) throws IntakeRefusal {
    List<Submitted> submitted = new ArrayList<>();
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      List<Arrival> arrivals = sorting.arrivals(lane);
      for (int from = 0; from < arrivals.size(); from += MAX_SUBMISSION_POSTS) {
        int to = Math.min(arrivals.size(), from + MAX_SUBMISSION_POSTS);
        submitted.add(
            new Submitted(
                lanes.submit(lane, arrivals.subList(from, to)),
                sorting.lines(lane).subList(from, to)));
      }
    }
    return submitted;
  }

  /** Posts that are queued, with the lines that they stood on. */
  private record Submitted(CompletableFuture<List<Outcome>> outcomes, List<Long> lines) {}

  private static Receipt await(List<Submitted> submitted, Sorting sorting)
      throws IntakeRefusal, InterruptedException {
    int accepted = 0;
    int duplicates = 0;
    List<Rejected> rejected = new ArrayList<>(sorting.rejected());
    for (Submitted part : submitted) {
      List<Outcome> outcomes = await(part.outcomes());
      for (int i = 0; i < outcomes.size(); i++) {
        switch (outcomes.get(i)) {
          case Outcome.Stored(Accepted how) when how == Accepted.NEW -> accepted++;
          case Outcome.Stored _ -> duplicates++;
          case Outcome.Unstorable(var reason) ->
              rejected.add(new Rejected(part.lines().get(i), reason));
        }
      }
    }
    rejected.sort(Comparator.comparingLong(Rejected::line));
    return new Receipt(accepted, duplicates, rejected);
  }

  private static List<Outcome> await(CompletableFuture<List<Outcome>> outcomes)
      throws IntakeRefusal, InterruptedException {
    try {
      return outcomes.get(COMMIT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IntakeRefusal refusal
          ? refusal
          : IntakeRefusal.unavailable("Posts could not be stored: " + e.getCause());
    } catch (TimeoutException _) {
      throw IntakeRefusal.unavailable(
          "The database has not answered for " + COMMIT_WAIT.toSeconds() + " s.");
    }
  }

  private static Counter posts(MeterRegistry meters, String outcome) {
    return Counter.builder("switchboard.posts")
        .description("Posts that came in, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Stores what is queued, then stops. */
  @Override
  public void close() {
    lanes.close();
    committers.forEach(Committer::close);
  }

  /** The posts of one request, sorted by lane, in the order in which they came. */
  private static final class Sorting {
    private final List<List<Arrival>> arrivals = new ArrayList<>();
    private final List<List<Long>> lines = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    Sorting(int lanes) {
      for (int i = 0; i < lanes; i++) {
        arrivals.add(new ArrayList<>());
        lines.add(new ArrayList<>());
      }
    }

    void add(int lane, long line, Arrival arrival) {
      arrivals.get(lane).add(arrival);
      lines.get(lane).add(line);
    }

    void reject(long line, String reason) {
      rejected.add(new Rejected(line, reason));
    }

    List<Arrival> arrivals(int lane) {
      return arrivals.get(lane);
    }

    List<Long> lines(int lane) {
      return lines.get(lane);
    }

    List<Rejected> rejected() {
      return rejected;
    }
  }
}

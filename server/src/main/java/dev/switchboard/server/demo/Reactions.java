package dev.switchboard.server.demo;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.server.demo.Scripted.Said;
import dev.switchboard.server.demo.Scripted.Why;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.PostRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What customers do when they are answered: some say thanks, some ask again, most say nothing. What
 * the n-th answer brings is drawn from the seed. Any thread may tell of answers; one thread fetches
 * what is due.
 */
final class Reactions {
  private static final int MAX_WAITING_REACTIONS = 2_000;
  private static final int MAX_READS_PER_ROUND = 10;
  private static final int MAX_TRIES = 5;
  private static final double SAYS_THANKS = 0.35;
  private static final double ASKS_AGAIN = 0.12;
  private static final Duration READING_TIME = Duration.ofSeconds(3);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(3);

  private final CaseReads reads;
  private final Phrasebook book;
  private final TruthBook truths;
  private final long seed;
  private final String run;
  private final double speed;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::number));
  private long lastNumber;

  private record Waiting(Instant at, long number, long caseId, boolean thanks, int tries) {}

  Reactions(
      CaseReads reads, Phrasebook book, TruthBook truths, long seed, String run, double speed) {
    this.reads = reads;
    this.book = book;
    this.truths = truths;
    this.seed = seed;
    this.run = run;
    this.speed = speed;
  }

  /**
   * An agent has replied on a case; when there are too many reactions to come, it stays at that.
   */
  synchronized void answered(long caseId, Instant now) {
    long number = ++lastNumber;
    Random random = random(-number);
    double dice = random.nextDouble();
    Duration wait = Pace.times(READING_TIME, (1 + 2 * random.nextDouble()) / speed);
    if (dice < SAYS_THANKS + ASKS_AGAIN && waiting.size() < MAX_WAITING_REACTIONS) {
      waiting.add(new Waiting(now.plus(wait), number, caseId, dice < SAYS_THANKS, 0));
    }
  }

  /** The reactions that are due, in order; some may be left for the next round. */
  List<Said> due(Instant now, Duration scriptedNow) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < MAX_READS_PER_ROUND; i++) {
      Waiting next = takeDue(now);
      if (next == null) {
        break;
      }
      Optional<CaseDetail> detail = reads.findCase(next.caseId());
      PostRow answer = detail.map(Reactions::lastAnswer).orElse(null);
      if (detail.isPresent() && answer != null) {
        said.add(reaction(next, detail.get(), answer, scriptedNow));
      } else {
        tryLater(next, now);
      }
    }
    return said;
  }

  private synchronized @Nullable Waiting takeDue(Instant now) {
    Waiting next = waiting.peek();
    return next == null || next.at().isAfter(now) ? null : waiting.poll();
  }

  /** The answer is not out yet. */
  private synchronized void tryLater(Waiting early, Instant now) {
    if (early.tries() < MAX_TRIES) {
      Instant later = now.plus(Pace.times(UNTIL_NEXT_TRY, 1 / speed));
      waiting.add(
          new Waiting(later, early.number(), early.caseId(), early.thanks(), early.tries() + 1));
    }
  }

  private Said reaction(Waiting cause, CaseDetail detail, PostRow answer, Duration scriptedNow) {
    Random random = random(cause.number());
    PostRow question =
        detail.posts().stream().filter(Reactions::isCustomers).findFirst().orElse(answer);
    Truth before = truths.find(question.externalId());
    Intent intent =
        cause.thanks() || before == null || !before.needsHelp() ? Intent.THANKS : before.intent();
    String language = before == null ? detail.row().language() : before.language();
    Story story =
        new Story(
            ChannelName.parse(detail.row().channel()),
            question.author(),
            null,
            book.of(language == null ? "en" : language),
            question.language(),
            intent,
            question.kind() == PostKind.DIRECT,
            null,
            null,
            new Facts());
    String section = intent == Intent.THANKS ? intent.section() : Phrasebook.ASK_AGAIN;
    String words = story.phrases().say(section, story.facts(), random);
    DemoPost post =
        story.post(
            run + "-r" + cause.number(),
            Voice.write(words, story, true, random),
            answer.externalId());
    return new Said(scriptedNow, Why.REACTION, post, null, story.truth());
  }

  /** Neighbouring numbers give unlike draws: the multiplier is 2^64 over the golden ratio. */
  private Random random(long number) {
    return new Random(seed ^ (number * 0x9E3779B97F4A7C15L));
  }

  private static @Nullable PostRow lastAnswer(CaseDetail detail) {
    return detail.posts().stream()
        .filter(post -> post.direction() == Direction.OUT)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private static boolean isCustomers(PostRow post) {
    return post.direction() == Direction.IN;
  }
}

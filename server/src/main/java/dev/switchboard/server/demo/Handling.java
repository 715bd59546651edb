package dev.switchboard.server.demo;

import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.PostRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One agent's work on one case that they hold: read, type, reply, read again if need be. */
final class Handling {
  private static final int MAX_READINGS = 4;
  private static final double HANDS_BACK = 0.03;
  private static final double LEAVES_NOTE = 0.06;
  private static final Duration TYPICAL_TYPING = Duration.ofSeconds(3);
  private static final double TYPING_SPREAD = 0.6;
  private static final Duration LONGEST_TYPING = Duration.ofSeconds(40);
  private static final Duration MAX_BETWEEN_HEARTBEATS = Duration.ofSeconds(20);
  private static final Duration MIN_BETWEEN_HEARTBEATS = Duration.ofMillis(20);

  private final Office office;
  private final String agent;
  private final AnswerWriter writer;
  private final Random random;
  private final long caseId;
  private Claimed claim;

  Handling(
      Office office, String agent, AnswerWriter writer, Random random, long caseId, Claimed claim) {
    this.office = office;
    this.agent = agent;
    this.writer = writer;
    this.random = random;
    this.caseId = caseId;
    this.claim = claim;
  }

  /** Works until the case is out of this agent's hands. */
  void handle() throws InterruptedException {
    for (int reading = 1; reading <= MAX_READINGS; reading++) {
      Optional<CaseDetail> detail = office.reads().findCase(caseId);
      if (detail.isEmpty() || detail.get().posts().isEmpty()) {
        break;
      }
      if (reading == 1 && putsAside(detail.get())) {
        return;
      }
      if (!type()) {
        break;
      }
      if (!isWorthAnotherReading(reply(detail.get()))) {
        return;
      }
    }
    release();
  }

  /**
   * Closes what needs no (more) answer or was withdrawn, sets aside what is noise, hands some cases
   * back, leaves notes; true if it let go.
   */
  private boolean putsAside(CaseDetail detail) {
    if (writer.isThanks(detail)) {
      close(office.tally().closed);
      return true;
    }
    if (question(detail) == null) {
      close(office.tally().closedUnanswered);
      return true;
    }
    if (writer.isNoise(detail)) {
      if (office.aside().setAside(caseId, agent, claim.token())) {
        office.tally().closedUnanswered.increment();
      }
      return true;
    }
    if (random.nextDouble() < HANDS_BACK) {
      note("note.handed.back");
      release();
      return true;
    }
    if (random.nextDouble() < LEAVES_NOTE) {
      note("note");
    }
    return false;
  }

  /**
   * Takes the time that typing takes, keeping the claim; false if it was lost or the shift ends.
   */
  private boolean type() throws InterruptedException {
    Duration left = office.wall(typingTime());
    while (left.isPositive()) {
      Duration beat = betweenHeartbeats();
      boolean last = left.compareTo(beat) <= 0;
      if (!office.shift().work(last ? left : beat)) {
        return false;
      }
      left = left.minus(beat);
      if (!last && !keepClaim()) {
        office.tally().claimsLost.increment();
        return false;
      }
    }
    return true;
  }

  private Duration typingTime() {
    Duration time =
        Pace.times(TYPICAL_TYPING, StrictMath.exp(TYPING_SPREAD * random.nextGaussian()));
    return time.compareTo(LONGEST_TYPING) < 0 ? time : LONGEST_TYPING;
  }

  /** A third of what is left of the lease, so that one heartbeat may fail. */
  private Duration betweenHeartbeats() {
    Instant now = office.clock().instant();
    Duration third = Duration.between(now, claim.expiresAt()).dividedBy(3);
    if (third.compareTo(MIN_BETWEEN_HEARTBEATS) < 0) {
      return MIN_BETWEEN_HEARTBEATS;
    }
    return third.compareTo(MAX_BETWEEN_HEARTBEATS) < 0 ? third : MAX_BETWEEN_HEARTBEATS;
  }

  private boolean keepClaim() {
    if (office.desk().heartbeat(caseId, claim.token()) instanceof DeskResult.Done done
        && done.file().state() instanceof Claimed longer) {
      claim = longer;
      return true;
    }
    return false;
  }

  private DeskResult reply(CaseDetail detail) {
    String text = writer.answer(detail, random);
    long seenThrough = detail.posts().getLast().id();
    DeskResult result = office.desk().reply(caseId, text, claim.token(), seenThrough);
    if (result instanceof DeskResult.Done) {
      office.tally().replies.increment();
      String question = question(detail);
      if (question != null) {
        office.ledger().wrote(agent, question, text, brandPosts(detail));
      }
      office.reactions().answered(caseId, office.clock().instant());
    }
    return result;
  }

  /** True if the customer wrote meanwhile, so that the case is still this agent's. */
  private boolean isWorthAnotherReading(DeskResult result) {
    return switch (result) {
      case DeskResult.Refused(Refusal.MovedOn _, _) -> {
        office.tally().movedOn.increment();
        yield true;
      }
      case DeskResult.Refused _ -> {
        office.tally().claimsLost.increment();
        yield false;
      }
      case DeskResult.Done _, DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ -> false;
    };
  }

  private void close(LongAdder count) {
    if (office.desk().close(caseId, claim.token()) instanceof DeskResult.Done) {
      count.increment();
    }
  }

  private void release() {
    if (office.desk().release(caseId, claim.token()) instanceof DeskResult.Done) {
      office.tally().releases.increment();
    }
  }

  private void note(String section) {
    String text = office.book().worldly(section, random);
    if (office.desk().note(caseId, agent, text) instanceof DeskResult.Done) {
      office.tally().notes.increment();
    }
  }

  /** The customer's latest post that is not withdrawn: what a reply answers; or null. */
  private static @Nullable String question(CaseDetail detail) {
    return detail.posts().stream()
        .filter(post -> post.direction() == Direction.IN && post.deletedAt() == null)
        .reduce((_, later) -> later)
        .map(PostRow::externalId)
        .orElse(null);
  }

  private static Set<String> brandPosts(CaseDetail detail) {
    return detail.posts().stream()
        .filter(post -> post.direction() == Direction.OUT)
        .map(PostRow::externalId)
        .collect(Collectors.toUnmodifiableSet());
  }
}

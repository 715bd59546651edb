package dev.switchboard.engine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutCustomers;
import dev.switchboard.engine.event.AboutDeadlines;
import dev.switchboard.engine.event.AboutFlows;
import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Several agents, the outbox and the customer act on one case, beside a tiny model of it. */
class CaseworkPropertyTest {
  private static final Duration LEASE = CasePolicy.DEFAULT.lease();
  private static final Duration REST = Duration.ofSeconds(100);

  enum Verb {
    CLAIM,
    HEARTBEAT,
    RELEASE,
    TRANSFER,
    REPLY,
    REPLY_BLIND,
    SENT,
    NOT_SENT,
    CLOSE,
    CLOSE_HELD,
    REOPEN,
    EXPIRE,
    PAUSE,
    RESUME,
    CUSTOMER_ASKS,
    CUSTOMER_CHATS,
    BRAND_WRITES
  }

  /** One step: after {@code seconds}, agent {@code agent} does it with the newest token but n. */
  record Step(Verb verb, int agent, int staleness, int seconds) {}

  @Property(tries = 3_000)
  void oneOwnerOneTokenAndNothingUnheard(@ForAll("steps") List<Step> steps) {
    Run run = new Run();
    for (Step step : steps) {
      run.now = run.now.plusSeconds(step.seconds());
      run.take(step);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Verb.class),
            Arbitraries.integers().between(0, 2),
            Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
            Arbitraries.integers().between(0, 90))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  /** The case under test, and what the model knows: who holds it with which token until when. */
  private static final class Run {
    private final Casework casework = new Casework(CasePolicy.DEFAULT);
    private final Pauses pauses = new Pauses(casework);
    private final PostRules rules = new PostRules(CasePolicy.DEFAULT);
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private long posts = 1;
    private long replies;
    private Conversation conversation = new Conversation(1, 1, now, now, now, null);
    private CaseFile file = new CaseFile(1, 1, CaseState.WAITING, 0, now, now, null, false);

    private @Nullable String owner;
    private long newestToken;
    private Instant heldUntil = Instant.MIN;
    private @Nullable Instant restsUntil;
    private long pendingReply;
    private long seenByWriter;
    private boolean unheardQuestion;

    void take(Step step) {
      CaseFile before = file;
      long token = Math.max(0, newestToken - step.staleness());
      boolean mayAct = owner != null && token == newestToken && now.isBefore(heldUntil);
      String agent = "agent " + step.agent();
      switch (step.verb()) {
        case CLAIM -> claim(agent);
        case HEARTBEAT -> {
          if (expect(casework.heartbeat(file, token, now), mayAct) && restsUntil == null) {
            heldUntil = now.plus(LEASE);
          }
        }
        case RELEASE -> {
          if (expect(casework.release(file, conversation, token, now), mayAct)) {
            owner = null;
          }
        }
        case TRANSFER -> {
          if (expect(casework.transfer(file, token, agent, now), mayAct)) {
            held(agent);
          }
        }
        case REPLY -> reply(token, conversation.lastPost(), mayAct);
        case REPLY_BLIND -> reply(token, conversation.lastPost() - 1, false);
        case SENT -> sent();
        case NOT_SENT -> {
          take(casework.notSent(file, conversation, replies, "refused"));
          pendingReply = 0;
        }
        case CLOSE -> {
          boolean free = !now.isBefore(heldUntil) || owner == null;
          if (expect(
              casework.close(file, token, now),
              isOpen() && pendingReply == 0 && (free || mayAct))) {
            owner = null;
          }
        }
        case CLOSE_HELD -> {
          if (expect(casework.closeHeld(file, token, now), mayAct)) {
            owner = null;
          }
        }
        case REOPEN -> {
          boolean wasClosed = !isOpen();
          expect(casework.reopen(file, isOpen() ? file.id() : null), wasClosed);
        }
        case EXPIRE -> {
          Instant end = restsUntil == null ? heldUntil : restsUntil;
          if (expect(
              casework.expire(file, conversation, now), owner != null && !now.isBefore(end))) {
            if (restsUntil == null) {
              owner = null;
            } else {
              goesOn();
            }
          }
        }
        case PAUSE -> {
          Pause pause = Pause.from(now, WaitingOn.COMPANY, "the workshop", now.plus(REST));
          if (expect(pauses.pause(file, token, pause, now), mayAct && restsUntil == null)) {
            restsUntil = pause.until();
            heldUntil = pause.until().plus(LEASE);
          }
        }
        case RESUME -> {
          if (expect(pauses.resume(file, token, now), mayAct && restsUntil != null)) {
            goesOn();
          }
        }
        case CUSTOMER_ASKS -> post(Voice.CUSTOMER_ASKS);
        case CUSTOMER_CHATS -> post(Voice.CUSTOMER_CHATS);
        case BRAND_WRITES -> post(Voice.BRAND);
      }
      restsUntil = owner == null ? null : restsUntil;
      check(before);
    }

    private void claim(String agent) {
      boolean free = owner == null || !now.isBefore(heldUntil);
      if (expect(casework.claim(file, agent, now), free && pendingReply == 0 && isOpen())) {
        held(agent);
      }
    }

    private void held(String agent) {
      assertThat(file.fence()).isGreaterThan(newestToken);
      owner = agent;
      newestToken = file.fence();
      goesOn();
    }

    private void goesOn() {
      restsUntil = null;
      heldUntil = now.plus(LEASE);
    }

    private void reply(long token, long seen, boolean may) {
      if (expect(casework.reply(file, conversation, token, seen, replies + 1, now), may)) {
        replies++;
        pendingReply = replies;
        seenByWriter = seen;
        unheardQuestion = false;
        owner = null;
      }
    }

    private void sent() {
      if (pendingReply == 0) {
        return;
      }
      boolean overtaken = unheardQuestion;
      assertThat(overtaken && conversation.lastPost() == seenByWriter).isFalse();
      take(casework.sent(file, pendingReply, "x" + pendingReply, now, overtaken));
      posts++;
      conversation = conversation.with(posts, place(), now, Voice.BRAND).repliedTo(now, overtaken);
      pendingReply = 0;
      assertThat(file.state()).isEqualTo(overtaken ? CaseState.WAITING : CaseState.ANSWERED);
      assertThat(conversation.isAnswered()).isEqualTo(!overtaken);
    }

    private void post(Voice voice) {
      posts++;
      conversation = conversation.with(posts, place(), now, voice);
      unheardQuestion |= voice == Voice.CUSTOMER_ASKS;
      if (voice == Voice.CUSTOMER_ASKS && now.isAfter(closedAt().plus(Duration.ofDays(7)))) {
        return;
      }
      var done =
          rules.onPost(
              file,
              conversation,
              new PostRules.Heard(voice, true, now, Origin.LIVE),
              now,
              () -> {
                throw new AssertionError("no second case within a week");
              });
      if (done != null) {
        take(done);
      }
      if (voice != Voice.BRAND && owner != null && restsUntil != null) {
        goesOn();
      }
    }

    private Instant place() {
      return now.isAfter(conversation.lastShownAt())
          ? now
          : conversation.lastShownAt().plusNanos(1_000);
    }

    private Instant closedAt() {
      return file.state() instanceof CaseState.Closed closed ? closed.at() : now;
    }

    private boolean isOpen() {
      return file.state().isOpen();
    }

    /** Takes what was decided; whether it was allowed is the model's word. */
    private boolean expect(CaseDecision decision, boolean allowed) {
      assertThat(decision instanceof CaseDecision.Done)
          .as("%s at %s", decision, now)
          .isEqualTo(allowed);
      return take(decision);
    }

    private boolean take(CaseDecision decision) {
      if (!(decision instanceof CaseDecision.Done(var next, var events))) {
        return false;
      }
      boolean changed = !next.state().word().equals(file.state().word());
      if (changed) {
        assertThat(events).as("%s -> %s", file.state(), next.state()).isNotEmpty();
        assertThat(stateAfter(events)).contains(next.state().word());
      }
      file = next;
      return true;
    }

    private void check(CaseFile before) {
      assertThat(file.fence()).isGreaterThanOrEqualTo(before.fence());
      switch (file.state()) {
        case CaseState.Claimed(var agent, var token, var until, var pause) -> {
          assertThat(pause == null ? null : pause.until()).isEqualTo(restsUntil);
          assertThat(agent).isEqualTo(owner);
          assertThat(token).isEqualTo(newestToken).isEqualTo(file.fence());
          assertThat(until).isEqualTo(heldUntil);
        }
        case CaseState.Pending(_, var reply, _) -> assertThat(reply).isEqualTo(pendingReply);
        case CaseState.Waiting _ -> {
          assertThat(owner).isNull();
          assertThat(pendingReply).isZero();
        }
        case CaseState.Answered _ -> {
          assertThat(owner).isNull();
          assertThat(conversation.isAnswered()).isTrue();
        }
        case CaseState.Closed _ -> assertThat(owner).isNull();
      }
    }

    /** The states that the events of one action may lead to, seen from outside. */
    private static List<String> stateAfter(List<Event> events) {
      List<String> words = new ArrayList<>();
      for (Event event : events) {
        switch (event) {
          case Event.CaseOpened _, Event.CaseAskedAgain _, Event.CaseReopened _ ->
              words.add("waiting");
          case Event.CaseAnswered _ -> words.add("answered");
          case Event.CaseClosed _ -> words.add("closed");
          case Event.CaseClaimed _ -> words.add("claimed");
          case Event.ReplyQueued _ -> words.add("pending");
          case Event.CaseReleased _, Event.ClaimExpired _, Event.ReplyNotSent _ -> {
            words.add("waiting");
            words.add("answered");
          }
          case Event.PostReceived _,
              Event.PostEdited _,
              Event.PostDeleted _,
              Event.PostSetAside _,
              Event.PostBroughtBack _,
              Event.PostThanked _,
              Event.PostTagged _,
              Event.PostAudited _,
              Event.PostUndone _,
              Event.ModelPublished _,
              Event.PromiseChanged _,
              Event.ConversationsMerged _,
              Event.CaseTransferred _,
              Event.NoteAdded _,
              Event.ReplySent _,
              Event.ReplyUnknown _,
              AboutClaims _,
              AboutCustomers _,
              AboutDeadlines _,
              AboutFlows _,
              AboutIncidents _,
              AboutOffers _,
              AboutPeople _,
              AboutSteps _,
              AboutTeams _,
              Event.ExceptionRaised _,
              Event.ExceptionCleared _ -> {}
        }
      }
      return words;
    }
  }
}

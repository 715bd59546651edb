package dev.switchboard.engine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.TeamModel.Fate;
import dev.switchboard.engine.casework.TeamModel.Written;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small team, its cases and the network, in memory: what a server does around {@link Casework}
 * and {@link Approvals}. Each step says through the {@link TeamModel} whether it should be allowed,
 * takes it, and looks whether all that must hold still holds.
 */
final class TeamWorld {
  static final List<String> PEOPLE = List.of("nora", "finn", "gina", "leo", "ada");
  private static final int FIRST_LEAD = 3;
  private static final int ADMINISTRATOR = 4;
  private static final ChannelName CHANNEL = ChannelName.parse("x:@acme");

  private final CasePolicy policy = CasePolicy.DEFAULT;
  private final Casework casework = new Casework(policy);
  private final Approvals approvals = new Approvals(casework);
  private final PostRules rules = new PostRules(policy);
  private final TeamFloor floor = new TeamFloor();
  private final List<OneCase> cases = new ArrayList<>();
  private final Set<Integer> disabled = new HashSet<>();
  private final Set<Integer> reviewed = new HashSet<>(Set.of(0));
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");
  private long posts;
  private long replies;

  TeamWorld(int count) {
    for (int i = 0; i < count; i++) {
      cases.add(new OneCase(i));
    }
  }

  void take(TeamStep step) {
    now = now.plusSeconds(step.seconds());
    OneCase on = cases.get(step.on() % cases.size());
    CaseFile before = on.file;
    on.events.clear();
    if (!isOut(step)) {
      on.take(step);
    }
    on.check(before);
  }

  /** Who is disabled does nothing; the network, customers and the clock go on. */
  private boolean isOut(TeamStep step) {
    return disabled.contains(step.who())
        && switch (step.verb()) {
          case NETWORK_TAKES, NETWORK_REFUSES, NETWORK_IS_SILENT, SWEEP -> false;
          case CUSTOMER_ASKS, CUSTOMER_CHATS, BRAND_WRITES_ELSEWHERE, TOPIC_COMES_UP -> false;
          case PRESENCE, CAPACITY, CERTIFY_OR_NOT -> false;
          default -> true;
        };
  }

  private static String name(int person) {
    return PEOPLE.get(person);
  }

  /** In whose name somebody acts: their own, unless they may act for anyone. */
  private static String agent(TeamStep step) {
    return step.who() == ADMINISTRATOR ? name(step.as()) : name(step.who());
  }

  private final class OneCase {
    private final TeamModel model = new TeamModel(policy.lease());
    private final List<Written> written = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Long> questions = new ArrayList<>();
    private final Set<String> topics = new HashSet<>();
    private Conversation conversation;
    private CaseFile file;

    OneCase(int index) {
      long post = ++posts;
      questions.add(post);
      conversation = new Conversation(index, post, now, now, now, null);
      file = new CaseFile(index, index, CaseState.WAITING, 0, now, now, null, false);
    }

    void take(TeamStep step) {
      String agent = agent(step);
      long token = Math.max(0, model.newestToken - step.staleness());
      boolean mayAct = model.mayAct(token, now);
      switch (step.verb()) {
        case CLAIM -> {
          int person = PEOPLE.indexOf(agent);
          boolean may = model.mayClaim(now) && hasRoom(person);
          if (expect(checked(person, casework.claim(file, agent, now)), may)) {
            took(person);
          }
        }
        case TAKE_OVER -> {
          var why = new TakeOverReason("because of %d".formatted(step.seconds()));
          int person = PEOPLE.indexOf(agent);
          boolean may = model.mayTakeOver(agent, now) && hasRoom(person);
          if (expect(checked(person, casework.takeOver(file, agent, why, now)), may)) {
            took(person);
          }
        }
        case HEARTBEAT -> {
          if (expect(casework.heartbeat(file, token, now), mayAct)) {
            model.prolonged(now);
          }
        }
        case RELEASE -> {
          if (expect(casework.release(file, conversation, token, now), mayAct)) {
            model.letGo();
          }
        }
        case HAND_OVER -> {
          int to = step.as();
          CaseDecision decision = casework.transfer(file, token, name(to), now);
          if (!disabled.contains(to) && expect(checked(to, decision), mayAct && hasRoom(to))) {
            model.held(name(to), now);
            hasNotTooMuch(to);
          }
        }
        case REPLY -> reply(step, token, conversation.lastPost(), mayAct);
        case REPLY_BLIND -> reply(step, token, conversation.lastPost() - 1, false);
        case APPROVE -> approve(step, agent);
        case SEND_BACK -> sendBack(step, agent);
        case WITHDRAW -> withdraw(step, agent);
        case NETWORK_TAKES -> network(Fate.SENT);
        case NETWORK_REFUSES -> network(Fate.FAILED);
        case NETWORK_IS_SILENT -> network(Fate.SILENT);
        case SETTLE -> settle(step, agent);
        case GIVE_UP -> giveUp(step);
        case CLOSE -> {
          if (expect(casework.close(file, token, now), model.mayClose(token, now))) {
            closed();
          }
        }
        case SET_ASIDE -> {
          if (expect(casework.setAside(file, token, now), model.mayClose(token, now))) {
            closed();
          }
        }
        case REOPEN -> {
          if (expect(casework.reopen(file, model.open ? file.id() : null), !model.open)) {
            model.open = true;
          }
        }
        case SWEEP -> {
          boolean ranOut = model.owner != null && !model.runs(now);
          if (expect(casework.expire(file, conversation, now), ranOut)) {
            model.letGo();
          }
        }
        case CUSTOMER_ASKS -> post(Voice.CUSTOMER_ASKS);
        case CUSTOMER_CHATS -> post(Voice.CUSTOMER_CHATS);
        case BRAND_WRITES_ELSEWHERE -> post(Voice.BRAND);
        case DISABLE_OR_ENABLE -> toggle(disabled, step.as());
        case REVIEW_OR_NOT -> toggle(reviewed, step.as());
        case TOPIC_COMES_UP -> topics.add("legal");
        case PRESENCE -> floor.is(step.as(), Presence.values()[step.staleness()]);
        case CAPACITY -> floor.canHold(step.as(), step.staleness() + step.on() % 2);
        case CERTIFY_OR_NOT -> floor.certifyOrNot(step.as());
      }
    }

    private CaseDecision checked(int person, CaseDecision decision) {
      return floor.checked(person, heldBeside(person), decision);
    }

    private boolean hasRoom(int person) {
      return floor.hasRoom(person, heldBeside(person));
    }

    /** How many other cases somebody holds, by the models. */
    private int heldBeside(int person) {
      return (int)
          cases.stream()
              .filter(each -> each != this && each.model.runs(now))
              .filter(each -> name(person).equals(each.model.owner))
              .count();
    }

    private void took(int person) {
      model.held(name(person), now);
      floor.took(person);
      hasNotTooMuch(person);
      assertThat(floor.isWorking(person)).as("whoever takes a case is at work").isTrue();
    }

    private void hasNotTooMuch(int person) {
      assertThat(heldBeside(person) + 1)
          .as("nobody is given more than they can hold")
          .isLessThanOrEqualTo(floor.capacity(person));
    }

    private void reply(TeamStep step, long token, long seen, boolean may) {
      String writer = model.owner == null ? "" : model.owner;
      boolean isReviewed = reviewed.contains(PEOPLE.indexOf(writer));
      ApprovalReason why =
          ApprovalPolicy.DEFAULT
              .reasonFor(new ApprovalPolicy.Occasion(writer, isReviewed, topics, "acme", CHANNEL))
              .orElse(null);
      assertThat(why != null).isEqualTo(isReviewed || !topics.isEmpty());
      long id = replies + 1;
      int holder = PEOPLE.indexOf(writer);
      boolean mayAnswer = holder < 0 || floor.mayAnswer(holder);
      if (!mayAnswer) {
        // A volunteer whose certification was withdrawn: a server refuses before it asks.
        return;
      }
      if (expect(casework.reply(file, conversation, token, seen, id, why, now), may)) {
        replies++;
        Fate fate = why == null ? Fate.QUEUED : Fate.AWAITING;
        Written reply = new Written(id, writer, name(step.who()), seen, fate);
        if (why == null) {
          goesOut(reply);
        }
        written.add(reply);
        model.underWay = reply;
        model.letGo();
      }
    }

    /** The one place where a reply becomes one that the network may get for the first time. */
    private void goesOut(Written reply) {
      assertThat(reply.seenThrough)
          .as("a reply knows everything")
          .isEqualTo(conversation.lastPost());
    }

    private @Nullable Written latest() {
      return written.isEmpty() ? null : written.getLast();
    }

    private static Set<String> deciders(TeamStep step, String agent) {
      return new HashSet<>(List.of(agent, name(step.who())));
    }

    private void approve(TeamStep step, String agent) {
      Written reply = latest();
      // Only leads come this far, and the store finds what waits.
      if (reply == null || step.who() < FIRST_LEAD || reply.fate != Fate.AWAITING) {
        return;
      }
      boolean own = reply.isBy(agent, name(step.who()));
      boolean fresh = reply.seenThrough == conversation.lastPost();
      CaseDecision decision =
          approvals.approve(file, conversation, reply.awaiting(), deciders(step, agent));
      if (expect(decision, !own && fresh)) {
        assertThat(name(step.who())).as("nobody approves themselves").isNotEqualTo(reply.hand);
        assertThat(agent).isNotEqualTo(reply.writer);
        goesOut(reply);
        reply.fate = Fate.QUEUED;
      }
    }

    private void sendBack(TeamStep step, String agent) {
      Written reply = latest();
      if (reply == null || step.who() < FIRST_LEAD || reply.fate != Fate.AWAITING) {
        return;
      }
      boolean own = reply.isBy(agent, name(step.who()));
      if (expect(
          approvals.sendBack(file, conversation, reply.awaiting(), deciders(step, agent), "kinder"),
          !own)) {
        reply.fate = Fate.RETURNED;
        model.underWay = null;
      }
    }

    private void withdraw(TeamStep step, String agent) {
      Written reply = latest();
      if (reply == null || reply.fate != Fate.AWAITING) {
        return;
      }
      boolean own = reply.isBy(agent, name(step.who()));
      if (expect(approvals.withdraw(file, reply.awaiting(), deciders(step, agent), now), own)) {
        reply.fate = Fate.WITHDRAWN;
        model.underWay = null;
        model.held(reply.writer, now);
      }
    }

    /** The outbox hands a queued reply over; of a silence only the network knows what it means. */
    private void network(Fate fate) {
      Written reply = find(Fate.QUEUED);
      if (reply == null) {
        return;
      }
      boolean arrives = fate == Fate.SENT || fate == Fate.SILENT && reply.id % 2 == 0;
      if (arrives) {
        reply.delivered = true;
        reply.deliveries++;
      }
      switch (fate) {
        case SENT -> sent(reply);
        case FAILED -> failed(reply);
        default -> reply.fate = Fate.SILENT;
      }
    }

    private @Nullable Written find(Fate fate) {
      return written.stream().filter(reply -> reply.fate == fate).findFirst().orElse(null);
    }

    private void sent(Written reply) {
      boolean overtaken = questions.stream().anyMatch(post -> post > reply.seenThrough);
      expect(casework.sent(file, reply.id, "x" + reply.id, now, overtaken), true);
      reply.fate = Fate.SENT;
      long post = ++posts;
      conversation = conversation.with(post, place(), now, Voice.BRAND).repliedTo(now, overtaken);
      noLongerUnderWay(reply);
    }

    private void failed(Written reply) {
      expect(casework.notSent(file, conversation, reply.id, "refused"), true);
      reply.fate = Fate.FAILED;
      noLongerUnderWay(reply);
    }

    private void noLongerUnderWay(Written reply) {
      if (model.underWay == reply) {
        model.underWay = null;
      }
    }

    /** A lead looks at the network: what is there was sent, what is not is sent again. */
    private void settle(TeamStep step, String agent) {
      Written reply = find(Fate.SILENT);
      Written settled = reply == null ? find(Fate.FAILED) : reply;
      if (settled == null || step.who() < FIRST_LEAD) {
        return;
      }
      if (settled.delivered) {
        sent(settled);
        return;
      }
      boolean free = !isHeld() && model.open && model.underWay == null;
      CaseDecision decision = casework.sendAgain(file, agent, settled.id, settled.seenThrough);
      if (expect(decision, model.underWay == settled || free)) {
        settled.fate = Fate.QUEUED;
        model.underWay = settled;
      }
    }

    private boolean isHeld() {
      return model.owner != null;
    }

    private void giveUp(TeamStep step) {
      Written reply = find(Fate.SILENT);
      if (reply != null && step.who() >= FIRST_LEAD && !reply.delivered) {
        failed(reply);
      }
    }

    private void closed() {
      model.letGo();
      model.open = false;
    }

    private void post(Voice voice) {
      long post = ++posts;
      if (voice == Voice.CUSTOMER_ASKS) {
        questions.add(post);
      }
      conversation = conversation.with(post, place(), now, voice);
      CaseDecision.Done done =
          rules.onPost(
              file,
              conversation,
              new PostRules.Heard(voice, true, now, Origin.LIVE),
              now,
              () -> {
                throw new AssertionError("no second case within a week");
              });
      if (done != null) {
        expect(done, true);
        model.open = file.state().isOpen();
      }
    }

    private Instant place() {
      return now.isAfter(conversation.lastShownAt())
          ? now
          : conversation.lastShownAt().plusNanos(1_000);
    }

    private boolean expect(CaseDecision decision, boolean allowed) {
      assertThat(decision instanceof CaseDecision.Done)
          .as("%s of %s", decision, file)
          .isEqualTo(allowed);
      if (decision instanceof CaseDecision.Done(var next, var happened)) {
        file = next;
        events.addAll(happened);
      }
      return allowed;
    }

    void check(CaseFile before) {
      assertThat(file.fence()).as("tokens only grow").isEqualTo(model.newestToken);
      Written underWay = model.underWay;
      switch (file.state()) {
        case CaseState.Claimed(var agent, var token, var until, _) -> {
          assertThat(agent).as("one owner").isEqualTo(model.owner);
          assertThat(token).isEqualTo(model.newestToken);
          assertThat(until).isEqualTo(model.heldUntil);
          assertThat(underWay).isNull();
        }
        case CaseState.Pending(_, var reply, var awaiting) -> {
          assertThat(model.owner).isNull();
          assertThat(underWay).isNotNull();
          assertThat(reply).isEqualTo(underWay == null ? 0 : underWay.id);
          assertThat(awaiting).isEqualTo(underWay != null && underWay.fate == Fate.AWAITING);
        }
        case CaseState.Waiting _ -> isFree(underWay);
        case CaseState.Answered _ -> {
          isFree(underWay);
          assertThat(conversation.isAnswered()).as("no question is lost").isTrue();
        }
        case CaseState.Closed _ -> assertThat(model.open).as("closed by a person").isFalse();
      }
      assertThat(file.state().isOpen()).isEqualTo(model.open);
      nobodyLostTheirCaseWithoutAReason(before);
      for (Written reply : written) {
        assertThat(reply.deliveries).as("no double reply").isLessThanOrEqualTo(1);
        boolean unapproved = reply.fate == Fate.AWAITING || reply.fate == Fate.RETURNED;
        assertThat(unapproved && reply.delivered).as("approved first").isFalse();
      }
      assertThat(written.stream().filter(reply -> isLive(reply, underWay)).count())
          .as("no reply waits for something that never comes")
          .isZero();
    }

    private void isFree(@Nullable Written underWay) {
      assertThat(model.owner).isNull();
      assertThat(underWay).isNull();
    }

    /** Whether a reply is to go out while its case does not know of it. */
    private static boolean isLive(Written reply, @Nullable Written underWay) {
      return reply != underWay && (reply.fate == Fate.AWAITING || reply.fate == Fate.QUEUED);
    }

    private void nobodyLostTheirCaseWithoutAReason(CaseFile before) {
      if (before.state() instanceof CaseState.Claimed(var from, _, var until, _)
          && now.isBefore(until)
          && file.state() instanceof CaseState.Claimed(var to, _, _, _)
          && !from.equals(to)) {
        boolean reason =
            events.stream()
                .anyMatch(
                    event ->
                        event instanceof Event.CaseTransferred
                            || event instanceof AboutClaims.TakenOver(_, _, var why, _)
                                && !why.isBlank());
        assertThat(reason).as("%s lost the case to %s", from, to).isTrue();
      }
    }
  }

  private static void toggle(Set<Integer> set, int person) {
    if (!set.remove(person)) {
      set.add(person);
    }
  }
}

package dev.switchboard.server.desk;

import dev.switchboard.channels.text.CharacterCount;
import dev.switchboard.channels.text.DirectMessages;
import dev.switchboard.channels.text.SignStyles;
import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.casework.Pauses;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.casework.TakeOverReason;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.privacy.PersonalData;
import dev.switchboard.engine.privacy.PersonalKind;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.process.WhoMay;
import dev.switchboard.server.triage.Labels;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.identity.IdentityReads;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.NewLabel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people do: locks the case, lets {@link Casework} decide, saves, commits. */
public final class Desk implements CaseDesk {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  private final Casework casework;
  private final Pauses pauses;
  private final FlowRules flows;
  private final Takers takers;
  private final DeskStore store;
  private final OutboxStore outbox;
  private final Exceptions exceptions;
  private final Labels labels;
  private final Holding holding;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param holding which replies wait for approval
   * @param committed called after each commit that changed something
   */
  public Desk(
      Casework casework,
      Eligibility eligibility,
      FlowRules flows,
      DeskStore store,
      OutboxStore outbox,
      Exceptions exceptions,
      Labels labels,
      Holding holding,
      InstantSource clock,
      Runnable committed) {
    this.casework = casework;
    this.pauses = new Pauses(casework);
    this.flows = flows;
    this.takers = new Takers(eligibility, flows);
    this.store = store;
    this.outbox = outbox;
    this.exceptions = exceptions;
    this.labels = labels;
    this.holding = holding;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public DeskResult claim(long caseId, String agent) {
    store.person(Texts.name(agent));
    return with(caseId, (tx, on, now) -> claim(tx, on, agent, now, () -> true).orElseThrow());
  }

  /**
   * Takes a case within a transaction, which the caller commits.
   *
   * @param goesOn asked last, if nothing speaks against it; false leaves the case as it is
   * @return empty if it did not go on
   */
  Optional<DeskResult> claim(
      CaseTransaction tx, OpenCase on, String agent, Instant now, BooleanSupplier goesOn) {
    CaseDecision decision =
        takers.taking(tx, on, Trigger.CLAIMS, agent, casework.claim(on.file(), agent, now));
    return decision instanceof CaseDecision.Done && !goesOn.getAsBoolean()
        ? Optional.empty()
        : Optional.of(save(tx, on, decision, _ -> agent, null));
  }

  @Override
  public DeskResult heartbeat(long caseId, long token) {
    return act(caseId, Desk::holder, (on, now) -> casework.heartbeat(on.file(), token, now));
  }

  @Override
  public DeskResult release(long caseId, long token) {
    return act(
        caseId,
        Desk::holder,
        (on, now) -> casework.release(on.file(), on.conversation(), token, now));
  }

  @Override
  public DeskResult takeOver(long caseId, String agent, String reason) {
    TakeOverReason why = new TakeOverReason(reason);
    store.person(Texts.name(agent));
    return with(
        caseId,
        (tx, on, now) -> {
          CaseDecision decision = casework.takeOver(on.file(), agent, why, now);
          Trigger how = holder(on.file()) == null ? Trigger.CLAIMS : Trigger.TAKES_OVER;
          CaseDecision taken = takers.taking(tx, on, how, agent, decision);
          return save(tx, on, taken, _ -> agent, null);
        });
  }

  @Override
  public DeskResult transfer(long caseId, long token, String to, @Nullable String note) {
    if (note != null) {
      Texts.note(note);
    }
    store.person(Texts.name(to));
    return with(
        caseId,
        (tx, on, now) -> {
          CaseDecision decision =
              takers.giving(tx, on, to, casework.transfer(on.file(), token, to, now));
          String from = holder(on.file());
          if (note != null && from != null && decision instanceof CaseDecision.Done) {
            addNote(tx, on, from, note);
          }
          DeskResult result = save(tx, on, decision, Desk::holder, null);
          label(tx, on, result, LabelAction.TRANSFERRED, now);
          if (result instanceof DeskResult.Done
              && on.file().state() instanceof CaseState.Claimed c) {
            tx.passDraft(caseId, c.agent(), to);
          }
          return result;
        });
  }

  @Override
  public DeskResult close(long caseId, String agent, long token) {
    store.person(Texts.name(agent));
    return with(
        caseId,
        (tx, on, now) -> {
          CaseDecision decision = casework.close(on.file(), token, now);
          boolean held = holder(on.file()) != null;
          CaseDecision closed =
              held ? decision : takers.acting(tx, on, Trigger.CLOSES, agent, decision);
          return save(tx, on, closed, _ -> agent, null);
        });
  }

  @Override
  public DeskResult close(long caseId, long token) {
    return act(caseId, Desk::holder, (on, now) -> casework.closeHeld(on.file(), token, now));
  }

  @Override
  public DeskResult reopen(long caseId, String agent) {
    store.person(Texts.name(agent));
    return with(
        caseId,
        (tx, on, _) -> {
          CaseDecision decision = casework.reopen(on.file(), on.openCase());
          CaseDecision reopened = takers.acting(tx, on, Trigger.REOPENS, agent, decision);
          return save(tx, on, reopened, _ -> agent, null);
        });
  }

  @Override
  public DeskResult passOn(long caseId, String agent, long token, @Nullable String note) {
    if (note != null) {
      Texts.note(note);
    }
    store.person(Texts.name(agent));
    return with(
        caseId,
        (tx, on, now) -> {
          WhoMay who = flows.of(on);
          Optional<String> to = who.passedTo();
          if (to.isEmpty()) {
            return new DeskResult.Refused(new Refusal.NowhereToPassOn(who.step()), on.file());
          }
          CaseDecision decision =
              casework.passOn(on.file(), on.conversation(), token, who.step(), to.get(), now);
          boolean held = holder(on.file()) != null;
          CaseDecision passed =
              held ? decision : takers.acting(tx, on, Trigger.PASSES_ON, agent, decision);
          if (note != null && passed instanceof CaseDecision.Done) {
            addNote(tx, on, agent, note);
          }
          return save(tx, on, passed, _ -> agent, null);
        });
  }

  @Override
  public DeskResult pause(
      long caseId, long token, WaitingOn on, String reason, @Nullable Instant until) {
    Pause pause = Pause.from(clock.instant(), on, reason, until);
    return act(caseId, Desk::holder, (of, now) -> pauses.pause(of.file(), token, pause, now));
  }

  @Override
  public DeskResult resume(long caseId, long token) {
    return act(caseId, Desk::holder, (on, now) -> pauses.resume(on.file(), token, now));
  }

  /** Returns expired claims to the queue, and ends pauses whose time has come; called often. */
  public int expireClaims(int limit) {
    int expired = 0;
    for (long caseId : store.expired(clock.instant(), limit)) {
      DeskResult result =
          act(caseId, _ -> null, (on, now) -> casework.expire(on.file(), on.conversation(), now));
      expired += result instanceof DeskResult.Done ? 1 : 0;
    }
    return expired;
  }

  @Override
  public DeskResult note(long caseId, String agent, String text) {
    Texts.note(text);
    store.person(Texts.name(agent));
    return with(
        caseId,
        (tx, on, _) -> {
          addNote(tx, on, agent, text);
          return new DeskResult.Done(on.file(), null);
        });
  }

  private static void addNote(CaseTransaction tx, OpenCase on, String agent, String text) {
    long caseId = on.file().id();
    tx.addNote(caseId, agent, text);
    tx.record(new NewEvent(caseId, null, agent, new Event.NoteAdded(text)), on.brandId());
  }

  @Override
  public DeskResult reply(long caseId, String text, Manner manner, long token, long seenThrough) {
    long reply = store.nextReply();
    return with(
        caseId,
        (tx, on, now) -> {
          String signed = manner.sign() ? signed(tx, on, text) : text;
          Texts.reply(signed, CharacterCount.of(on.channel().network()));
          ApprovalReason why = holding.reasonFor(tx, on);
          CaseDecision decision =
              casework.reply(on.file(), on.conversation(), token, seenThrough, reply, why, now);
          if (decision instanceof CaseDecision.Done && !manner.personalDataIntended()) {
            List<PersonalKind> shown = personalDataShown(tx, on, signed);
            if (!shown.isEmpty()) {
              return new DeskResult.Refused(new Refusal.PersonalDataShown(shown), on.file());
            }
          }
          if (decision instanceof CaseDecision.Done(var file, _)
              && file.state() instanceof CaseState.Pending(var agent, _, _)) {
            Optional<Refusal> refusal = takers.answering(tx, on, agent);
            if (refusal.isPresent()) {
              return new DeskResult.Refused(refusal.get(), on.file());
            }
            outbox.queue(tx, on, reply, agent, signed, seenThrough, now);
            if (why != null) {
              holding.hold(tx, reply, why, agent, manner.hand());
            }
            DeskResult result = save(tx, on, decision, _ -> agent, reply);
            label(tx, on, result, LabelAction.REPLIED, now);
            return result;
          }
          return save(tx, on, decision, Desk::holder, null);
        });
  }

  /** The text as its writer signs it: whoever holds the case. */
  private static String signed(CaseTransaction tx, OpenCase on, String text) {
    String writer = holder(on.file());
    return writer == null || text.isBlank()
        ? text
        : IdentityReads.signing(tx.handle(), writer, on.brandId())
            .sign(text, SignStyles.of(on.channel().network()));
  }

  /**
   * The personal data in a text that everybody could read; asks the store only if there are any.
   */
  private static List<PersonalKind> personalDataShown(
      CaseTransaction tx, OpenCase on, String text) {
    List<PersonalKind> kinds = PersonalData.kinds(text);
    boolean shown =
        !kinds.isEmpty()
            && DirectMessages.arePostsPublic(on.channel().network())
            && !tx.isDirect(on);
    return shown ? kinds : List.of();
  }

  @Override
  public boolean clear(long exception, String agent, Clearing how) {
    return exceptions.clear(exception, agent, how) instanceof Exceptions.Cleared.Done;
  }

  private interface Action {
    CaseDecision on(OpenCase on, Instant now);
  }

  /** Who acts, given the case as it was; null if Switchboard does. */
  private interface Actor {
    @Nullable String of(CaseFile before);
  }

  /** What is done with a case that is locked, in the transaction that holds it. */
  private interface Step {
    DeskResult take(CaseTransaction tx, OpenCase on, Instant now);
  }

  private DeskResult act(long caseId, Actor actor, Action action) {
    return with(caseId, (tx, on, now) -> save(tx, on, action.on(on, now), actor, null));
  }

  private DeskResult with(long caseId, Step step) {
    Instant now = clock.instant();
    return done(
        store.inTransaction(
            now,
            tx ->
                tx.find(caseId)
                    .map(on -> step.take(tx, on, now))
                    .orElseGet(() -> new DeskResult.NoSuchCase(caseId))));
  }

  private static DeskResult save(
      CaseTransaction tx, OpenCase on, CaseDecision decision, Actor actor, @Nullable Long reply) {
    return switch (decision) {
      case CaseDecision.Refused(var refusal) -> new DeskResult.Refused(refusal, on.file());
      case CaseDecision.Done(var file, var events) -> {
        String by = actor.of(on.file());
        tx.save(on, file, by, events);
        CaseWatch.on(tx, on, by, events);
        yield new DeskResult.Done(file, reply);
      }
    };
  }

  /** Work on a case says that the post which it began with needed help: triage learns from it. */
  private void label(
      CaseTransaction tx, OpenCase on, DeskResult result, LabelAction action, Instant now) {
    if (result instanceof DeskResult.Done && on.file().state() instanceof CaseState.Claimed by) {
      NewLabel label = NewLabel.ofWork(action, on.file().id());
      store
          .openingPost(tx, on)
          .ifPresent(post -> labels.write(tx.handle(), post, label, by.agent(), now));
    }
  }

  /** Who acts by token alone is whoever holds the case. */
  private static @Nullable String holder(CaseFile file) {
    return file.state() instanceof CaseState.Claimed claim ? claim.agent() : null;
  }

  private DeskResult done(DeskResult result) {
    if (result instanceof DeskResult.Done(var file, _)) {
      log.debug("case {} is {}", file.id(), file.state().word());
      committed.run();
    }
    return result;
  }
}

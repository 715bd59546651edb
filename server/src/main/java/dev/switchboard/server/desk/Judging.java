package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.server.triage.Labels;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.PostTransaction;
import dev.switchboard.store.desk.PostTransaction.On;
import dev.switchboard.store.triage.Judged;
import dev.switchboard.store.triage.JudgedPost;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.LabelWriter.Standing;
import dev.switchboard.store.triage.NewLabel;
import dev.switchboard.store.triage.NewLabel.CaseEffect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement of a post means for its case and for triage, within one transaction: the case
 * first, the label last, since that locks the brand's steps.
 */
final class Judging {
  private final Casework casework;
  private final DeskStore store;
  private final Labels labels;
  private final Topics topics;

  Judging(Casework casework, DeskStore store, Labels labels, Topics topics) {
    this.casework = casework;
    this.store = store;
    this.labels = labels;
    this.topics = topics;
  }

  /** Who judges, and when. */
  record By(String agent, Instant now) {}

  /** What was done, as far as the transaction knows. */
  sealed interface Result {
    record Done(
        JudgedPost post, @Nullable Long label, @Nullable Judged judged, @Nullable CaseFile file)
        implements Result {}

    record Not(PostResult why) implements Result {}
  }

  Result setAside(PostTransaction tx, On on, long token, By by) {
    if (on.post().judged() == Judged.SET_ASIDE) {
      return known(on);
    }
    return judgedNotHelp(tx, on, token, by, LabelAction.SET_ASIDE);
  }

  /** Sets aside all posts of a case that need help, and so closes it; or does nothing. */
  Result setAsideCase(PostTransaction tx, On on, long caseId, long token, By by) {
    CaseFile file = on.latest();
    if (file == null || file.id() != caseId) {
      return file == null
          ? not(on.post(), "Case %d has no such post any more.".formatted(caseId))
          : new Result.Not(new PostResult.Refused(new Refusal.GoesOnElsewhere(file.id()), file));
    }
    if (casework.setAside(file, token, by.now()) instanceof CaseDecision.Refused(var refusal)) {
      return new Result.Not(new PostResult.Refused(refusal, file));
    }
    for (JudgedPost other : tx.needingHelp(on.conversation().id())) {
      if (other.id() != on.post().id()) {
        judgedNotHelp(tx, new On(other, on.conversation(), file), token, by, LabelAction.SET_ASIDE);
      }
    }
    return setAside(tx, on, token, by);
  }

  /** A person who was asked to look says whether a post was rightly set aside. */
  Result audit(PostTransaction tx, On on, boolean neededHelp, By by) {
    if (!on.post().drawn() || on.post().judged() != null) {
      return not(
          on.post(),
          on.post().drawn()
              ? "Somebody has looked at this post already; undo it first."
              : "This post was not drawn for the audit; set it aside or bring it back instead.");
    }
    return neededHelp
        ? broughtBack(tx, on, true, by, LabelAction.AUDITED)
        : judgedNotHelp(tx, on, 0, by, LabelAction.AUDITED);
  }

  Result bringBack(PostTransaction tx, On on, By by) {
    return on.post().judged() == Judged.HELP
        ? known(on)
        : broughtBack(tx, on, true, by, LabelAction.BROUGHT_BACK);
  }

  Result thank(PostTransaction tx, On on, By by) {
    return on.post().judged() == Judged.THANK
        ? known(on)
        : broughtBack(tx, on, false, by, LabelAction.THANKED);
  }

  Result tag(PostTransaction tx, On on, @Nullable String intent, @Nullable Boolean problem, By by) {
    Long caseId = on.latest() == null ? null : Long.valueOf(on.latest().id());
    NewLabel label =
        new NewLabel(LabelAction.TAGGED, caseId, null, intent, problem, null, CaseEffect.NONE);
    long id = labels.write(tx.handle(), on.post(), label, by.agent(), by.now()).orElseThrow();
    record(tx, on, on.latest(), new Event.PostTagged(id, intent, problem), by);
    return new Result.Done(on.post(), id, on.post().judged(), on.latest());
  }

  Result undo(PostTransaction tx, On on, By by) {
    Optional<Standing> last = labels.findLast(tx.handle(), on.post().id());
    if (last.isEmpty()) {
      return not(on.post(), "Nothing that can be taken back was said of this post.");
    }
    Standing label = last.get();
    boolean mistakenCase =
        label.effect() == CaseEffect.OPENED || label.effect() == CaseEffect.REOPENED;
    CaseFile file = on.latest();
    if (mistakenCase && file != null && !othersNeedHelp(tx, on)) {
      CaseDecision decision = casework.takeBack(file, by.now());
      if (decision instanceof CaseDecision.Refused(var refusal)) {
        return new Result.Not(new PostResult.Refused(refusal, file));
      }
      file = save(tx, on, (CaseDecision.Done) decision, by);
    }
    labels.undo(tx.handle(), on.post(), label, by.agent(), by.now());
    Conversation counted = tx.countHelpAnew(on.conversation());
    if (label.effect() == CaseEffect.CLOSED && file != null && isSetAside(file)) {
      boolean sure = on.post().verdict() == Verdict.HELP || label.judgedBefore() == Judged.HELP;
      file =
          save(
              tx,
              on,
              casework.bringBack(
                  file, counted, on.post().createdAt(), sure, by.now(), store::nextCase),
              by);
    }
    record(tx, on, file, new Event.PostUndone(label.id(), label.action().word()), by);
    Judged judged =
        label.action() == LabelAction.TAGGED ? on.post().judged() : label.judgedBefore();
    return new Result.Done(on.post(), label.id(), judged, file);
  }

  /** No help is needed: a case that has no other reason is closed. */
  private Result judgedNotHelp(PostTransaction tx, On on, long token, By by, LabelAction action) {
    CaseFile file = on.latest();
    boolean wasReason = on.post().needsHelp() || on.post().judged() == Judged.THANK;
    boolean closes = file != null && file.state().isOpen() && wasReason && !othersNeedHelp(tx, on);
    if (closes && file != null) {
      CaseDecision decision = casework.setAside(file, token, by.now());
      if (decision instanceof CaseDecision.Refused(var refusal)) {
        return new Result.Not(new PostResult.Refused(refusal, file));
      }
      file = save(tx, on, (CaseDecision.Done) decision, by);
    }
    CaseEffect effect = closes ? CaseEffect.CLOSED : CaseEffect.NONE;
    return label(tx, on, action, false, Judged.SET_ASIDE, effect, file, by);
  }

  /** Help is needed, or a word is deserved: there must be a case. */
  private Result broughtBack(
      PostTransaction tx, On on, boolean needsHelp, By by, LabelAction action) {
    CaseFile before = on.latest();
    Instant askedAt = on.post().createdAt();
    Conversation conversation = needsHelp ? asked(on.conversation(), askedAt) : on.conversation();
    CaseDecision.Done done =
        casework.bringBack(before, conversation, askedAt, needsHelp, by.now(), store::nextCase);
    CaseEffect effect =
        before == null || before.id() != done.file().id()
            ? CaseEffect.OPENED
            : before.state().isOpen() ? CaseEffect.NONE : CaseEffect.REOPENED;
    CaseFile file = save(tx, on, done, by);
    if (effect != CaseEffect.NONE) {
      topics.flag(tx.cases(), on.post(), file.id(), by.now());
    }
    Judged judged = needsHelp ? Judged.HELP : Judged.THANK;
    return label(tx, on, action, needsHelp, judged, effect, file, by);
  }

  private Result label(
      PostTransaction tx,
      On on,
      LabelAction action,
      boolean needsHelp,
      Judged judged,
      CaseEffect effect,
      @Nullable CaseFile file,
      By by) {
    Long caseId = file == null ? null : Long.valueOf(file.id());
    NewLabel label = new NewLabel(action, caseId, needsHelp, null, null, judged, effect);
    long id = labels.write(tx.handle(), on.post(), label, by.agent(), by.now()).orElseThrow();
    tx.countHelpAnew(on.conversation());
    record(tx, on, file, event(action, id, needsHelp), by);
    return new Result.Done(on.post(), id, judged, file);
  }

  private static Event event(LabelAction action, long label, boolean needsHelp) {
    return switch (action) {
      case SET_ASIDE -> new Event.PostSetAside(label);
      case BROUGHT_BACK -> new Event.PostBroughtBack(label);
      case THANKED -> new Event.PostThanked(label);
      case AUDITED -> new Event.PostAudited(label, needsHelp);
      case REPLIED, TRANSFERRED, TAGGED, LEFT_UNANSWERED ->
          throw new IllegalStateException("no judgement: " + action);
    };
  }

  private CaseFile save(PostTransaction tx, On on, CaseDecision.Done done, By by) {
    CaseFile before = on.latest();
    tx.save(on, before, done.file(), by.agent(), done.events());
    if (before != null && before.state().isOpen() && !done.file().state().isOpen()) {
      tx.cases()
          .find(before.id())
          .ifPresent(closed -> CaseWatch.on(tx.cases(), closed, by.agent(), done.events()));
    }
    return done.file();
  }

  private static void record(
      PostTransaction tx, On on, @Nullable CaseFile file, Event event, By by) {
    Long caseId = file == null ? null : Long.valueOf(file.id());
    tx.record(new NewEvent(caseId, on.post().id(), by.agent(), event), on.post().brandId());
  }

  private static boolean othersNeedHelp(PostTransaction tx, On on) {
    List<JudgedPost> needing = tx.needingHelp(on.conversation().id());
    return needing.stream().anyMatch(post -> post.id() != on.post().id());
  }

  private static boolean isSetAside(CaseFile file) {
    return file.state() instanceof CaseState.Closed(var reason, _)
        && reason == CloseReason.SET_ASIDE;
  }

  private static Conversation asked(Conversation c, Instant at) {
    Instant help = c.lastHelpAt() == null || at.isAfter(c.lastHelpAt()) ? at : c.lastHelpAt();
    return new Conversation(
        c.id(), c.lastPost(), c.lastShownAt(), c.firstAskedAt(), help, c.lastRepliedAt());
  }

  private static Result known(On on) {
    return new Result.Done(on.post(), null, on.post().judged(), on.latest());
  }

  private static Result not(JudgedPost post, String sentence) {
    return new Result.Not(new PostResult.NotPossible(post.id(), sentence));
  }
}

package dev.switchboard.server.web;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.desk.DeskRules;
import dev.switchboard.server.people.Caller;
import dev.switchboard.store.people.ClaimOwners;
import dev.switchboard.store.people.Colleagues;
import dev.switchboard.store.people.Colleagues.Colleague;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk as those meet it who ask over the web: a token is worth something only to the person who
 * holds the claim, or to one who may act for anyone. Tokens count 1, 2, 3 and can be guessed.
 */
public final class OwnCases implements CaseDesk {
  /** No claim ever has it, so the desk refuses it in its own words. */
  private static final long NOBODYS = -1;

  private final CaseDesk desk;
  private final ClaimOwners owners;
  private final Colleagues colleagues;
  private final DeskRules rules;

  public OwnCases(CaseDesk desk, ClaimOwners owners, Colleagues colleagues, DeskRules rules) {
    this.desk = desk;
    this.owners = owners;
    this.colleagues = colleagues;
    this.rules = rules;
  }

  private long own(long caseId, long token) {
    Caller caller = Callers.current();
    String name = caller.name();
    boolean may =
        token == 0
            || caller.may(Permission.ACT_FOR_ANYONE)
            || name != null && owners.holds(caseId, name, token);
    return may ? token : NOBODYS;
  }

  @Override
  public DeskResult claim(long caseId, String agent) {
    return desk.claim(caseId, agent);
  }

  @Override
  public DeskResult heartbeat(long caseId, long token) {
    return desk.heartbeat(caseId, own(caseId, token));
  }

  @Override
  public DeskResult release(long caseId, long token) {
    return desk.release(caseId, own(caseId, token));
  }

  @Override
  public DeskResult takeOver(long caseId, String agent, String reason) {
    if (!mayTakeOver()) {
      throw new NotYou("Only leads may take a case out of a colleague's hands here; ask one.");
    }
    return desk.takeOver(caseId, agent, reason);
  }

  /** Whether the caller may take cases out of others' hands. */
  public boolean mayTakeOver() {
    return !rules.takeOverByLeads() || Callers.current().may(Permission.TAKE_OVER);
  }

  @Override
  public DeskResult transfer(long caseId, long token, String to, @Nullable String note) {
    boolean mayName = Callers.current().may(Permission.ACT_FOR_ANYONE);
    Optional<Colleague> colleague = colleagues.find(to);
    if (colleague.isEmpty() ? !mayName : !colleague.get().canHold()) {
      throw new IllegalArgumentException(
          colleague.isEmpty()
              ? "to must be a colleague's name; there is nobody called \"%s\"".formatted(to)
              : "%s can't hold cases now; choose another colleague".formatted(to));
    }
    return desk.transfer(caseId, own(caseId, token), to, note);
  }

  @Override
  public DeskResult reply(long caseId, String text, Manner manner, long token, long seenThrough) {
    String writer = manner.hand() == null ? Callers.current().name() : manner.hand();
    return desk.reply(caseId, text, manner.by(writer), own(caseId, token), seenThrough);
  }

  @Override
  public DeskResult note(long caseId, String agent, String text) {
    return desk.note(caseId, agent, text);
  }

  @Override
  public DeskResult close(long caseId, String agent, long token) {
    return desk.close(caseId, agent, own(caseId, token));
  }

  @Override
  public DeskResult close(long caseId, long token) {
    return desk.close(caseId, own(caseId, token));
  }

  @Override
  public DeskResult reopen(long caseId, String agent) {
    return desk.reopen(caseId, agent);
  }

  @Override
  public DeskResult passOn(long caseId, String agent, long token, @Nullable String note) {
    return desk.passOn(caseId, agent, own(caseId, token), note);
  }

  @Override
  public DeskResult pause(
      long caseId, long token, WaitingOn on, String reason, @Nullable Instant until) {
    return desk.pause(caseId, own(caseId, token), on, reason, until);
  }

  @Override
  public DeskResult resume(long caseId, long token) {
    return desk.resume(caseId, own(caseId, token));
  }

  @Override
  public boolean clear(long exception, String agent, Clearing how) {
    return desk.clear(exception, agent, how);
  }
}

package dev.switchboard.server.web;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.people.Caller;
import dev.switchboard.store.people.ClaimOwners;

/**
 * The desk as those meet it who ask over the web: a token is worth something only to the person who
 * holds the claim, or to one who may act for anyone. Tokens count 1, 2, 3 and can be guessed.
 */
public final class OwnCases implements CaseDesk {
  /** No claim ever has it, so the desk refuses it in its own words. */
  private static final long NOBODYS = -1;

  private final CaseDesk desk;
  private final ClaimOwners owners;

  public OwnCases(CaseDesk desk, ClaimOwners owners) {
    this.desk = desk;
    this.owners = owners;
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
  public DeskResult transfer(long caseId, long token, String to) {
    return desk.transfer(caseId, own(caseId, token), to);
  }

  @Override
  public DeskResult reply(long caseId, String text, Manner manner, long token, long seenThrough) {
    return desk.reply(caseId, text, manner, own(caseId, token), seenThrough);
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
  public boolean clear(long exception, String agent, Clearing how) {
    return desk.clear(exception, agent, how);
  }
}

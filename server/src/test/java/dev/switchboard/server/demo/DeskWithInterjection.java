package dev.switchboard.server.demo;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A desk where something happens just before the first reply. */
final class DeskWithInterjection implements CaseDesk {
  private final CaseDesk desk;
  private final Runnable interjection;
  private boolean happened;

  DeskWithInterjection(CaseDesk desk, Runnable interjection) {
    this.desk = desk;
    this.interjection = interjection;
  }

  @Override
  public DeskResult claim(long caseId, String agent) {
    return desk.claim(caseId, agent);
  }

  @Override
  public DeskResult heartbeat(long caseId, long token) {
    return desk.heartbeat(caseId, token);
  }

  @Override
  public DeskResult release(long caseId, long token) {
    return desk.release(caseId, token);
  }

  @Override
  public DeskResult takeOver(long caseId, String agent, String reason) {
    return desk.takeOver(caseId, agent, reason);
  }

  @Override
  public DeskResult transfer(long caseId, long token, String to, @Nullable String note) {
    return desk.transfer(caseId, token, to, note);
  }

  @Override
  public DeskResult reply(long caseId, String text, Manner manner, long token, long seenThrough) {
    if (!happened) {
      happened = true;
      interjection.run();
    }
    return desk.reply(caseId, text, manner, token, seenThrough);
  }

  @Override
  public DeskResult note(long caseId, String agent, String text) {
    return desk.note(caseId, agent, text);
  }

  @Override
  public DeskResult close(long caseId, String agent, long token) {
    return desk.close(caseId, agent, token);
  }

  @Override
  public DeskResult close(long caseId, long token) {
    return desk.close(caseId, token);
  }

  @Override
  public DeskResult reopen(long caseId, String agent) {
    return desk.reopen(caseId, agent);
  }

  @Override
  public DeskResult passOn(long caseId, String agent, long token, @Nullable String note) {
    return desk.passOn(caseId, agent, token, note);
  }

  @Override
  public DeskResult pause(
      long caseId, long token, WaitingOn on, String reason, @Nullable Instant until) {
    return desk.pause(caseId, token, on, reason, until);
  }

  @Override
  public DeskResult resume(long caseId, long token) {
    return desk.resume(caseId, token);
  }

  @Override
  public boolean clear(long exception, String agent, Clearing how) {
    return desk.clear(exception, agent, how);
  }
}

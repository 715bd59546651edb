package dev.switchboard.server.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people do with incidents. Each call names who does it; an unknown name becomes a person.
 * Calls wait for the thread that decides. Any thread.
 */
public interface IncidentDesk {
  /** Looks after it. */
  IncidentResult acknowledge(long id, String agent) throws InterruptedException;

  /** Says that it is over; {@code note} may say why, or be null. */
  IncidentResult resolve(long id, String agent, @Nullable String note) throws InterruptedException;

  /** Says that it goes on. */
  IncidentResult reopen(long id, String agent) throws InterruptedException;

  /** Says whether a change did it, by the change's id as its sender gave it. */
  IncidentResult judgeCause(
      long id, String change, boolean confirmed, String agent, @Nullable String note)
      throws InterruptedException;

  /** Says that the incident {@code from} is the same as this one, which goes on for both. */
  IncidentResult merge(long id, long from, String agent) throws InterruptedException;

  /** Says that another incident is not the same: merging is not proposed again. */
  IncidentResult keepApart(long id, long other, String agent) throws InterruptedException;

  /** Says that these posts, by the ids of the incident's samples, are about something else. */
  IncidentResult split(long id, List<Long> posts, String agent) throws InterruptedException;

  /** Takes a merge or a split back; {@code action} is what that was answered with. */
  IncidentResult undo(long id, long action, String agent) throws InterruptedException;
}

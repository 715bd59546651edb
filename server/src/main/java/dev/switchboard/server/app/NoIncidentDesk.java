package dev.switchboard.server.app;

import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.incidents.IncidentResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until there is a desk of incidents. */
final class NoIncidentDesk implements IncidentDesk {
  private static final IncidentResult LATER = new IncidentResult.Later("Not yet.");

  @Override
  public IncidentResult acknowledge(long id, String agent) {
    return LATER;
  }

  @Override
  public IncidentResult resolve(long id, String agent, @Nullable String note) {
    return LATER;
  }

  @Override
  public IncidentResult reopen(long id, String agent) {
    return LATER;
  }

  @Override
  public IncidentResult judgeCause(
      long id, String change, boolean confirmed, String agent, @Nullable String note) {
    return LATER;
  }

  @Override
  public IncidentResult merge(long id, long from, String agent) {
    return LATER;
  }

  @Override
  public IncidentResult keepApart(long id, long other, String agent) {
    return LATER;
  }

  @Override
  public IncidentResult split(long id, List<Long> posts, String agent) {
    return LATER;
  }

  @Override
  public IncidentResult undo(long id, long action, String agent) {
    return LATER;
  }
}

package dev.switchboard.store.incidents;

import dev.switchboard.store.log.LoggedEvent;
import java.util.List;

/**
 * An incident with what its page shows.
 *
 * @param samples the first of its reports, oldest first, at most {@link #MAX_SAMPLES}
 * @param changes what happened to the company's systems from {@link #CHANGES_BEFORE_HOURS} hours
 *     before its onset until it ended, by their start, at most {@link #MAX_CHANGES}
 * @param history its events, oldest first, at most {@link #MAX_EVENTS}
 */
public record IncidentDetail(
    IncidentRow incident,
    List<SamplePost> samples,
    List<ChangeRow> changes,
    List<LoggedEvent> history) {
  public static final int MAX_SAMPLES = 20;
  public static final int MAX_CHANGES = 100;
  public static final int MAX_EVENTS = 200;
  public static final int CHANGES_BEFORE_HOURS = 24;

  public IncidentDetail {
    samples = List.copyOf(samples);
    changes = List.copyOf(changes);
    history = List.copyOf(history);
  }
}

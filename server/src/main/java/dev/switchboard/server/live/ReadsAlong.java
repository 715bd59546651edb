package dev.switchboard.server.live;

import dev.switchboard.store.log.LoggedEvent;
import java.util.List;

/**
 * Is told of all that is committed by whoever reads the log anyway. Called by one thread at a time.
 */
public interface ReadsAlong {
  /** What was committed, in order; nothing between this and what was told before is left out. */
  void read(List<LoggedEvent> events);

  /** What was committed until now may have been left out; told before the first events, too. */
  void missed();
}

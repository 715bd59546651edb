package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.store.incidents.ChangeRow;
import dev.switchboard.store.incidents.FollowedPosts;
import dev.switchboard.store.log.LoggedEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what events tell of to the operator, in their order. One thread. */
final class LogInputs {
  private static final Logger log = LoggerFactory.getLogger(LogInputs.class);
  private static final String POST = "post.received";
  private static final String CHANGE = "change.received";

  private final FollowedPosts rows;
  private final IncidentMeters meters;

  LogInputs(FollowedPosts rows, IncidentMeters meters) {
    this.rows = rows;
    this.meters = meters;
  }

  /** How many of the events were inputs. */
  int follow(List<LoggedEvent> events, Deciding deciding) {
    Map<Long, ReportedPost> posts =
        rows.posts(
            events.stream()
                .filter(LogInputs::isCustomersPost)
                .map(LoggedEvent::postId)
                .filter(Objects::nonNull)
                .toList());
    Map<Long, ChangeRow> changes =
        rows.changes(
            events.stream().filter(e -> e.type().equals(CHANGE)).map(LoggedEvent::seq).toList());
    int inputs = 0;
    for (LoggedEvent event : events) {
      inputs += isInput(event, posts, changes, deciding) ? 1 : 0;
    }
    return inputs;
  }

  private boolean isInput(
      LoggedEvent event,
      Map<Long, ReportedPost> posts,
      Map<Long, ChangeRow> changes,
      Deciding deciding) {
    ChangeRow change = changes.get(event.seq());
    ReportedPost post = isCustomersPost(event) ? posts.get(event.postId()) : null;
    try {
      if (change != null) {
        deciding.received(change, event.at());
        return true;
      }
      if (post == null || event.brand() == null) {
        return false;
      }
      boolean taken = deciding.received(event.brand(), post, event.at());
      meters.post(taken);
      return taken;
    } catch (RuntimeException e) {
      // It would fail again for ever: what comes after it must not wait.
      log.error("Incidents could not take event {}; it is left out", event.seq(), e);
      meters.failed();
      return false;
    }
  }

  /** The brand's own posts have no verdict. */
  private static boolean isCustomersPost(LoggedEvent event) {
    return event.type().equals(POST) && event.dataJson().contains("\"verdict\"");
  }
}

package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.detection.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an incident; {@link Incidents#find} tells how it stands after it. */
public sealed interface IncidentEvent {
  /** The incident's number within its brand. */
  long incident();

  String brand();

  /** When it was decided: the {@code now} that was handed in. */
  Instant at();

  /** Reports came faster than chance allows. */
  record Opened(long incident, String brand, Instant at, Finding finding)
      implements IncidentEvent {}

  /**
   * Many more customers, said at about each half as many again.
   *
   * @param authors distinct customers so far
   * @param posts some of the reports since the last time
   */
  record Grew(
      long incident,
      String brand,
      Instant at,
      int authors,
      double customersPerHour,
      List<Long> posts)
      implements IncidentEvent {
    public Grew {
      posts = List.copyOf(posts);
    }
  }

  /** New customers come at a quarter of the peak or as without it. */
  record Quietened(long incident, String brand, Instant at, int authors, double customersPerHour)
      implements IncidentEvent {}

  /** It has been quiet for long. */
  record Closed(long incident, String brand, Instant at, int authors) implements IncidentEvent {}

  /**
   * It goes on after it was closed or resolved.
   *
   * @param times how often it came back, 1 or more
   * @param by who says so; null if the reports do
   */
  record Reopened(long incident, String brand, Instant at, int times, @Nullable String by)
      implements IncidentEvent {}

  /**
   * Its likely causes were ranked anew.
   *
   * @param causes likeliest first, vetoed last, people's judgements applied
   * @param noneOfThese 0–1
   */
  record CausesRanked(
      long incident, String brand, Instant at, List<LikelyCause> causes, double noneOfThese)
      implements IncidentEvent {
    public CausesRanked {
      causes = List.copyOf(causes);
    }
  }

  /** Somebody looks after it. */
  record Acknowledged(long incident, String brand, Instant at, String by)
      implements IncidentEvent {}

  /** A person says that it is over. */
  record Resolved(long incident, String brand, Instant at, String by, @Nullable String note)
      implements IncidentEvent {}

  /** A person confirms or rejects a cause. */
  record CauseJudged(long incident, String brand, Instant at, CauseJudgement judgement)
      implements IncidentEvent {}

  /**
   * A person says that two are one.
   *
   * @param incident the one that stays
   * @param from the one that is told of under the other's number now
   * @param action what {@link IncidentAction.Undo} takes back
   */
  record Merged(long incident, String brand, Instant at, long from, long action, String by)
      implements IncidentEvent {}

  /** A person says that two are not one: merging their groups is not proposed again. */
  record KeptApart(long incident, String brand, Instant at, long other, String by)
      implements IncidentEvent {}

  /**
   * A person says that these posts are about something else.
   *
   * @param group what is like them goes there from now
   * @param action what {@link IncidentAction.Undo} takes back
   */
  record Split(
      long incident, String brand, Instant at, List<Long> posts, long group, long action, String by)
      implements IncidentEvent {
    public Split {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A person takes a merge or a split back.
   *
   * @param incident the one that was merged into or split
   * @param other the one that stands by itself again; null after a split
   */
  record Undone(
      long incident, String brand, Instant at, @Nullable Long other, long action, String by)
      implements IncidentEvent {}
}

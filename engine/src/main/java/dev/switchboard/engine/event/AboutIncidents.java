package dev.switchboard.engine.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of incidents, and the changes that may have caused them. Incidents are named by their
 * ids, which are unique over all brands.
 */
public sealed interface AboutIncidents extends Event {
  /** Something happened to the company's systems; its brand is null if it concerns all. */
  record ChangeReceived(String change, String kind, String service, Instant startedAt)
      implements AboutIncidents {}

  /**
   * Reports came faster than chance allows.
   *
   * @param probability that it is no chance, 0 to 1
   * @param onsetAt the likeliest moment at which customers began to be hit
   */
  record Opened(int authors, double probability, Instant onsetAt, List<String> terms)
      implements AboutIncidents {
    public Opened {
      terms = List.copyOf(terms);
    }
  }

  /** Many more customers report it. */
  record Grew(int authors, double customersPerHour) implements AboutIncidents {}

  /** New customers come at a quarter of the peak, or as without it. */
  record Quietened(int authors, double customersPerHour) implements AboutIncidents {}

  /** It has been quiet for long. */
  record Closed(int authors) implements AboutIncidents {}

  /** It goes on after it was closed or resolved; {@code times} is how often it came back. */
  record Reopened(int times) implements AboutIncidents {}

  /**
   * Its likely causes were ranked anew.
   *
   * @param change the likeliest, or null if there is none
   * @param probability of that change, 0 to 1
   * @param noneOfThese the probability that no known change did it, 0 to 1
   */
  record CausesRanked(@Nullable String change, double probability, double noneOfThese)
      implements AboutIncidents {}

  /** A person looks after it. */
  record Acknowledged() implements AboutIncidents {}

  /** A person says that it is over. */
  record Resolved(@Nullable String note) implements AboutIncidents {}

  /** A person says whether a change did it. */
  record CauseJudged(String change, boolean confirmed, @Nullable String note)
      implements AboutIncidents {}

  /** A person says that another incident is the same; {@code action} is what undoing names. */
  record Merged(long from, long action) implements AboutIncidents {}

  /** A person says that another incident is not the same. */
  record KeptApart(long other) implements AboutIncidents {}

  /** A person says that these posts are about something else. */
  record Split(List<Long> posts, long action) implements AboutIncidents {
    public Split {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A person took a merge or a split back.
   *
   * @param other the incident that stands by itself again; null after a split
   */
  record Undone(@Nullable Long other, long action) implements AboutIncidents {}
}

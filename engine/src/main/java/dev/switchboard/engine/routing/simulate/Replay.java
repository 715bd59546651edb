package dev.switchboard.engine.routing.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a day of posts that were. When they came, of what they are and who wrote them is theirs;
 * what nobody can read off a post (how long the work takes, which level of skill, how soon an
 * answer is due) is drawn from the seed, as for a day that is made up.
 */
final class Replay {
  static final String NO_TOPIC = "other";
  static final String NO_LANGUAGE = "und";
  private static final double WORK_MINUTES = 4;
  private static final int MAX_FOLLOW_UPS = 2;

  /** A case as far as the posts tell it. */
  private static final class Found {
    final ReplayedPost first;
    int followUps;
    @Nullable Instant second;

    Found(ReplayedPost first) {
      this.first = first;
    }
  }

  private Replay() {}

  /**
   * The day.
   *
   * @throws IllegalArgumentException if there are no posts, or they span more than the scenario
   */
  static Day day(Scenario scenario, List<ReplayedPost> posts, long seed) {
    if (posts.isEmpty()) {
      throw new IllegalArgumentException("there are no posts to replay");
    }
    List<ReplayedPost> sorted =
        posts.stream()
            .sorted(Comparator.comparing(ReplayedPost::at).thenComparing(ReplayedPost::key))
            .toList();
    Instant midnight = sorted.getFirst().at().truncatedTo(ChronoUnit.DAYS);
    long last = Duration.between(midnight, sorted.getLast().at()).toMillis();
    if (last >= scenario.hours() * Day.HOUR) {
      throw new IllegalArgumentException(
          "the posts go on for %d hours after the midnight (UTC) before the first, and %d are replayed; give --hours, at most %d"
              .formatted(last / Day.HOUR + 1, scenario.hours(), Scenario.MAX_HOURS));
    }
    List<Found> cases = cases(sorted);
    Mix mix = mix(cases);
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom drawing = random.split();
    List<SimulatedCase> drawn = new ArrayList<>(cases.size());
    for (Found found : cases) {
      drawn.add(drawn(drawn.size(), found, midnight, mix, drawing));
    }
    Scenario replayed = scenario.replayed(posts.size());
    return new Day(replayed, seed, mix, drawn, Team.draw(replayed, mix, random.split()));
  }

  /**
   * What needs help opens a case; what answers a post of a case is the customer's next question.
   */
  private static List<Found> cases(List<ReplayedPost> sorted) {
    List<Found> cases = new ArrayList<>();
    Map<String, Found> of = new HashMap<>();
    for (ReplayedPost post : sorted) {
      Found known = post.inReplyTo() == null ? null : of.get(post.inReplyTo());
      if (known != null) {
        known.followUps = Math.min(MAX_FOLLOW_UPS, known.followUps + 1);
        known.second = known.second == null ? post.at() : known.second;
        of.put(post.key(), known);
      } else if (post.needsHelp()) {
        Found opened = new Found(post);
        cases.add(opened);
        of.put(post.key(), opened);
      }
    }
    return cases;
  }

  private static Mix mix(List<Found> cases) {
    Map<String, Integer> brands = new TreeMap<>();
    Map<String, Integer> languages = new TreeMap<>();
    Map<String, Integer> topics = new TreeMap<>();
    for (Found found : cases) {
      brands.merge(found.first.brand(), 1, Integer::sum);
      languages.merge(language(found.first), 1, Integer::sum);
      topics.merge(topic(found.first), 1, Integer::sum);
    }
    List<String> all = List.copyOf(topics.keySet());
    double[] work =
        all.stream()
            .mapToDouble(
                topic ->
                    Mix.MADE_UP.topics().contains(topic)
                        ? Mix.MADE_UP.workMinutes(topic)
                        : WORK_MINUTES)
            .toArray();
    return new Mix(
        List.copyOf(brands.keySet()),
        shares(brands),
        List.copyOf(languages.keySet()),
        shares(languages),
        all,
        shares(topics),
        work);
  }

  private static double[] shares(Map<String, Integer> counts) {
    return counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private static String topic(ReplayedPost post) {
    String topic = post.topic();
    return topic == null ? NO_TOPIC : topic;
  }

  private static String language(ReplayedPost post) {
    String language = post.language();
    return language == null ? NO_LANGUAGE : language;
  }

  private static SimulatedCase drawn(
      int number, Found found, Instant midnight, Mix mix, SplittableRandom random) {
    ReplayedPost first = found.first;
    Day.Unseen unseen = Day.Unseen.draw(mix.workMinutes(topic(first)), random);
    Instant second = found.second;
    return new SimulatedCase(
        number,
        Duration.between(midnight, first.at()).toMillis(),
        first.brand(),
        language(first),
        topic(first),
        first.network(),
        first.direct(),
        unseen.level(),
        unseen.allowedMillis(),
        unseen.workMillis(),
        first.followers(),
        found.followUps,
        second == null
            ? unseen.gapMillis()
            : Math.max(Day.MINUTE, Duration.between(first.at(), second).toMillis()));
  }
}

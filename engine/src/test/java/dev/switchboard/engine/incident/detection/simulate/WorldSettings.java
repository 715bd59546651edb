package dev.switchboard.engine.incident.detection.simulate;

/**
 * What a brand's world is like.
 *
 * @param postsPerDay all posts, of which {@link #REPORT_SHARE} are reports
 * @param historyWeeks weeks before anything is planted
 * @param judgedWeeks weeks that are judged
 * @param plantedPerWeek incidents planted in a judged week, 0 or more
 */
public record WorldSettings(
    double postsPerDay, int historyWeeks, int judgedWeeks, int plantedPerWeek) {
  /** Of all posts. */
  static final double REPORT_SHARE = 0.4;

  /** Gamma shapes of the day's and the hour's multiplier: counts of an hour are overdispersed. */
  static final double DAY_SHAPE = 12;

  static final double HOUR_SHAPE = 15;

  /** How far the rate swings over the day: the peak is (1 + swing) / (1 - swing) of the night. */
  static final double DAY_SWING = 0.7;

  static final double WEEKEND = 0.7;

  /** The share of reports on what people always write about, over so many topics (Zipf). */
  static final double TOPIC_SHARE = 0.5;

  static final int TOPICS = 25;

  /** Gamma shape of a topic's multiplier for a day: topics come and go by themselves. */
  static final double TOPIC_SHAPE = 3;

  /** The others are drawn by Pitman and Yor's urn over the reports of so many hours. */
  static final double URN_HOURS = 48;

  static final double URN_DISCOUNT = 0.6;
  static final double URN_STRENGTH = 5;

  /** Somebody who has reported it before reports it again. */
  static final double REPEAT_SHARE = 0.1;

  /** Jokes and giveaways in a week, the posts of one, and how many of them triage misreads. */
  static final double JOKES_PER_WEEK = 0.7;

  static final double JOKE_HOURS = 3;
  static final double JOKE_MISREAD = 0.04;
  static final double GIVEAWAYS_PER_WEEK = 0.4;
  static final double GIVEAWAY_HOURS = 6;
  static final double GIVEAWAY_MISREAD = 0.01;

  /** An incident's reports that grouping puts elsewhere, and incidents on a standing topic. */
  static final double SCATTERED = 0.15;

  static final double ON_A_TOPIC = 0.3;

  /** Retweets of an incident's reports, each by someone else. */
  static final double RETWEETS = 0.3;

  static final double INCIDENT_HOURS = 0.5;
  static final int[] CUSTOMERS = {5, 7, 10, 15, 20, 30, 50, 100};

  int hours() {
    return (historyWeeks + judgedWeeks) * 168;
  }
}

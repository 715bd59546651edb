package dev.switchboard.engine.routing.simulate;

import java.util.List;

/**
 * Of what a day's posts are made: brands, languages and topics, and how often each comes. People
 * know what comes, in about the same shares.
 *
 * @param workMinutes by topic: how long somebody who knows it takes in the median
 */
record Mix(
    List<String> brands,
    double[] byBrand,
    List<String> languages,
    double[] byLanguage,
    List<String> topics,
    double[] byTopic,
    double[] workMinutes) {

  static final Mix MADE_UP =
      new Mix(
          List.of("north", "south", "freight"),
          new double[] {.6, .3, .1},
          List.of("en", "de", "fr", "es", "it", "pl"),
          new double[] {.5, .18, .12, .1, .05, .05},
          List.of(
              "status",
              "rebooking",
              "refunds",
              "baggage",
              "boarding",
              "website",
              "loyalty",
              "opinions"),
          new double[] {.24, .18, .14, .16, .08, .08, .06, .06},
          new double[] {2, 6, 5, 4, 3, 4, 3, 2});

  double workMinutes(String topic) {
    return workMinutes[topics.indexOf(topic)];
  }
}

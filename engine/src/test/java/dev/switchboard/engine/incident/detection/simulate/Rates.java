package dev.switchboard.engine.incident.detection.simulate;

/** Reports an hour of a brand, hour by hour: the hour of the week times chance. */
final class Rates {
  private final double[] perHour;
  private final double[][] topicWeights;

  Rates(WorldSettings settings, Draw draw) {
    double mean = settings.postsPerDay() * WorldSettings.REPORT_SHARE / 24;
    perHour = new double[settings.hours()];
    topicWeights = new double[settings.hours() / 24][WorldSettings.TOPICS];
    double peakHour = 24 * draw.uniform();
    for (int day = 0; day < topicWeights.length; day++) {
      double today = draw.gamma(WorldSettings.DAY_SHAPE);
      double weekday = day % 7 >= 5 ? WorldSettings.WEEKEND : 1;
      for (int hour = 0; hour < 24; hour++) {
        double swing = Math.cos(2 * Math.PI * (hour - peakHour) / 24);
        perHour[day * 24 + hour] =
            mean
                * weekday
                * (1 + WorldSettings.DAY_SWING * swing)
                * today
                * draw.gamma(WorldSettings.HOUR_SHAPE);
      }
      drawTopics(topicWeights[day], draw);
    }
  }

  private static void drawTopics(double[] weights, Draw draw) {
    double sum = 0;
    for (int topic = 0; topic < weights.length; topic++) {
      weights[topic] = draw.gamma(WorldSettings.TOPIC_SHAPE) / (topic + 1);
      sum += weights[topic];
    }
    for (int topic = 0; topic < weights.length; topic++) {
      weights[topic] /= sum;
    }
  }

  double at(double hour) {
    return perHour[(int) hour];
  }

  double topicShare(int topic, double hour) {
    return topicWeights[(int) (hour / 24)][topic];
  }

  int drawTopic(double hour, Draw draw) {
    double[] weights = topicWeights[(int) (hour / 24)];
    double left = draw.uniform();
    int topic = 0;
    while (topic < weights.length - 1 && left >= weights[topic]) {
      left -= weights[topic];
      topic++;
    }
    return topic;
  }
}

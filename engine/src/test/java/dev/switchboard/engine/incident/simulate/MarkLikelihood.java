package dev.switchboard.engine.incident.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely what a report of {@link LogNormalSimulator} says is, under each scene and as usual.
 * Factors that are the same for all (how many words, whether a mark is said) are left out.
 */
final class MarkLikelihood {
  /** Stands for what no usual report says, such as the words of a matter outside the map. */
  private static final double IMPOSSIBLE = 1e-120;

  private final Parameters parameters;
  private final Company company;
  private final List<SimulatedReport> reports;

  /** By report and topic: words and product. */
  private final double[][] byTopic;

  private final double[] asUsual;

  MarkLikelihood(Parameters parameters, List<SimulatedReport> reports) {
    this.parameters = parameters;
    this.company = parameters.company();
    this.reports = reports;
    byTopic = new double[reports.size()][company.topics()];
    asUsual = new double[reports.size()];
    double[] usual = parameters.usualTopics();
    for (int r = 0; r < reports.size(); r++) {
      for (int topic = 0; topic < company.topics(); topic++) {
        byTopic[r][topic] = ofTopic(reports.get(r), topic);
        asUsual[r] += usual[topic] * byTopic[r][topic];
      }
    }
  }

  /** For each report: the likelihood under the scene over that of a usual report. */
  double[] ratios(Scene scene) {
    double[] topics = parameters.topicsOf(scene.topic());
    double[] ratios = new double[reports.size()];
    for (int r = 0; r < ratios.length; r++) {
      double said = 0;
      for (int topic = 0; topic < topics.length; topic++) {
        said += topics[topic] * byTopic[r][topic];
      }
      SimulatedReport report = reports.get(r);
      ratios[r] =
          said
              / Math.max(IMPOSSIBLE, asUsual[r])
              * placeRatio(
                  report.region(),
                  company.regions(),
                  scene.region(),
                  LogNormalSimulator.IN_REGION,
                  company.usualRegions())
              * placeRatio(
                  report.version(),
                  company.versions(),
                  scene.version(),
                  LogNormalSimulator.OF_VERSION,
                  company.usualVersions());
    }
    return ratios;
  }

  private static double placeRatio(
      @Nullable String said, List<String> places, int own, double share, double[] usual) {
    if (said == null || own == Scene.EVERYWHERE) {
      return 1;
    }
    boolean here = said.equals(places.get(own));
    return 1 - share + (here ? share / usual[own] : 0);
  }

  private double ofTopic(SimulatedReport report, int topic) {
    double share = parameters.topicShare();
    double likelihood = 1;
    for (String word : report.words()) {
      double own = company.topicWords().get(topic).getOrDefault(word, 0.0);
      double common = company.commonWords().getOrDefault(word, 0.0);
      likelihood *= share * own + (1 - share) * common;
    }
    return likelihood * ofProduct(report.product(), topic);
  }

  private double ofProduct(@Nullable String product, int topic) {
    int services = company.services().size();
    if (product == null) {
      return 1;
    }
    if (topic >= services) {
      return 1.0 / services;
    }
    boolean right = product.equals(company.services().get(topic).name());
    return (1 - LogNormalSimulator.RIGHT_PRODUCT) / services
        + (right ? LogNormalSimulator.RIGHT_PRODUCT : 0);
  }
}

package dev.switchboard.engine.incident.detection;

/**
 * How detection decides.
 *
 * @param falseShare at most this share of opened incidents may be false, in expectation, over the
 *     brands together and a week; above 0, below 1
 * @param brandShare this brand's part of that: the parts of all brands should sum to at most 1;
 *     above 0, at most 1
 * @param minCustomers an incident opens with at least so many distinct customers, 2 or more
 * @param closeAfterHours an incident closes when it has been quiet for so long
 * @param reopenWithinHours what was closed comes back under its old number for so long
 * @param forgetAfterHours a stream without reports is forgotten; bounds memory
 */
public record DetectionSettings(
    double falseShare,
    double brandShare,
    int minCustomers,
    double closeAfterHours,
    double reopenWithinHours,
    double forgetAfterHours) {
  /** One false page in twenty, five customers, one brand. */
  public static final DetectionSettings DEFAULT = new DetectionSettings(0.05, 1, 5, 3, 72, 21 * 24);

  public DetectionSettings {
    require(falseShare > 0 && falseShare < 1, "falseShare must be above 0 and below 1");
    require(brandShare > 0 && brandShare <= 1, "brandShare must be above 0 and at most 1");
    require(minCustomers >= 2, "minCustomers must be 2 or more");
    require(closeAfterHours > 0, "closeAfterHours must be above 0");
    require(reopenWithinHours >= 0, "reopenWithinHours must be 0 or more");
    require(forgetAfterHours >= 48, "forgetAfterHours must be 48 or more");
  }

  /** The same with another share of false pages allowed. */
  public DetectionSettings withFalseShare(double share) {
    return new DetectionSettings(
        share, brandShare, minCustomers, closeAfterHours, reopenWithinHours, forgetAfterHours);
  }

  /** The same with another part of the brands' common budget. */
  public DetectionSettings withBrandShare(double share) {
    return new DetectionSettings(
        falseShare, share, minCustomers, closeAfterHours, reopenWithinHours, forgetAfterHours);
  }

  /** The same with another least number of customers. */
  public DetectionSettings withMinCustomers(int customers) {
    return new DetectionSettings(
        falseShare, brandShare, customers, closeAfterHours, reopenWithinHours, forgetAfterHours);
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}

package dev.switchboard.engine.incident.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well found groups agree with true ones.
 *
 * @param ami adjusted mutual information with the arithmetic mean, the expectation exact under the
 *     hypergeometric model (Vinh, Epps and Bailey, JMLR 11, 2010): 1 is the same, 0 is chance
 * @param homogeneity 1 if each found group holds posts of one true group (Rosenberg and Hirschberg
 *     2007)
 * @param completeness 1 if each true group's posts are in one found group
 * @param found how many groups were found
 * @param real how many there are
 */
record Agreement(double ami, double homogeneity, double completeness, int found, int real) {
  static <T, F> Agreement of(List<T> truth, List<F> found) {
    int n = truth.size();
    Map<T, Integer> real = counts(truth);
    Map<F, Integer> said = counts(found);
    Map<Map.Entry<T, F>, Integer> both = new HashMap<>();
    for (int i = 0; i < n; i++) {
      both.merge(Map.entry(truth.get(i), found.get(i)), 1, Integer::sum);
    }
    double information = 0;
    for (var cell : both.entrySet()) {
      double expected =
          (double) real.getOrDefault(cell.getKey().getKey(), 0)
              * said.getOrDefault(cell.getKey().getValue(), 0);
      double k = cell.getValue();
      information += k / n * Math.log(n * k / expected);
    }
    double realEntropy = entropy(real, n);
    double saidEntropy = entropy(said, n);
    double chance = expectedInformation(real, said, n);
    double mean = (realEntropy + saidEntropy) / 2;
    return new Agreement(
        mean == chance ? 1 : (information - chance) / (mean - chance),
        realEntropy == 0 ? 1 : information / realEntropy,
        saidEntropy == 0 ? 1 : information / saidEntropy,
        said.size(),
        real.size());
  }

  /** Equation 24a of the paper; groups of equal sizes are reckoned once. */
  private static double expectedInformation(Map<?, Integer> real, Map<?, Integer> said, int n) {
    double[] logFactorial = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    double sum = 0;
    for (var a : counts(List.copyOf(real.values())).entrySet()) {
      for (var b : counts(List.copyOf(said.values())).entrySet()) {
        double cell = expectedCell(a.getKey(), b.getKey(), n, logFactorial);
        sum += cell * a.getValue() * b.getValue();
      }
    }
    return sum;
  }

  private static double expectedCell(int a, int b, int n, double[] log) {
    double fixed = log[a] + log[b] + log[n - a] + log[n - b] - log[n];
    double sum = 0;
    for (int k = Math.max(1, a + b - n); k <= Math.min(a, b); k++) {
      double ways = fixed - log[k] - log[a - k] - log[b - k] - log[n - a - b + k];
      sum += (double) k / n * Math.log((double) n * k / ((double) a * b)) * Math.exp(ways);
    }
    return sum;
  }

  private static double entropy(Map<?, Integer> counts, int n) {
    double sum = 0;
    for (int count : counts.values()) {
      double p = (double) count / n;
      sum -= p * Math.log(p);
    }
    return sum;
  }

  private static <K> Map<K, Integer> counts(List<K> labels) {
    return labels.stream()
        .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum, HashMap::new));
  }
}

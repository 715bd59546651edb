package dev.switchboard.engine.incident.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;

class AgreementTest {
  @Example
  void byHand() {
    // a b | c c against x x | y z: each c-post is alone, so I = H(truth) = ln 2; H(found) = 1.5 ln
    // 2.
    // Of the 4!/(2! 1! 1!) = 12 ways to lay x x y z over c c d d, 4 give ln 2 and 8 give ln 2 / 2:
    // the expectation is 2/3 ln 2, so the AMI is (1 - 2/3) / (1.25 - 2/3) = 4/7.
    Agreement result = Agreement.of(List.of("c", "c", "d", "d"), List.of("x", "x", "y", "z"));
    assertThat(result.ami()).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(result.homogeneity()).isCloseTo(1, within(1e-12));
    assertThat(result.completeness()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(result.found()).isEqualTo(3);
    assertThat(result.real()).isEqualTo(2);
  }

  @Example
  void overAllOrdersTheMeanIsZero() {
    List<Integer> truth = List.of(1, 1, 1, 2, 2, 3, 3);
    List<Integer> found = List.of(1, 2, 2, 2, 3, 3, 3);
    double[] sum = new double[2];
    permute(new ArrayList<>(found), 0, truth, sum);
    assertThat(sum[0] / sum[1]).isCloseTo(0, within(1e-12));
    assertThat(Agreement.of(truth, truth).ami()).isCloseTo(1, within(1e-12));
  }

  private static void permute(List<Integer> found, int from, List<Integer> truth, double[] sum) {
    if (from == found.size()) {
      sum[0] += Agreement.of(truth, found).ami();
      sum[1]++;
      return;
    }
    for (int i = from; i < found.size(); i++) {
      Collections.swap(found, from, i);
      permute(found, from + 1, truth, sum);
      Collections.swap(found, from, i);
    }
  }
}

package dev.switchboard.engine.incident.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiseTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsExpectedUntilThenIsTheSumOfTheRates(boolean slow) {
    Rise rise = new Rise(0.4, 8, 60, slow);
    double sum = 0;
    for (double at = 0.05; at < 100; at += 0.1) {
      sum += 0.1 * rise.rate(at);
    }
    assertThat(rise.expected(100)).isCloseTo(sum, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingComesBeforeTheOnset(boolean slow) {
    Rise rise = new Rise(0.4, 8, 60, slow);
    assertThat(rise.rate(-1)).isZero();
    assertThat(rise.rate(0)).isZero();
    assertThat(rise.expected(0)).isZero();
  }
}

package dev.switchboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

final class FixedPartsTest {
  private static final PathPatternParser PATTERNS = new PathPatternParser();

  @Example
  void mostRoutesAreRuledOut() {
    FixedParts claim = FixedParts.of("/cases/{id}/claim");
    assertThat(claim.mayBe("/cases/7/claim")).isTrue();
    assertThat(claim.mayBe("/cases/7/close")).isFalse();
    assertThat(claim.mayBe("/flows/7/claim")).isFalse();
    assertThat(FixedParts.of("/assets/**").mayBe("/assets")).isTrue();
    assertThat(FixedParts.of("/").mayBe("/cases")).isFalse();
  }

  @Example
  void whatIsWrittenWithEscapesIsNot() {
    assertThat(FixedParts.of("/cases/{id}/claim").mayBe("/%63ases/7/claim")).isTrue();
    assertThat(FixedParts.of("/cases/{id}/claim").mayBe("/cases/7/claim;a=b")).isTrue();
  }

  @Property(tries = 300)
  void whatAPatternMatchesIsNeverRuledOut(
      @ForAll("patterns") String pattern, @ForAll("addresses") String address) {
    String filled = pattern.replaceAll("\\{[^}]*}|\\*+", address);
    for (String path : new String[] {filled, filled + "/" + address, "/" + address}) {
      if (PATTERNS.parse(pattern).matches(PathContainer.parsePath(path))) {
        assertThat(FixedParts.of(pattern).mayBe(path)).as(path).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(Access.rules().stream().map(Access.Rule::pattern).toList());
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.of("a", "7", ".", "-", "_", ";", "=", "%61")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}

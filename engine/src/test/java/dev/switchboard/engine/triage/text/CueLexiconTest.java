package dev.switchboard.engine.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CueLexiconTest {
  private static final CueLexicon LEXICON =
      CueLexicon.parse(
          """
          # a comment
          TROUBLE en: problem | not working
          NOTHING en: no problem
          """);

  @Test
  void theLongestPhraseCountsAndUsesUpItsWords() {
    FeatureExtractor extractor = new FeatureExtractor(LEXICON, 12);

    assertThat(extractor.read("No problem!").strength(Signal.TROUBLE)).isZero();
    assertThat(extractor.read("A problem").strength(Signal.TROUBLE)).isEqualTo(1);
    assertThat(extractor.read("problem: it's NOT working").strength(Signal.TROUBLE))
        .isEqualTo(1.5f);
    assertThat(extractor.cueReason(1)).isEqualTo("'not working'");
  }

  @Test
  void aBadLineIsNamed() {
    assertThatThrownBy(() -> CueLexicon.parse("TROUBLE en: x\nNONSENSE en: y"))
        .hasMessageContaining("cue line 2")
        .hasMessageContaining("NONSENSE");
    assertThatThrownBy(() -> CueLexicon.parse("HELP en: one two three four five"))
        .hasMessageContaining("1 to 4 tokens");
  }
}

package dev.switchboard.engine.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What of a post is written in a language. */
class PlainWordsTest {

  @Test
  void namesAddressesHashtagsNumbersAndEmojiAreLeftOut() {
    assertThat(
            PlainWords.of(
                "RT @someone: .@acme my order 4711 hasn’t come 😡 #fail https://example.org/a?b=c"
                    + " www.example.org (@acme) thanks!!"))
        .isEqualTo("my order hasn't come thanks");
  }

  @Test
  void wordsWithinSignsAreParted() {
    assertThat(PlainWords.of("one/two...three—four,five")).isEqualTo("one two three four five");
  }

  @Test
  void wordsThatOnlyBeginLikeARepostAreWords() {
    assertThat(PlainWords.of("RTL is a channel RTs aren't"))
        .isEqualTo("RTL is a channel RTs aren't");
  }

  @Test
  void whatIsOnlyEmojiSignsAndNumbersHasNoWords() {
    assertThat(PlainWords.of("👩‍👩‍👧‍👦 🇩🇪 1️⃣ !!! 24:00 ¯\\_(ツ)_/¯ 100 %")).isEqualTo("ツ");
    assertThat(PlainWords.of("😡😡😡 ♥️ 12.30 €")).isEmpty();
    assertThat(PlainWords.of("")).isEmpty();
  }

  @Test
  void marksThatBelongToALetterStayAndHeapsOfThemGo() {
    assertThat(PlainWords.of("हिन्दी में")).isEqualTo("हिन्दी में");
    String zalgo = "H" + "\u0301\u0316\u0327".repeat(60) + "elp";
    assertThat(PlainWords.of(zalgo)).isEqualTo("H\u0301\u0316elp");
  }

  @Test
  void writingFromRightToLeftIsKept() {
    assertThat(PlainWords.of("‏@acme הטיסה שלי בוטלה 123")).isEqualTo("הטיסה שלי בוטלה");
  }

  @Test
  void tenKilobytesAreReadInPart() {
    assertThat(PlainWords.of("word ".repeat(2_000)).length())
        .isLessThanOrEqualTo(PlainWords.MAX_CHARS + 1);
    assertThat(PlainWords.of("#tag ".repeat(2_000) + "word")).isEmpty();
  }

  @Property
  void anyTextHasBoundedWordsOfLettersAndMarks(
      @ForAll @CharRange(from = '\u0000', to = '\uffff') @StringLength(max = 300) String text) {
    String words = PlainWords.of(text.repeat(5));

    assertThat(words.length()).isLessThanOrEqualTo(PlainWords.MAX_CHARS + 1);
    assertThat(words).isEqualTo(words.strip());
    words
        .codePoints()
        .forEach(
            c ->
                assertThat(c == ' ' || c == '\'' || Character.isLetter(c) || isMark(c))
                    .as("U+%04x", c)
                    .isTrue());
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}

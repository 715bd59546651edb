package dev.switchboard.engine.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private final Tokens tokens = new Tokens();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          @north.wind Hello there         | MENTION:north.wind WORD:hello WORD:there
          #SnowDay in Zürich              | HASHTAG:snowday WORD:in WORD:zurich
          see https://example.org/a?b=1 ! | WORD:see URL:https://example.org/a?b=1 EXCLAMATION:!
          BA117 at 10:30, order #4471     | CODE:ba117 WORD:at NUMBER:10:30 WORD:order CODE:4471
          gr8 b4 2nd                      | WORD:gr8 WORD:b4 WORD:2nd
          case 20391847 for 40            | WORD:case CODE:20391847 WORD:for NUMBER:40
          don’t go?!                      | WORD:don't WORD:go QUESTION:?!
          ok 👨‍👩‍👧👍🏽🇩🇪               | WORD:ok EMOJI:👨‍👩‍👧 EMOJI:👍🏽 EMOJI:🇩🇪
          sad :-( glad :)                 | WORD:sad EMOJI::-( WORD:glad EMOJI::)
          ann@example.org                 | WORD:ann WORD:example WORD:org
          𝗛𝗲𝗹𝗽 ｆｕｌｌ ﬁne               | WORD:help WORD:full WORD:fine
          你好                            | WORD:你 WORD:好
          שלום عليكم                      | WORD:שלום WORD:عليكم
          Straße                          | WORD:strasse
          """)
  void cutsTextIntoTokens(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @Test
  void stretchedWordsAreTheWord() {
    assertThat(hashOf("sooooo")).isEqualTo(hashOf("so"));
    assertThat(hashOf("cooooool")).isEqualTo(hashOf("cool"));
    assertThat(hashOf("good")).isNotEqualTo(hashOf("god"));
    tokens.read("helpppp");
    assertThat(tokens.isElongated()).isTrue();
  }

  @Test
  void apostrophesAccentsAndMarksDontMatter() {
    assertThat(hashOf("can't")).isEqualTo(hashOf("cant"));
    assertThat(hashOf("está")).isEqualTo(hashOf("esta"));
    assertThat(hashOf("h̸̢̛e̴͓͝l̵̰͝p̶̧̈")).isEqualTo(hashOf("help"));
    assertThat(hashOf("he\u00ADlp")).isEqualTo(hashOf("help"));
  }

  @Test
  void skinToneDoesNotMatterButTheFamilyDoes() {
    assertThat(hashOf("👍🏽")).isEqualTo(hashOf("👍"));
    assertThat(hashOf("👨‍👩‍👧")).isNotEqualTo(hashOf("👨"));
  }

  @Test
  void aLoneHalfOfAPairIsASpace() {
    assertThat(read("one\uD83Dtwo\uDE00")).isEqualTo("WORD:one WORD:two");
  }

  @Test
  void veryLongTextsAreReadUpToTheBound() {
    tokens.read("a b ".repeat(50_000));
    assertThat(tokens.size()).isEqualTo(Tokens.MAX_TOKENS);
    tokens.read("x".repeat(1_000_000));
    assertThat(tokens.size()).isBetween(1, Tokens.MAX_TOKENS);
  }

  private int hashOf(String word) {
    tokens.read(word);
    assertThat(tokens.size()).isEqualTo(1);
    return tokens.hash(0);
  }

  private String read(String text) {
    tokens.read(text);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      out.add(tokens.kind(i) + ":" + tokens.text(i));
    }
    return String.join(" ", out);
  }
}

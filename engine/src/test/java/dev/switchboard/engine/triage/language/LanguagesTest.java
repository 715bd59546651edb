package dev.switchboard.engine.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.triage.Posts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the words of a post are asked, and when their answer is believed. */
class LanguagesTest {
  private static final String LONG = "der Koffer ist seit gestern nicht angekommen, wo ist er denn";
  private static final String SHORT = "wo ist mein Koffer bitte";

  private final List<String> asked = new ArrayList<>();

  @Test
  void aSureAnswerOfEnoughWordsLasts() {
    assertThat(saying(.999).guess(LONG)).isEqualTo(new Guess("de", .999, true));
  }

  @Test
  void aLessSureAnswerOrOneOfFewWordsHoldsForThisPostAlone() {
    assertThat(saying(.97).guess(LONG)).isEqualTo(new Guess("de", .97, false));
    assertThat(saying(.999).guess(SHORT)).isEqualTo(new Guess("de", .999, false));
  }

  @Test
  void anUnsureAnswerIsNone() {
    assertThat(saying(.94).guess(LONG)).isNull();
  }

  @Test
  void tooFewWordsAreNotEvenAsked() {
    assertThat(saying(1).guess("@acme ok danke!! 😀 https://example.org/a/long/address")).isNull();
    assertThat(asked).isEmpty();
  }

  @Test
  void aLetterOfManyBytesSaysMore() {
    assertThat(saying(1).guess("荷物が届きません")).isNotNull();
    assertThat(saying(1).guess("wo ist es?")).isNull();
  }

  @Test
  void namesAndAddressesAreNotShown() {
    saying(1).guess("@acme " + LONG + " #fail https://example.org/x");
    assertThat(asked)
        .hasSize(1)
        .allMatch(words -> words.startsWith("der") && words.endsWith("denn"));
  }

  @Test
  void whatIsDeclaredOrRememberedNeedsNoWords() {
    assertThat(saying(1).guess(Posts.mention(LONG))).isNotNull();
    asked.clear();
    Languages knowing = new Languages(this::answer, _ -> true);
    assertThat(knowing.guess(Posts.mention(LONG))).isNull();
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutALibraryNothingIsGuessed() {
    assertThat(Languages.NONE.guess(LONG)).isNull();
  }

  private Languages saying(double probability) {
    return new Languages(
        words -> {
          asked.add(words);
          return Optional.of(new Guess("de", probability));
        },
        _ -> false);
  }

  private Optional<Guess> answer(String words) {
    asked.add(words);
    return Optional.of(new Guess("de", 1));
  }
}

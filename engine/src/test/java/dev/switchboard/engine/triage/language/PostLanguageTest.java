package dev.switchboard.engine.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed when several say which language a post is in. */
class PostLanguageTest {
  private static final Guess ITALIAN = new Guess("it", .999, true);

  @Test
  void whatIsDeclaredStandsBeforeAllElse() {
    assertThat(PostLanguage.choose("pt-BR", "es", ITALIAN))
        .isEqualTo(new PostLanguage("pt-BR", LanguageSource.DECLARED, true));
  }

  @Test
  void whatTheAuthorWroteBeforeStandsBeforeTheWords() {
    assertThat(PostLanguage.choose(null, "es", ITALIAN))
        .isEqualTo(new PostLanguage("es", LanguageSource.AUTHOR, false));
  }

  @Test
  void theWordsAreBelievedWhenNobodyElseSaysAnything() {
    assertThat(PostLanguage.choose(null, null, ITALIAN))
        .isEqualTo(new PostLanguage("it", LanguageSource.TEXT, true));
  }

  @Test
  void whatNobodyKnowsIsNotMadeUp() {
    assertThat(PostLanguage.choose(null, null, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"und", "UND", "und-Latn", "zxx", "mul", "mis", "qme", "qht", "qaa-x-none"})
  void codesThatNameNoLanguageDeclareNothing(String code) {
    assertThat(PostLanguage.choose(code, "es", null))
        .isEqualTo(new PostLanguage("es", LanguageSource.AUTHOR, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qu", "que", "zh-Hant-TW", "mt", "undefined"})
  void languagesWhoseCodesLookLikeThatAreLanguages(String code) {
    assertThat(PostLanguage.declares(code)).isTrue();
  }

  @Property
  void theAnswerIsTheFirstThatIsKnownAndSaysWhoGaveIt(
      @ForAll("tags") @Nullable String declared,
      @ForAll("tags") @Nullable String earlier,
      @ForAll("guesses") @Nullable Guess guess) {
    PostLanguage chosen = PostLanguage.choose(declared, earlier, guess);
    if (chosen == null) {
      assertThat(declared == null || !PostLanguage.declares(declared)).isTrue();
      assertThat(earlier).isNull();
      assertThat(guess).isNull();
      return;
    }
    String said =
        switch (chosen.source()) {
          case DECLARED -> declared;
          case AUTHOR -> earlier;
          case TEXT -> Objects.requireNonNull(guess).language();
        };
    assertThat(chosen.tag()).isEqualTo(said);
    // Nothing that comes later in the order changes it.
    if (chosen.source() == LanguageSource.DECLARED) {
      assertThat(PostLanguage.choose(declared, null, null)).isEqualTo(chosen);
    }
    if (chosen.source() != LanguageSource.TEXT) {
      assertThat(PostLanguage.choose(declared, earlier, null)).isEqualTo(chosen);
    }
  }

  @Provide
  Arbitrary<@Nullable String> tags() {
    return Arbitraries.of("en", "de", "pt-BR", "und", "zxx", "qme").injectNull(.3);
  }

  @Provide
  Arbitrary<@Nullable Guess> guesses() {
    return Arbitraries.of(ITALIAN, new Guess("en", .96, false)).injectNull(.3);
  }
}

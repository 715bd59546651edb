package dev.switchboard.server.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.triage.language.Guess;
import dev.switchboard.engine.triage.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a text is in, by its words alone. */
class TextLanguagesTest {
  private static final Languages LANGUAGES = with(LanguageSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | @acme My parcel should have been here on Monday and nobody answers the phone",
        "de | @acme Seit drei Tagen warte ich auf eine Antwort, so geht das nicht #fail",
        "fr | Bonjour @acme, mon colis n'est toujours pas arrivé, que dois-je faire ?",
        "es | @acme llevo una semana esperando mi pedido y nadie me contesta 😡",
        "it | Buongiorno @acme, la mia valigia non è arrivata, a chi devo rivolgermi?",
        "pt | @acme não consigo entrar na minha conta desde ontem, podem me ajudar?",
        "nl | @acme ik kan sinds vanmorgen niet meer inloggen, wat is er aan de hand?",
        "sv | @acme jag har väntat i två timmar på att någon ska svara i telefonen",
        "no | @acme bagasjen min har ikke kommet ennå, og ingen hos dere svarer på telefonen",
        "pl | @acme od wczoraj nie mogę się zalogować, czy ktoś może mi pomóc?",
        "tr | @acme iki gündür siparişimi bekliyorum, lütfen bana yardım eder misiniz?",
        "ru | @acme я уже третий день жду ответа, когда вы наконец почините сайт?",
        "uk | @acme мій рейс скасували, і ніхто не відповідає, допоможіть будь ласка",
        "el | @acme περιμένω δύο ώρες στο τηλέφωνο και κανείς δεν απαντά",
        "ar | @acme لم تصل حقيبتي بعد ولا أحد يرد على الهاتف",
        "he | @acme הטיסה שלי בוטלה ואף אחד לא עונה לי",
        "hi | @acme मेरा पार्सल अभी तक नहीं आया है, कृपया मदद करें",
        "ja | @acme 荷物がまだ届いていません。どうすればいいですか？",
        "ko | @acme 택배가 아직 도착하지 않았어요. 확인 부탁드립니다",
        "zh | @acme 我的包裹还没有送到，请问该怎么办？",
      })
  void aSentenceIsToldInManyLanguages(String language, String text) {
    assertThat(said(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no words | 😡😡😡 🙏 !!!",
        "a name and an address | @acme https://example.org/this/is/a/long/address/in/english",
        "hashtags alone | #help #cancelled #stranded #airport #snow",
        "numbers | 0800 123 456 789 12:30 24.12.",
        "too few | ok danke",
        "one word | Hallo",
      })
  void whereThereIsTooLittleToTellNothingIsSaid(String why, String text) {
    assertThat(said(text)).as(why).isNull();
  }

  @Test
  void decoratedLettersAreStillRead() {
    StringBuilder zalgo = new StringBuilder();
    for (char c : "Seit drei Tagen warte ich auf eine Antwort".toCharArray()) {
      zalgo.append(c).append(c == ' ' ? "" : "\u0336\u0322\u0489\u035c".repeat(8));
    }
    // Whatever is made of it, it is made of bounded text.
    Guess guess = LANGUAGES.guess(zalgo.toString());
    assertThat(guess == null || guess.probability() <= 1).isTrue();
  }

  @Test
  void tenKilobytesAreToldByTheirBeginning() {
    assertThat(said("Ich warte seit gestern auf eine Antwort. ".repeat(250))).isEqualTo("de");
  }

  @Property(tries = 300)
  void anyTextIsAnsweredAndTheSameTextAlike(@ForAll @StringLength(max = 200) String text) {
    assertThat(LANGUAGES.guess(text)).isEqualTo(LANGUAGES.guess(text));
  }

  @Test
  void threadsDoNotMixTheirTexts() throws Exception {
    List<String> texts =
        List.of(
            "Seit drei Tagen warte ich auf eine Antwort, so geht das nicht",
            "llevo una semana esperando mi pedido y nadie me contesta",
            "я уже третий день жду ответа, когда вы почините сайт?",
            "My parcel should have been here on Monday and nobody answers");
    Languages fresh = with(LanguageSettings.DEFAULT);
    List<Callable<@Nullable Guess>> tasks = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      String text = texts.get(i % texts.size());
      tasks.add(() -> fresh.guess(text));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<@Nullable Guess>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(LANGUAGES.guess(texts.get(i % texts.size())));
      }
    }
  }

  @Test
  void onlyTheLanguagesThatAreAskedAboutAreSaid() {
    Languages two = with(new LanguageSettings(Set.of("en", "es")));
    Guess guess = two.guess("não consigo entrar na minha conta desde ontem, podem me ajudar?");
    assertThat(guess == null || Set.of("en", "es").contains(guess.language())).isTrue();
  }

  @Test
  void turnedOffItSaysNothing() {
    assertThat(with(LanguageSettings.OFF).guess("My parcel should have been here on Monday"))
        .isNull();
  }

  @Test
  void settingsAreReadInWords() {
    assertThat(LanguageSettings.parse(" Off ").isOff()).isTrue();
    assertThat(LanguageSettings.parse("en, DE fr").languages())
        .containsExactlyInAnyOrder("en", "de", "fr");
    assertThat(LanguageSettings.parse("en,de")).hasToString("de en");
    assertThatThrownBy(() -> LanguageSettings.parse("en klingon"))
        .hasMessageContaining("\"klingon\" is no language")
        .hasMessageContaining(" fr ");
    assertThatThrownBy(() -> LanguageSettings.parse("en")).hasMessageContaining("name two");
    assertThatThrownBy(() -> LanguageSettings.parse("")).hasMessageContaining("no language");
  }

  private static Languages with(LanguageSettings settings) {
    return new Languages(new TextLanguages(settings), _ -> false);
  }

  private static @Nullable String said(String text) {
    Guess guess = LANGUAGES.guess(text);
    return guess == null ? null : guess.language();
  }
}

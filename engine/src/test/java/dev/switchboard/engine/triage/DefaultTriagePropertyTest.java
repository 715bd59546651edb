package dev.switchboard.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DefaultTriagePropertyTest {
  private static final DefaultTriage TRIAGE = DefaultTriage.load();

  /** Pieces that a tokenizer may trip over: halves of pairs, joiners, marks, right-to-left. */
  private static final List<String> PIECES =
      List.of(
          "\uD83D",
          "\uDE00",
          "\u200D",
          "\uFE0F",
          "\u0301".repeat(40),
          "\u202E",
          "שלום",
          "مرحبا",
          "👨‍👩‍👧",
          "👍🏽",
          "🇩🇪",
          "𝗛𝗲𝗹𝗽",
          "ﬁ",
          "你好",
          "#",
          "@",
          "http://",
          "www.",
          ":",
          ":-(",
          "'",
          "_",
          "sooooo",
          "BA117",
          "12:30",
          "?!",
          "\u0000",
          " ",
          "\n",
          "½",
          "ｆｕｌｌ");

  @Property(tries = 3_000)
  void anyTextIsDecidedTheSameTwice(@ForAll("texts") String text) {
    TriageDecision first = TRIAGE.decide(Posts.mention(text));

    assertThat(first.probability()).isBetween(0f, 1f);
    assertThat(TRIAGE.decide(Posts.mention(text))).isEqualTo(first);
  }

  @Property(tries = 200)
  void capitalsAndAccentsOfAPostChangeNoWord(@ForAll("words") String word) {
    float lower = TRIAGE.decide(Posts.mention("where is " + word + " ok")).probability();
    float title =
        TRIAGE
            .decide(
                Posts.mention(
                    "where is "
                        + Character.toUpperCase(word.charAt(0))
                        + word.substring(1)
                        + " ok"))
            .probability();

    assertThat(title).isEqualTo(lower);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
    Arbitrary<String> longOnes =
        Arbitraries.of(PIECES).map(piece -> piece.repeat(12_000 / piece.length()));
    return Arbitraries.oneOf(any, pieces, longOnes);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
  }
}

package dev.switchboard.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterCountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0",
        "hello | 5",
        "naïve café | 10",
        "Приве́т | 7",
        "שלום | 4",
        "“it’s” – fine… | 15",
        "こんにちは | 10",
        "안녕 | 4",
        "中文 ok | 7",
        "😀 | 2",
        "👍🏽 | 2",
        "👩‍👩‍👧‍👦 | 2",
        "🇩🇪🇫🇷 | 4",
        "1️⃣ | 2",
        "❤ | 2",
        "❤️ | 2",
        "©️ | 2",
        "© | 1",
        "10% #1 * | 8",
        "see https://example.com/a/very/long/path?with=query#and-more | 27",
        "see https://a.co. | 28",
        "(https://example.com/a_(b)) | 25",
        "http://example.com,https://example.org | 47",
        "https://example.comこれ | 27",
        "write to joe@example.com | 24",
        "see example.com/help now | 31",
        "e.g. this.That | 14",
        "@acme.com no | 12",
      })
  void xWeighsCharacters(String text, int count) {
    assertThat(CharacterCount.X.count(text)).isEqualTo(count);
  }

  @Test
  void xCountsLettersWithAccentsOnceHoweverTheyAreWritten() {
    assertThat(CharacterCount.X.count("e\u0301")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "こんにちは 👩‍👩‍👧‍👦 | 7",
        "see https://example.com/a/very/long/path | 27",
        "see example.com | 15",
        "@kim@social.example hi | 7",
        "@kim hi | 7",
      })
  void mastodonCountsGraphemesAndShortensLinksAndMentions(String text, int count) {
    assertThat(CharacterCount.MASTODON.count(text)).isEqualTo(count);
  }

  @Test
  void blueskyCountsGraphemesUnlessTheBytesRunOutFirst() {
    assertThat(CharacterCount.BLUESKY.count("naïve 😀 https://example.com")).isEqualTo(27);
    assertThat(CharacterCount.BLUESKY.count("👩‍👩‍👧‍👦".repeat(4))).isEqualTo(10);
  }

  @Test
  void otherNetworksCountCodePoints() {
    assertThat(CharacterCount.PLAIN.count("a😀")).isEqualTo(2);
  }

  @Test
  void eachNetworkHasItsOwnLimit() {
    assertThat(CharacterCount.of("x").maxChars()).isEqualTo(280);
    assertThat(CharacterCount.of("mastodon").maxChars()).isEqualTo(500);
    assertThat(CharacterCount.of("bluesky").maxChars()).isEqualTo(300);
    assertThat(CharacterCount.of("file").maxChars()).isEqualTo(10_000);
  }
}

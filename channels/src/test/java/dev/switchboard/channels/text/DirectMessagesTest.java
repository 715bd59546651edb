package dev.switchboard.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.ChannelName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DirectMessagesTest {
  private static final List<String> WITH =
      List.of("x", "mastodon", "bluesky", "meta", "reddit", "facebook", "instagram");

  static List<String> languages() {
    return Invitations.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachNetworkIsNamedInEachLanguageWithinAPost(String language) {
    for (String network : WITH) {
      String words =
          DirectMessages.invitation(new ChannelName(network, "@auroraair.help"), language)
              .orElseThrow();
      assertThat(words).as(network).hasSizeLessThanOrEqualTo(200).doesNotContain("%s", "null");
      assertThat(words.contains("auroraair.help") || network.equals("meta")).as(words).isTrue();
    }
  }

  @Test
  void aCustomerIsAskedInTheirOwnLanguageOrElseInEnglish() {
    ChannelName x = new ChannelName("x", "@auroraair");
    assertThat(DirectMessages.invitation(x, "de-AT").orElseThrow()).startsWith("Bitte ");
    assertThat(DirectMessages.invitation(x, "fi").orElseThrow()).startsWith("To keep ");
    assertThat(DirectMessages.invitation(x, null).orElseThrow()).startsWith("To keep ");
    assertThat(DirectMessages.invitation(new ChannelName("mail", "help"), "en")).isEmpty();
  }
}

package dev.switchboard.channels.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a customer is asked into direct messages, in the languages that are there. Any thread. */
final class Invitations {
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt");

  private static final Map<String, Properties> WORDS =
      LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Invitations::read));

  private Invitations() {}

  /**
   * The words for a customer's language.
   *
   * @param language BCP 47, or null if nobody knows it; English for those that are not there
   */
  static Properties of(@Nullable String language) {
    String base = language == null ? "en" : language.split("-", 2)[0];
    return Objects.requireNonNull(WORDS.get(LANGUAGES.contains(base) ? base : "en"));
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String file = "invitations/" + language + ".properties";
    try (InputStream in = Objects.requireNonNull(Invitations.class.getResourceAsStream(file))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}

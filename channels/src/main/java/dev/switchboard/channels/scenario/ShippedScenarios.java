package dev.switchboard.channels.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The days that come with Switchboard, to simulate as they are or to begin from. */
public final class ShippedScenarios {
  public static final List<String> NAMES =
      List.of("ordinary-day", "snow-day", "viral-post", "half-the-team-ill");

  private ShippedScenarios() {}

  /**
   * The file of a day, as a company would write it.
   *
   * @param name blanks count as hyphens
   */
  public static Optional<String> find(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return NAMES.contains(key) ? Optional.of(yaml(key)) : Optional.empty();
  }

  private static String yaml(String name) {
    try (InputStream in = ShippedScenarios.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the scenario %s is not in the program".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

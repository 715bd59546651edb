package dev.switchboard.channels.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Characters that no YAML has, which the parser would refuse without saying where they are. */
public final class Unreadable {
  private Unreadable() {}

  /** The first of a text. */
  public static Optional<Mistake> find(String text) {
    int line = 1;
    int column = 1;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (!StreamReader.isPrintable(character)) {
        String what = "the character U+%04X can't stand here; leave it out".formatted(character);
        return Optional.of(new Mistake(line, column, what));
      }
      boolean ends = character == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return Optional.empty();
  }
}

package dev.switchboard.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of phrases: {@code [section]} lines, below each one phrase a line; {@code #} begins a
 * comment line; empty lines don't count. Sections named {@code slot.NAME} fill {@code {NAME}}.
 *
 * @param name for messages
 */
record PhraseFile(String name, Map<String, List<Template>> sections) {
  static final String SLOT = "slot.";

  /**
   * @throws IllegalArgumentException with file, line and reason, if it is not of that form
   */
  static PhraseFile parse(String name, List<String> lines) {
    Map<String, List<Template>> sections = new LinkedHashMap<>();
    List<Template> section = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        if (!line.endsWith("]")
            || sections.put(line.substring(1, line.length() - 1), section) != null) {
          throw bad(name, i, "section " + line + " is there twice, or has no \"]\" at its end");
        }
      } else if (section == null) {
        throw bad(name, i, "a phrase before the first [section]");
      } else {
        section.add(template(name, i, line));
      }
    }
    sections.forEach((key, phrases) -> requirePhrases(name, key, phrases));
    return new PhraseFile(name, sections);
  }

  private static Template template(String name, int index, String line) {
    try {
      return Template.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(at(name, index) + e.getMessage(), e);
    }
  }

  private static void requirePhrases(String name, String section, List<Template> phrases) {
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: section [%s] is empty; give it a phrase or take it out".formatted(name, section));
    }
  }

  private static IllegalArgumentException bad(String name, int index, String reason) {
    return new IllegalArgumentException(at(name, index) + reason);
  }

  private static String at(String name, int index) {
    return "%s, line %d: ".formatted(name, index + 1);
  }
}

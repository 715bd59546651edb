package dev.switchboard.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of text with slots in braces: {@code Flight {flight} is late}. Immutable. */
final class Template {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9]+)}");

  /** Text and slot names in turn, beginning and ending with text. */
  private final List<String> parts;

  private Template(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * @throws IllegalArgumentException with a sentence, if a brace is not part of a slot
   */
  static Template parse(String line) {
    List<String> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(line);
    int end = 0;
    while (slot.find()) {
      parts.add(text(line.substring(end, slot.start())));
      parts.add(slot.group(1));
      end = slot.end();
    }
    parts.add(text(line.substring(end)));
    return new Template(parts);
  }

  List<String> slots() {
    List<String> slots = new ArrayList<>();
    for (int i = 1; i < parts.size(); i += 2) {
      slots.add(parts.get(i));
    }
    return slots;
  }

  String fill(UnaryOperator<String> valueOfSlot) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      text.append(i % 2 == 0 ? parts.get(i) : valueOfSlot.apply(parts.get(i)));
    }
    return text.toString();
  }

  private static String text(String part) {
    if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "a brace in \"%s\" is not part of a slot: write {name} in lower-case letters and digits"
              .formatted(part));
    }
    return part;
  }
}

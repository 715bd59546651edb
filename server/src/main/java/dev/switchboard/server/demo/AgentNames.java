package dev.switchboard.server.demo;

import java.util.ArrayList;
import java.util.List;

/** The made-up agents of Aurora Air, with the initials that they sign with. */
final class AgentNames {
  private static final List<String> NAMES =
      List.of(
          "Jonna Dahlqvist",
          "Mateo Quirós",
          "Amara Okonjo",
          "Yūki Moriyama",
          "Łucja Wrona",
          "Devan Pillai",
          "Noor Haddad",
          "Юлия Снегова",
          "Inês Vilar",
          "Tadhg Brennock",
          "Zeynep Karaca",
          "Νίκος Αλεξίου",
          "Lotte van Zand",
          "林 小雪",
          "Chidi Eze",
          "Béatrice Fournel",
          "ليلى منصور",
          "Kaveh Rostami",
          "Siiri Lumi",
          "Giulia Brina",
          "김 하늘",
          "Paloma Iriarte",
          "Henrik Aasberg",
          "Thandi Mokoena");

  private AgentNames() {}

  /** The first {@code count} agents; after the list's end the names come again with a number. */
  static List<String> first(int count) {
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(i % NAMES.size());
      names.add(i < NAMES.size() ? name : name + " " + (i / NAMES.size() + 1));
    }
    return names;
  }

  /** The first letter of each part of the name. */
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String part : name.split(" ", -1)) {
      if (!part.isEmpty() && !part.equals("van")) {
        initials.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
      }
    }
    return initials.toString();
  }
}

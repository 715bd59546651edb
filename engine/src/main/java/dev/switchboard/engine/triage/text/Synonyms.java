package dev.switchboard.engine.triage.text;

import java.util.Arrays;

/**
 * Words that customers use for one another: the stem of each stands for the first of its line. Read
 * once, from lines of words; "#" before a comment. Immutable; any thread may ask.
 */
final class Synonyms {
  /** A synonym must not be taken for the plain word, which may mean more. */
  private static final int GROUP = 0x61C88647;

  private final int[] slots;
  private final int[] groups;

  private Synonyms(int capacity) {
    slots = new int[capacity];
    groups = new int[capacity];
    Arrays.fill(slots, Stems.NONE);
  }

  /** Reads the groups; a word in several counts in the first. */
  static Synonyms parse(String text) {
    String[] words = text.split("\\s+");
    Synonyms synonyms = new Synonyms(Integer.highestOneBit(words.length + 1) * 4);
    for (String line : text.split("\n")) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int group = 0;
        for (String word : line.strip().split("\\s+")) {
          int stem = Stems.bare(word.toCharArray(), 0, word.length());
          group = group == 0 ? stem ^ GROUP : group;
          synonyms.add(stem, group);
        }
      }
    }
    return synonyms;
  }

  /** The group of a stem, or the stem itself. */
  int of(int stem) {
    int mask = slots.length - 1;
    for (int slot = Hashes.mix(stem) & mask; slots[slot] != Stems.NONE; slot = slot + 1 & mask) {
      if (slots[slot] == stem) {
        return groups[slot];
      }
    }
    return stem;
  }

  private void add(int stem, int group) {
    int mask = slots.length - 1;
    int slot = Hashes.mix(stem) & mask;
    while (slots[slot] != Stems.NONE && slots[slot] != stem) {
      slot = slot + 1 & mask;
    }
    if (slots[slot] == Stems.NONE) {
      slots[slot] = stem;
      groups[slot] = group;
    }
  }
}

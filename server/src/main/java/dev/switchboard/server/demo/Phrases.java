package dev.switchboard.server.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said in one language, with the names of the made-up world. Immutable. */
final class Phrases {
  private final String language;
  private final PhraseFile own;
  private final PhraseFile world;

  /**
   * @throws IllegalArgumentException with file and reason, if a section is missing, a slot is not
   *     known, or slots name each other in a circle
   */
  Phrases(String language, PhraseFile own, PhraseFile world, List<String> requiredSections) {
    this.language = language;
    this.own = own;
    this.world = world;
    for (String section : requiredSections) {
      if (!own.sections().containsKey(section)) {
        throw new IllegalArgumentException(
            "%s has no section [%s]: add it, with a phrase or more".formatted(own.name(), section));
      }
    }
    own.sections().forEach((section, phrases) -> checkSlots(section, phrases, new HashSet<>()));
  }

  String language() {
    return language;
  }

  /** A phrase of {@code section}, its slots filled with {@code facts}. */
  String say(String section, Facts facts, Random random) {
    return fill(pick(phrasesOf(section), random), facts, random);
  }

  /** Every phrase as it is written, for checks. */
  List<Template> phrasesOf(String section) {
    List<Template> phrases = own.sections().get(section);
    if (phrases == null) {
      throw new IllegalArgumentException("%s has no section [%s]".formatted(own.name(), section));
    }
    return phrases;
  }

  private String fill(Template template, Facts facts, Random random) {
    return template.fill(slot -> facts.value(slot, random, () -> listed(slot, facts, random)));
  }

  private String listed(String slot, Facts facts, Random random) {
    List<Template> list = listOf(slot);
    if (list == null) {
      throw new IllegalStateException("slot " + slot + " was not checked");
    }
    return fill(pick(list, random), facts, random);
  }

  private @Nullable List<Template> listOf(String slot) {
    Map<String, List<Template>> first = own.sections();
    List<Template> list = first.get(PhraseFile.SLOT + slot);
    return list == null ? world.sections().get(PhraseFile.SLOT + slot) : list;
  }

  /**
   * @param inside the slots that these phrases are part of
   */
  private void checkSlots(String section, List<Template> phrases, Set<String> inside) {
    List<String> slots = new ArrayList<>();
    phrases.forEach(phrase -> slots.addAll(phrase.slots()));
    for (String slot : slots) {
      if (Facts.DRAWN.contains(slot)) {
        continue;
      }
      List<Template> list = listOf(slot);
      if (list == null) {
        throw new IllegalArgumentException(
            "%s, section [%s]: no slot {%s}; add a section [slot.%s], or use one of %s"
                .formatted(
                    own.name(), section, slot, slot, Facts.DRAWN.stream().sorted().toList()));
      }
      if (!inside.add(slot)) {
        throw new IllegalArgumentException(
            "%s: slot {%s} is part of itself".formatted(own.name(), slot));
      }
      checkSlots(PhraseFile.SLOT + slot, list, inside);
      inside.remove(slot);
    }
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}

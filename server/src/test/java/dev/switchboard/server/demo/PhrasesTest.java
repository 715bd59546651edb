package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final PhraseFile WORLD = file("world.txt", "[slot.city]", "Port Halden");

  @Test
  void slotsAreFilledFromTheLanguageTheWorldAndByDrawing() {
    Phrases phrases = phrases("[stranded]", "{hey} stuck in {city}, {flight}", "[slot.hey]", "Hi,");
    assertThat(phrases.say("stranded", new Facts(), new Random(1)))
        .matches("Hi, stuck in Port Halden, Aurora \\d{3}");
  }

  @Test
  void factsStayTheSameWithinAStory() {
    Phrases phrases = phrases("[stranded]", "{flight} {ref} {time}");
    Facts facts = new Facts();
    Random random = new Random(2);
    String first = phrases.say("stranded", facts, random);
    assertThat(phrases.say("stranded", facts, random)).isEqualTo(first);
    assertThat(phrases.say("stranded", new Facts(), random)).isNotEqualTo(first);
  }

  @Test
  void anUnknownSlotIsNamedWithItsSection() {
    assertThatThrownBy(() -> phrases("[stranded]", "stuck in {citty}"))
        .hasMessageContaining("phrases_xx.txt, section [stranded]: no slot {citty}")
        .hasMessageContaining("add a section [slot.citty]");
  }

  @Test
  void aSlotInsideItselfIsRefused() {
    assertThatThrownBy(
            () -> phrases("[stranded]", "{hey}", "[slot.hey]", "{plea}", "[slot.plea]", "{hey}"))
        .hasMessageContaining("slot {hey} is part of itself");
  }

  @Test
  void aMissingSectionIsNamed() {
    assertThatThrownBy(() -> phrases("[refund]", "money")).hasMessageContaining("[stranded]");
  }

  @Test
  void whatIsNotOfTheFormIsNamedWithItsLine() {
    assertThatThrownBy(() -> file("f.txt", "hello")).hasMessageContaining("f.txt, line 1");
    assertThatThrownBy(() -> file("f.txt", "[a]", "", "a {B} c"))
        .hasMessageContaining("f.txt, line 3")
        .hasMessageContaining("brace");
    assertThatThrownBy(() -> file("f.txt", "[a]", "x", "[a]", "y"))
        .hasMessageContaining("f.txt, line 3");
    assertThatThrownBy(() -> file("f.txt", "[a]")).hasMessageContaining("section [a] is empty");
  }

  @Test
  void answersNameNoFactsOfTheCustomerAndFitEveryNetwork() {
    Set<String> allowed = Set.of("sorry", "hotel");
    for (Phrases phrases : Phrasebook.load().languages()) {
      for (String section : answerSections()) {
        for (Template template : phrases.phrasesOf(section)) {
          assertThat(allowed).as(phrases.language() + section).containsAll(template.slots());
        }
        for (int seed = 0; seed < 20; seed++) {
          String text = phrases.say(section, new Facts(), new Random(seed));
          assertThat(text.length()).as(text).isLessThan(230);
        }
      }
    }
  }

  @Test
  void agentsHaveDifferentNamesAndTheListsAgentsDifferentInitials() {
    List<String> names = AgentNames.first(60);
    assertThat(new HashSet<>(names)).hasSize(60);
    List<String> initials = AgentNames.first(24).stream().map(AgentNames::initials).toList();
    assertThat(new HashSet<>(initials)).hasSize(24);
    assertThat(initials).contains("JD", "ЮС", "林小");
  }

  private static List<String> answerSections() {
    return Phrasebook.requiredSections().stream().filter(s -> s.startsWith("answer.")).toList();
  }

  private static Phrases phrases(String... lines) {
    return new Phrases("xx", file("phrases_xx.txt", lines), WORLD, List.of("stranded"));
  }

  private static PhraseFile file(String name, String... lines) {
    return PhraseFile.parse(name, List.of(lines));
  }
}

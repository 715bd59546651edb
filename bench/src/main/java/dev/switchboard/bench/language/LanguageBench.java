package dev.switchboard.bench.language;

import dev.switchboard.bench.language.LanguageTexts.Labelled;
import dev.switchboard.engine.triage.language.Guess;
import dev.switchboard.engine.triage.language.LanguageIdentifier;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.server.language.LanguageSettings;
import dev.switchboard.server.language.TextLanguages;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of docs/evaluation.md on language: {@code LanguageBench DATA_FOLDER}. Nobody declares
 * anything here, and every author is new: the words alone are asked.
 */
public final class LanguageBench {
  private static final int[] LETTER_BOUNDS = {0, 20, 40, 80, Integer.MAX_VALUE};
  private static final int ROUNDS = 5;

  private LanguageBench() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: LanguageBench DATA_FOLDER");
      System.exit(2);
    }
    PrintStream out = System.out;
    long before = usedBytes();
    long start = cpuNanos();
    TextLanguages words = new TextLanguages(LanguageSettings.DEFAULT);
    words.load();
    out.printf("load: %.2f s of CPU%n", (cpuNanos() - start) / 1e9);
    Languages with = new Languages(words, _ -> false);
    Languages without = new Languages(LanguageIdentifier.NONE, _ -> false);
    List<Labelled> english = LanguageTexts.english(Path.of(args[0]));
    List<Labelled> abroad = LanguageTexts.abroad(Path.of(args[0]));

    out.println("English requests: texts, told without, told with, of these English");
    byLength(english, without, with, out);
    out.println("Crises abroad (weak): texts, told without, told with, of these local or English");
    byLength(abroad, without, with, out);
    byLanguage(abroad, with, out);

    for (int i = 0; i < ROUNDS; i++) {
      speed(abroad, with, out);
    }
    english = List.of();
    abroad = List.of();
    out.printf("heap: %.1f MB more than before%n", (usedBytes() - before) / 1e6);
    out.println("still at hand: " + with.guess("My parcel should have been here on Monday"));
  }

  private static void byLength(
      List<Labelled> texts, Languages without, Languages with, PrintStream out) {
    for (int i = 0; i + 1 < LETTER_BOUNDS.length; i++) {
      int from = LETTER_BOUNDS[i];
      int to = LETTER_BOUNDS[i + 1];
      List<Labelled> these =
          texts.stream().filter(t -> letters(t) >= from && letters(t) < to).toList();
      String last = i + 2 < LETTER_BOUNDS.length ? Integer.toString(to - 1) : "any number of";
      line("%d to %s letters".formatted(from, last), these, without, with, out);
    }
    line("all", texts, without, with, out);
  }

  private static void line(
      String name, List<Labelled> texts, Languages without, Languages with, PrintStream out) {
    int told = 0;
    int fits = 0;
    int toldWithout = 0;
    for (Labelled text : texts) {
      toldWithout += without.guess(text.text()) == null ? 0 : 1;
      Guess guess = with.guess(text.text());
      if (guess != null) {
        told++;
        fits += guess.language().equals("en") || guess.language().equals(text.local()) ? 1 : 0;
      }
    }
    out.printf(
        "%s: %,d, %.3f, %.3f, %.4f%n",
        name,
        texts.size(),
        share(toldWithout, texts.size()),
        share(told, texts.size()),
        share(fits, told));
  }

  /** How many were told to be in each language, by the language of the place. */
  private static void byLanguage(List<Labelled> texts, Languages with, PrintStream out) {
    Map<String, Map<String, Integer>> found = new TreeMap<>();
    for (Labelled text : texts) {
      Guess guess = with.guess(text.text());
      found
          .computeIfAbsent(text.local(), _ -> new TreeMap<>())
          .merge(guess == null ? "-" : guess.language(), 1, Integer::sum);
    }
    found.forEach((local, said) -> out.println("where " + local + " is spoken: " + said));
  }

  private static void speed(List<Labelled> texts, Languages with, PrintStream out) {
    long allocated = allocatedBytes();
    long start = cpuNanos();
    int told = 0;
    for (Labelled text : texts) {
      told += with.guess(text.text()) == null ? 0 : 1;
    }
    double seconds = (cpuNanos() - start) / 1e9;
    out.printf(
        "speed: %,.0f posts/s of CPU, %,d bytes allocated a post (%d told)%n",
        texts.size() / seconds, (allocatedBytes() - allocated) / texts.size(), told);
  }

  private static long letters(Labelled text) {
    return text.text().codePoints().filter(Character::isLetter).count();
  }

  private static double share(int part, int of) {
    return of == 0 ? 0 : (double) part / of;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocatedBytes() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
        ? threads.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

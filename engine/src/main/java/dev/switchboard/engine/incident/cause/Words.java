package dev.switchboard.engine.incident.cause;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words by which texts and services are compared: small letters without accents, without the most
 * common English endings, so that "payments" and "paying" are "pay". Mentions, addresses, numbers
 * and little words are left out. Pure and thread-safe.
 */
public final class Words {
  private static final int MAX_TEXT_CHARS = 5_000;
  private static final int MIN_STEM_CHARS = 3;

  private static final Pattern NO_WORD =
      Pattern.compile("https?://\\S+|www\\.\\S+|[@][\\w.:-]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}'’]*");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private static final String[] ENDINGS = {
    "'s", "’s", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y"
  };

  private static final Set<String> LITTLE =
      Set.of(
          ("a an and are as at be been but by can did do does for from had has have i if in is it"
                  + " its just me my no not of on or our so still that the there this to was we were"
                  + " what when why will with would you your am us any all get got")
              .split(" "));

  private Words() {}

  /** The distinct words of a text, in order; of a very long one, of its start. */
  public static Set<String> of(String text) {
    String cut = text.length() <= MAX_TEXT_CHARS ? text : text.substring(0, MAX_TEXT_CHARS);
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(NO_WORD.matcher(cut).replaceAll(" "));
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      if (word.length() > 1 && !LITTLE.contains(word)) {
        words.add(stem(plain(word)));
      }
    }
    return words;
  }

  private static String plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return word;
  }

  private static String stem(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      if (word.length() - ending.length() >= MIN_STEM_CHARS && word.endsWith(ending)) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    int last = stem.length() - 1;
    boolean twice = last >= MIN_STEM_CHARS && stem.charAt(last) == stem.charAt(last - 1);
    return twice ? stem.substring(0, last) : stem;
  }
}

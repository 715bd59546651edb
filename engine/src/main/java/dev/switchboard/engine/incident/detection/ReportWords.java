package dev.switchboard.engine.incident.detection;

import dev.switchboard.engine.triage.text.TokenKind;
import dev.switchboard.engine.triage.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text under which a report is counted: stems of words and hashtags, the distinct
 * ones, without those that stand in most sentences. Not safe for concurrent use.
 */
public final class ReportWords {
  /** Words of a post beyond this many are not counted. */
  public static final int MAX_WORDS = 20;

  private static final int STEM_CHARS = 6;
  private static final int LEAST_CHARS = 3;
  private static final String[] ENDINGS = {"ing", "ies", "ied", "ed", "es", "ly", "s"};
  private static final Set<String> COMMON =
      Set.of(
          """
          about after all also and any are been being but can cant come could day did didn didnt does \
          doesn dont don even ever every for from get getting give going got had has have having her \
          here him his how http https its just know let like make made many may more most much need \
          not now off one only our out over please really said say see she should some still such take \
          tell than thank thanks that thats the their them then there these they thing this those \
          time today too try trying two under very via want was way well were what when where which who \
          why will with won would yes yet you your guys youre ive isnt wont wasnt anyone amp"""
              .split(" "));

  private final Tokens tokens = new Tokens();

  /** The words of a text, in order. */
  public List<Evidence> of(String text) {
    tokens.read(text);
    Set<Evidence> words = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size() && words.size() < MAX_WORDS; i++) {
      boolean word = tokens.kind(i) == TokenKind.WORD || tokens.kind(i) == TokenKind.HASHTAG;
      if (word && tokens.chars(i) >= LEAST_CHARS) {
        String plain = tokens.text(i).replace("'", "");
        if (plain.length() >= LEAST_CHARS && !COMMON.contains(plain)) {
          words.add(new Evidence.Term(stem(plain)));
        }
      }
    }
    return new ArrayList<>(words);
  }

  private static String stem(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_CHARS) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    return stem.length() > STEM_CHARS ? stem.substring(0, STEM_CHARS) : stem;
  }
}

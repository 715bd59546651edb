package dev.switchboard.engine.incident.detection;

import dev.switchboard.engine.triage.text.TokenKind;
import dev.switchboard.engine.triage.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a text says that a report is counted under: stems of words and hashtags, the distinct ones,
 * without those that stand in most sentences; and what it speaks of. Not safe for concurrent use.
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

  /** Words beyond this many are not read. */
  private static final int MAX_READ = 120;

  private final Tokens tokens = new Tokens();
  private final List<String> stems = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();
  private final Subjects subjects = Subjects.shipped();

  /** The words of a text, in order, and after them its subjects. */
  public List<Evidence> of(String text) {
    tokens.read(text);
    stems.clear();
    counted.clear();
    for (int i = 0; i < tokens.size() && stems.size() < MAX_READ; i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.WORD || kind == TokenKind.HASHTAG || kind == TokenKind.NUMBER) {
        String plain = tokens.text(i).replace("'", "");
        String stem = stem(plain);
        stems.add(stem);
        if (kind != TokenKind.NUMBER
            && counted.size() < MAX_WORDS
            && plain.length() >= LEAST_CHARS
            && !COMMON.contains(plain)
            && !counted.contains(stem)) {
          counted.add(stem);
        }
      }
    }
    List<Evidence> all = new ArrayList<>(counted.size() + Subjects.MAX_SUBJECTS);
    for (String word : counted) {
      all.add(new Evidence.Term(word));
    }
    all.addAll(subjects.of(stems));
    return all;
  }

  static String stem(String word) {
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

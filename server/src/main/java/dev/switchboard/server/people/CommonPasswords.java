package dev.switchboard.server.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that whoever guesses tries first: made of one or two of the words that people choose,
 * or of rows of keys, however they are dressed up with digits, signs and capitals. A rule and not a
 * list, since lists of leaked passwords are mostly such words with endings.
 */
final class CommonPasswords {
  private static final int MIN_DISTINCT = 5;
  private static final int MIN_RUN = 3;
  private static final int MAX_WORDS = 2;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "qwertzuiop",
          "azertyuiop",
          "asdfghjkl",
          "qsdfghjklm",
          "zxcvbnm",
          "yxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
          "1q2w3e4r5t6y7u8i9o0p");
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwort",
          "motdepasse",
          "contrasena",
          "senha",
          "parola",
          "wachtwoord",
          "passphrase",
          "passcode",
          "secret",
          "geheim",
          "letmein",
          "welcome",
          "willkommen",
          "hello",
          "admin",
          "administrator",
          "manager",
          "agent",
          "user",
          "username",
          "login",
          "signin",
          "root",
          "master",
          "guest",
          "test",
          "tester",
          "testing",
          "demo",
          "temp",
          "temporary",
          "default",
          "change",
          "changeme",
          "changeit",
          "please",
          "mypassword",
          "newpassword",
          "iloveyou",
          "love",
          "lovely",
          "forever",
          "sunshine",
          "princess",
          "monkey",
          "dragon",
          "football",
          "baseball",
          "soccer",
          "hockey",
          "superman",
          "batman",
          "pokemon",
          "starwars",
          "shadow",
          "michael",
          "jordan",
          "charlie",
          "daniel",
          "jessica",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "friday",
          "sunday",
          "chocolate",
          "cookie",
          "flower",
          "freedom",
          "whatever",
          "trustno",
          "access",
          "computer",
          "internet",
          "google",
          "facebook",
          "twitter",
          "company",
          "office",
          "support",
          "service",
          "customer",
          "helpdesk",
          "callcenter",
          "switchboard",
          "correct",
          "horse",
          "battery",
          "staple");

  private CommonPasswords() {}

  /**
   * Whether a password is one of these.
   *
   * @param own words that anyone knows of this person: name and login
   */
  static boolean isCommon(String password, Collection<String> own) {
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.codePoints().distinct().count() < MIN_DISTINCT || isRows(letters(plain, true))) {
      return true;
    }
    Set<String> words = new HashSet<>(WORDS);
    for (String text : own) {
      for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
        if (word.length() >= MIN_RUN) {
          words.add(word);
        }
      }
    }
    return isWords(letters(plain, false), words)
        || isWords(letters(undisguised(plain, 'i'), false), words)
        || isWords(letters(undisguised(plain, 'l'), false), words);
  }

  /** Letters alone, or letters and digits. */
  private static String letters(String text, boolean digits) {
    StringBuilder kept = new StringBuilder();
    text.chars()
        .filter(c -> Character.isLetter(c) || digits && Character.isDigit(c))
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** What stands for a letter within a word becomes it; at the ends, digits are mere endings. */
  private static String undisguised(String text, char one) {
    String inside = text.replaceAll("^[^\\p{L}@$]+|[^\\p{L}@$]+$", "");
    return inside
        .replace('0', 'o')
        .replace('1', one)
        .replace('!', one)
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't');
  }

  /** Whether it is at most two different words, each any number of times; also if it is none. */
  private static boolean isWords(String text, Set<String> words) {
    return isWords(text, words, Set.of());
  }

  private static boolean isWords(String text, Set<String> words, Set<String> used) {
    if (text.isEmpty()) {
      return true;
    }
    for (int end = text.length(); end >= MIN_RUN; end--) {
      String first = text.substring(0, end);
      if (!words.contains(first) || !used.contains(first) && used.size() == MAX_WORDS) {
        continue;
      }
      Set<String> now = new HashSet<>(used);
      now.add(first);
      if (isWords(text.substring(end), words, now)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is pieces of rows of keys, or of the alphabet, forwards or backwards. */
  private static boolean isRows(String text) {
    int at = 0;
    while (at < text.length()) {
      int run = run(text, at);
      if (run < MIN_RUN) {
        return false;
      }
      at += run;
    }
    return true;
  }

  private static int run(String text, int from) {
    int longest = 0;
    for (String row : ROWS) {
      String back = new StringBuilder(row).reverse().toString();
      int length = Math.min(text.length() - from, row.length());
      while (length > longest) {
        String piece = text.substring(from, from + length);
        if (row.contains(piece) || back.contains(piece)) {
          longest = length;
        }
        length--;
      }
    }
    return longest;
  }
}

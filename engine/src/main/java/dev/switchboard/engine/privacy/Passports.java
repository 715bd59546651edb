package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passport numbers: up to nine letters and digits (ICAO Doc 9303), which nothing tells from other
 * numbers but the word for a passport near by.
 */
final class Passports {
  private static final int NEAR_CHARS = 40;
  private static final int AFTER_CHARS = 20;

  private static final Pattern CANDIDATE =
      Pattern.compile("(?<![\\w#@$€£.,+/-])(?=[A-Z]*\\d)[A-Z0-9]{7,9}(?![\\w@/])(?![.,:-]\\d)");

  private static final Pattern PASSPORT =
      Near.words(
          "passports?|reisep(?:ass|asses|ässe)|pass(?:nummer|nr)|passeports?|pasaportes?|passaporto"
              + "|passaporte|paspoort|pasnummer|paszport\\p{L}*|pasaport\\p{L}*|passi(?:n|numero)"
              + "|паспорт\\p{L}*",
          "护照|パスポート|여권");

  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])");

  private Passports() {}

  static void find(String text, List<PersonalSpan> found) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      String token = candidate.group();
      boolean near =
          Near.before(PASSPORT, text, candidate.start(), NEAR_CHARS)
              || Near.after(PASSPORT, text, candidate.end(), AFTER_CHARS);
      if (near
          && PaymentCards.digits(token).length() >= 4
          && !DATE.matcher(token).matches()
          && !Orders.isOne(text, candidate.start())) {
        found.add(new PersonalSpan(PersonalKind.PASSPORT, candidate.start(), candidate.end()));
      }
    }
  }
}

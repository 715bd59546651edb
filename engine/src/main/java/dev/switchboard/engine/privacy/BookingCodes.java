package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Airline booking codes (record locators): six letters and digits, which nothing tells from other
 * words but that somebody calls them so just before. Whoever has one and a name can change the
 * booking.
 */
final class BookingCodes {
  static final int LENGTH = 6;

  /** Quick to look for: without such a word there is nothing to be named. */
  private static final Pattern ANY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[A-Z]{6}|(?=[A-Za-z]{0,5}\\d)(?=\\d{0,5}[A-Za-z])[A-Za-z0-9]{6})"
              + "(?![A-Za-z0-9])");

  /** The word for it, with what may stand between it and the code. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<word>pnr|booking|reservation|confirmation|reference|ref|(?:record )?locator"
              + "|buchung(?:s(?:code|nummer|nr|referenz))?|reservierung(?:s(?:code|nummer))?"
              + "|r[eé]servation|dossier|reserva|localizador|prenotazione|boekings?(?:code|nummer|referentie)?"
              + "|reservering|bokning(?:snummer)?|bookingnummer)"
              + "(?<gap>(?:[ .:=#-]{1,3}(?:pnr|ref(?:erence)?|code|no|nr|number|nummer|num[eé]ro|n[°º]|id|is"
              + "|ist|lautet|est|es|[eè]|locator|confirmation|booking|de|di|del|la|le)){0,4}[ .:=#(\"'-]{1,3})"
              + "(?<code>[A-Za-z0-9]{6})(?![\\w@/])(?![.,:-]\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i).*(?:[:=#]|\\b(?:pnr|ref(?:erence)?|code|no|nr|number|nummer|num[eé]ro|id|is|ist|lautet|est"
              + "|es|locator)\\b).*",
          Pattern.DOTALL);

  /** An airline (IATA: two letters or digits, ICAO: three letters) and the number of a flight. */
  private static final Pattern FLIGHT =
      Pattern.compile("(?:[A-Z]{2}|[A-Z]\\d|\\d[A-Z])\\d{4}|[A-Z]{3}\\d{3}");

  private BookingCodes() {}

  static void find(String text, List<PersonalSpan> found) {
    if (!ANY.matcher(text).find()) {
      return;
    }
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      if (isCode(candidate.group("word"), candidate.group("gap"), candidate.group("code"))) {
        found.add(
            new PersonalSpan(
                PersonalKind.BOOKING_CODE, candidate.start("code"), candidate.end("code")));
      }
    }
  }

  private static boolean isCode(String word, String gap, String code) {
    boolean letters = code.chars().anyMatch(Character::isLetter);
    boolean digits = code.chars().anyMatch(Character::isDigit);
    boolean capitals = code.chars().noneMatch(Character::isLowerCase);
    boolean named = isNaming(word) || NAMED.matcher(gap).matches();
    if (!letters || FLIGHT.matcher(code).matches() && !isNaming(word)) {
      return false;
    } else if (digits) {
      return capitals || named;
    }
    // Capitals without a digit are a word where everything is in capitals.
    return capitals && named && (word + gap).chars().anyMatch(Character::isLowerCase)
        || capitals && word.equals("PNR");
  }

  /** Words that name a code by themselves. */
  private static boolean isNaming(String word) {
    return word.matches("(?i)pnr|.*locator|localizador|.*(?:code|nummer|nr|referenz|referentie)");
  }
}

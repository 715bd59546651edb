package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * International bank account numbers (ISO 13616-1): a country, two check digits and as many letters
 * and digits as that country uses, such that the whole is 1 modulo 97 (ISO/IEC 7064).
 */
final class BankAccounts {
  /** How long the numbers of each country are, from the registry that SWIFT keeps. */
  private static final Map<String, Integer> LENGTHS =
      Stream.of(
              "NO15 BE16 DK18 FI18 FO18 GL18 NL18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20",
              "CH21 CR22 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22",
              "AE23 GI23 IL23 IQ23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24",
              "LY25 PT25 ST25 IS26 TR26 FR27 GR27 IT27 MC27 MR27 SM27",
              "AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 PL28 SV28 BR29 EG29 PS29 QA29 UA29",
              "JO30 KW30 MU30 MT31 SC31 LC32")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\w#@])([A-Z]{2})\\d{2}(?:[ \\u00a0]?[A-Z0-9]){11,28}+", Pattern.CASE_INSENSITIVE);

  private BankAccounts() {}

  static void find(String text, List<PersonalSpan> found) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      Integer length = LENGTHS.get(candidate.group(1).toUpperCase(Locale.ROOT));
      int end = length == null ? -1 : end(text, candidate.start(), candidate.end(), length);
      if (end > 0 && isRight(text.substring(candidate.start(), end))) {
        found.add(new PersonalSpan(PersonalKind.IBAN, candidate.start(), end));
      }
    }
  }

  /** Where {@code length} letters and digits end, if the word does so there, too; or -1. */
  private static int end(String text, int start, int end, int length) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
      if (count == length) {
        boolean wordGoesOn = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        return wordGoesOn ? -1 : i + 1;
      }
    }
    return -1;
  }

  private static boolean isRight(String iban) {
    String plain = iban.replaceAll("[ \\u00a0]", "").toUpperCase(Locale.ROOT);
    String moved = plain.substring(4) + plain.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < moved.length(); i++) {
      int value = Character.digit(moved.charAt(i), 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }
}

package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payment cards: 14 to 19 digits that an issuer gives out (ISO/IEC 7812-1, the issuer's first
 * digits) and whose last one is right (its annex B, the Luhn formula), unbroken or in groups.
 */
final class PaymentCards {
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\w#@$€£.,/+-])(?<!\\d[ \\u00a0])"
              + "(?:\\d{14,19}|\\d{4}(?:[ \\u00a0-]\\d{3,6}){2,4})"
              + "(?![\\w@/])(?![.,:-]\\d)(?![ \\u00a0]\\d)");

  private PaymentCards() {}

  static void find(String text, List<PersonalSpan> found) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      String digits = digits(candidate.group());
      if (isIssued(digits) && isLuhn(digits)) {
        found.add(new PersonalSpan(PersonalKind.CARD, candidate.start(), candidate.end()));
      }
    }
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** Whether the first digits are an issuer's that gives out numbers of this length. */
  private static boolean isIssued(String digits) {
    int two = Integer.parseInt(digits.substring(0, 2));
    int four = Integer.parseInt(digits.substring(0, 4));
    return switch (digits.length()) {
      case 14 -> two == 30 || two == 36 || two == 38 || two == 39;
      case 15 -> two == 34 || two == 37;
      case 16 ->
          two / 10 == 4
              || two >= 51 && two <= 55
              || four >= 2221 && four <= 2720
              || four == 6011
              || four / 10 >= 644 && four / 10 <= 659
              || four >= 3528 && four <= 3589
              || two == 62
              || isMaestro(four);
      case 17, 18, 19 -> two == 62 || isMaestro(four);
      default -> false;
    };
  }

  private static boolean isMaestro(int four) {
    return switch (four) {
      case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
      default -> false;
    };
  }

  /** Each second digit from the right counts twice, its digits added; the sum ends in 0. */
  static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}

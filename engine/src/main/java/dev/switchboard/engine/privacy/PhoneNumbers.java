package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers: international ones by their plus sign and at most 15 digits (ITU-T E.164), North
 * American ones by their shape, other national ones by a word near by. A company's own hotline is
 * nobody's.
 */
final class PhoneNumbers {
  private static final int MIN_INTERNATIONAL_DIGITS = 9;
  private static final int MAX_DIGITS = 15;
  private static final int MIN_NATIONAL_DIGITS = 7;
  private static final int MAX_NATIONAL_DIGITS = 12;
  private static final int NEAR_CHARS = 40;
  private static final int OWN_CHARS = 32;

  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\w#@$€£.,:/+-])(?<!\\d[ \\u00a0])"
              + "(\\+|00)?(?:\\(\\d{1,5}\\)|\\d)(?:[ \\u00a0./-]?(?:\\(\\d{1,5}\\)|\\d)){6,16}"
              + "(?![\\w@/%€$£])(?![.,:-]\\d)(?![ \\u00a0]\\d)");

  private static final Pattern NORTH_AMERICAN =
      Pattern.compile("(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}");

  private static final Pattern FREE_OF_CHARGE =
      Pattern.compile("\\+?(?:1[ .-]?)?\\(?(?:800|833|844|855|866|877|888)\\b.*|0800.*");

  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,4}([./-])\\d{1,2}\\1\\d{1,4}(?:[ \\u00a0]\\d{1,4})?|(?:19|20)\\d{2}[ /-](?:19|20)\\d{2}.*");

  private static final Pattern PHONE =
      Near.words(
          "phone|telephone|tel|mobile|cell|cellphone|whats ?app|call me|ring me|text me|reach me"
              + "|my number|(?:contact|phone) number|sms|telefon\\p{L}*|handy\\p{L}*|rufnummer|mobil\\p{L}*"
              + "|ruft mich|rufen sie mich|meine nummer|téléphone|portable|appele[zr](?:-moi)?|mon num[eé]ro"
              + "|tel[eé]fono|m[oó]vil|celular|ll[aá]m[ae]\\p{L}*|mi n[uú]mero|cellulare|chiama\\p{L}*"
              + "|mio numero|telem[oó]vel|telefone|lig\\p{L}+ para|meu n[uú]mero|telefoon\\p{L}*|bel me"
              + "|mijn nummer|номер",
          "电话|電話|전화");

  private static final Pattern OURS =
      Near.words(
          "us|our|hotline|helpline|customer (?:service|care|support)|call cent(?:er|re)|toll[- ]free"
              + "|uns|unsere\\p{L}*|kundenservice|nous|notre|nos|ll[aá]menos|nuestr\\p{L}*|nostr\\p{L}*"
              + "|noss\\p{L}*|onze|ons",
          "");

  private PhoneNumbers() {}

  static void find(String text, List<PersonalSpan> found) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      if (isPhone(text, candidate)) {
        found.add(new PersonalSpan(PersonalKind.PHONE, candidate.start(), candidate.end()));
      }
    }
  }

  private static boolean isPhone(String text, Matcher candidate) {
    String number = candidate.group();
    int digits = PaymentCards.digits(number).length();
    if (digits > MAX_DIGITS
        || FREE_OF_CHARGE.matcher(number).matches()
        || isOurs(text, candidate.start())) {
      return false;
    }
    boolean called = Near.before(PHONE, text, candidate.start(), NEAR_CHARS);
    if ("+".equals(candidate.group(1))) {
      return digits >= MIN_INTERNATIONAL_DIGITS && number.charAt(1) != '0';
    } else if (!called && Orders.isOne(text, candidate.start())) {
      return false;
    } else if (NORTH_AMERICAN.matcher(number).matches()) {
      return true;
    }
    return called
        && digits >= MIN_NATIONAL_DIGITS
        && digits <= (candidate.group(1) == null ? MAX_NATIONAL_DIGITS : MAX_DIGITS)
        && !DATE.matcher(number).matches();
  }

  private static boolean isOurs(String text, int at) {
    return Near.before(OURS, text, at, OWN_CHARS);
  }
}

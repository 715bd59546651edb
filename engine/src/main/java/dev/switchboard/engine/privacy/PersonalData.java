package dev.switchboard.engine.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal data in what people write: payment cards, bank accounts, e-mail addresses, phone
 * numbers, passports and airline booking codes. It would rather miss one than take an order number,
 * a flight, a price or a date for one. Pure; any thread; time linear in the length of the text.
 */
public final class PersonalData {
  /** Longer texts are looked at as far as this. */
  static final int MAX_TEXT_CHARS = 20_000;

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S++", Pattern.CASE_INSENSITIVE);

  private PersonalData() {}

  /** One kind's way of finding; spans that overlap those found before are left out. */
  interface Finder {
    void find(String text, List<PersonalSpan> found);
  }

  /** The surest first: what one has found is no other's. */
  private static final List<Finder> FINDERS =
      List.of(
          PaymentCards::find,
          BankAccounts::find,
          EmailAddresses::find,
          Passports::find,
          BookingCodes::find,
          PhoneNumbers::find);

  /** What stands in {@code text}, in its order; spans never overlap. */
  public static List<PersonalSpan> find(String text) {
    if (!mayHold(text)) {
      return List.of();
    }
    String looked = withoutAddresses(text);
    List<PersonalSpan> found = new ArrayList<>();
    for (Finder finder : FINDERS) {
      List<PersonalSpan> more = new ArrayList<>();
      finder.find(looked, more);
      for (PersonalSpan span : more) {
        if (found.stream().noneMatch(span::overlaps)) {
          found.add(span);
        }
      }
    }
    found.sort(Comparator.comparingInt(PersonalSpan::start));
    return List.copyOf(found);
  }

  /** The kinds that stand in {@code text}, each once, cards first. */
  public static List<PersonalKind> kinds(String text) {
    Set<PersonalKind> kinds = new TreeSet<>();
    find(text).forEach(span -> kinds.add(span.kind()));
    return List.copyOf(kinds);
  }

  /** The text with the name of its kind in place of each piece of personal data. */
  public static String masked(String text) {
    List<PersonalSpan> spans = find(text);
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (PersonalSpan span : spans) {
      masked.append(text, from, span.start());
      masked.append('[').append(span.kind().label()).append(']');
      from = span.end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  /** All kinds have a digit, an @ or six capitals: most posts are done with here. */
  private static boolean mayHold(String text) {
    int capitals = 0;
    for (int i = 0; i < Math.min(text.length(), MAX_TEXT_CHARS); i++) {
      char c = text.charAt(i);
      capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
      if (c >= '0' && c <= '9' || c == '@' || capitals == BookingCodes.LENGTH) {
        return true;
      }
    }
    return false;
  }

  /** Links hold numbers of all kinds; blanks take their place, so that spans keep theirs. */
  private static String withoutAddresses(String text) {
    String looked = text.substring(0, Math.min(text.length(), MAX_TEXT_CHARS));
    Matcher link = WEB_ADDRESS.matcher(looked);
    if (!link.find()) {
      return looked;
    }
    StringBuilder blank = new StringBuilder(looked);
    do {
      for (int i = link.start(); i < link.end(); i++) {
        blank.setCharAt(i, '\n');
      }
    } while (link.find());
    return blank.toString();
  }
}

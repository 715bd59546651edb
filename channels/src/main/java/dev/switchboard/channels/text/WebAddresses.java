package dev.switchboard.channels.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds links in a text closely enough to count them: what begins with http:// or https://, and
 * names such as {@code example.com/help} that X turns into links too.
 */
final class WebAddresses {
  /** What X makes of any link, in characters. */
  static final int LINK_CHARS = 23;

  /** Also the letters that X allows in a path: Latin with accents, and Cyrillic. */
  private static final String PATH =
      "[\\w!*';:=+,.$/%#\\[\\]()@~|&?\\-\u2013\u00C0-\u024F\u0400-\u04FF]*";

  private static final String HOST = "(?:[\\w\u00C0-\u024F\u0400-\u04FF-]+\\.)+";
  private static final Pattern WITH_SCHEME =
      Pattern.compile(
          "(?<![\\w@#$])https?://"
              + HOST
              + "[a-z\u0400-\u04FF]{2,}(?::\\d+)?(?:[/?#]"
              + PATH
              + ")?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w@#$./\\-])(?:[a-z0-9][a-z0-9-]*\\.)+([a-z]{2,})(?![\\w@\\-])(?:/" + PATH + ")?",
          Pattern.CASE_INSENSITIVE);

  /** The common endings; any ending of two letters is a country's. */
  private static final Set<String> ENDINGS =
      Set.of(
          "com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "app",
          "dev", "shop", "store", "online", "site", "tech", "blog", "cloud", "travel", "news",
          "help", "support", "email", "link", "live", "life", "world", "today", "group", "agency",
          "bank", "aero", "jobs", "mobi", "museum", "coop", "tel", "xyz", "club", "page", "chat");

  private WebAddresses() {}

  /** Replaces each link, also those without a scheme, by a placeholder of 23 ASCII characters. */
  static String shortenAll(String text) {
    return shortenBare(shortenWithScheme(text));
  }

  /** Replaces each link that begins with http:// or https://. */
  static String shortenWithScheme(String text) {
    return text.contains("://") ? WITH_SCHEME.matcher(text).replaceAll(WebAddresses::link) : text;
  }

  private static String shortenBare(String text) {
    return BARE.matcher(text).replaceAll(WebAddresses::bareLink);
  }

  private static String bareLink(MatchResult found) {
    String ending = found.group(1).toLowerCase(Locale.ROOT);
    boolean isLink = ending.length() == 2 || ENDINGS.contains(ending);
    return isLink ? link(found) : Matcher.quoteReplacement(found.group());
  }

  /** A link does not take the punctuation behind it along. */
  private static String link(MatchResult found) {
    String link = found.group();
    int end = link.length();
    while (end > 0 && isTrailing(link, end)) {
      end--;
    }
    return "x".repeat(LINK_CHARS) + Matcher.quoteReplacement(link.substring(end));
  }

  private static boolean isTrailing(String link, int end) {
    char last = link.charAt(end - 1);
    if (last == ')') {
      return link.substring(0, end).chars().filter(c -> c == ')').count()
          > link.substring(0, end).chars().filter(c -> c == '(').count();
    }
    return ".,!?:;'\"]|".indexOf(last) >= 0;
  }
}

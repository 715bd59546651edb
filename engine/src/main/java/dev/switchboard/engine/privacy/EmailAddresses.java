package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses as people write them (RFC 5321 allows more). A handle with its server, as
 * Mastodon writes it, is public; so are the names of mailboxes that belong to a role (RFC 2142).
 */
final class EmailAddresses {
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\w.%+@/-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+)@"
              + "(?:[A-Za-z0-9-]{1,63}+\\.){1,6}[A-Za-z]{2,24}(?![\\w@])");

  private static final Set<String> ROLES =
      Set.of(
          "abuse",
          "accessibility",
          "billing",
          "booking",
          "bookings",
          "care",
          "claims",
          "complaints",
          "contact",
          "contacto",
          "customer",
          "customercare",
          "customerrelations",
          "customers",
          "customerservice",
          "customersupport",
          "feedback",
          "hello",
          "help",
          "helpdesk",
          "hilfe",
          "hola",
          "info",
          "kontakt",
          "kundenservice",
          "mail",
          "marketing",
          "media",
          "news",
          "noreply",
          "no-reply",
          "office",
          "postmaster",
          "press",
          "privacy",
          "refunds",
          "reservations",
          "sales",
          "security",
          "service",
          "social",
          "socialmedia",
          "support",
          "team",
          "tickets",
          "webmaster");

  private EmailAddresses() {}

  static void find(String text, List<PersonalSpan> found) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      if (!ROLES.contains(candidate.group(1).toLowerCase(Locale.ROOT).replaceAll("[._]", ""))) {
        found.add(new PersonalSpan(PersonalKind.EMAIL, candidate.start(), candidate.end()));
      }
    }
  }
}

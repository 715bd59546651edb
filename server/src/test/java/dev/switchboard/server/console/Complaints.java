package dev.switchboard.server.console;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page's scripts do wrong: errors, and requests to addresses that are made of nothing. */
final class Complaints {
  private static final Pattern NOTHING =
      Pattern.compile("(?:^|[/=,&])(?:undefined|null|NaN)(?:$|[/&,])");

  private Complaints() {}

  /** Writes down what goes wrong on a page from now on. */
  static void of(Page page, List<String> problems) {
    page.onPageError(problems::add);
    page.onConsoleMessage(
        message -> {
          // Chromium logs each answer of 400 and above; tests look at those themselves.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            problems.add(message.text());
          }
        });
    page.onRequest(request -> findNothing(request.url()).ifPresent(problems::add));
  }

  /** That an address was built out of a value that is not there, in words; empty if it was not. */
  private static Optional<String> findNothing(String address) {
    if (!address.startsWith("http")) {
      return Optional.empty();
    }
    URI uri = URI.create(address);
    String asked = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery());
    return NOTHING.matcher(asked).find()
        ? Optional.of("a page asked for " + address)
        : Optional.empty();
  }
}

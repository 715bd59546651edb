package dev.switchboard.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Pictures of a page as people see it, on a desk and on a phone, in light and in dark. */
final class Screenshots {
  /** A screen, in CSS pixels. */
  enum Screen {
    DESKTOP(1440, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private final Browser browser;
  private final String address;
  private final String agent;
  private final Path folder;

  Screenshots(Browser browser, String address, String agent, Path folder) {
    this.browser = browser;
    this.address = address;
    this.agent = agent;
    this.folder = folder;
  }

  /** Takes all four, as {@code name-desktop-light.png} and so on. */
  void take(String name, String path, Consumer<Page> before) {
    for (Screen screen : Screen.values()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        take(name, path, screen, scheme, before);
      }
    }
  }

  Path take(String name, String path, Screen screen, ColorScheme scheme, Consumer<Page> before) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(screen.width, screen.height)
            .setColorScheme(scheme)
            .setLocale("en-GB");
    try (BrowserContext context = browser.newContext(options)) {
      context.addCookies(List.of(cookie(address, agent)));
      Page page = context.newPage();
      page.navigate(address + path);
      before.accept(page);
      String file = "%s-%s-%s.png".formatted(name, word(screen), word(scheme));
      Path to = folder.resolve(file);
      page.screenshot(new Page.ScreenshotOptions().setPath(to));
      return to;
    }
  }

  /** What the welcome page sets. */
  static Cookie cookie(String address, String agent) {
    return new Cookie("agent", URLEncoder.encode(agent, StandardCharsets.UTF_8)).setUrl(address);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

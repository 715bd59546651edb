package dev.switchboard.server.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A browser with one page, at which one agent sits after the other. It is left without cookies and
 * stored words, but with the console's files, which take a browser most of its first second. One
 * thread.
 */
final class Desk implements AutoCloseable {
  private static final int MAX_FREE = 3;
  private static final Deque<Desk> FREE = new ArrayDeque<>();

  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();
  private boolean taken;

  private Desk() {
    this.context = Chromium.context(1440, 900, ColorScheme.LIGHT);
    this.page = context.newPage();
    Complaints.of(page, problems);
  }

  /** One that is free, or else a new one, with a screen of this size in CSS pixels. */
  static Desk at(int width, int height, ColorScheme scheme) {
    Desk free = FREE.poll();
    Desk desk = free == null ? new Desk() : free;
    desk.page.setViewportSize(width, height);
    desk.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    desk.taken = true;
    return desk;
  }

  Page page() {
    return page;
  }

  /**
   * Leaves it to the next, at the end.
   *
   * @return what the page's scripts complained of
   */
  List<String> leave() {
    page.unrouteAll();
    if (page.url().startsWith("http")) {
      page.navigate(URI.create(page.url()).resolve("/health").toString());
      page.evaluate("localStorage.clear()");
    }
    context.clearCookies();
    List<String> said = List.copyOf(problems);
    problems.clear();
    taken = false;
    if (FREE.size() < MAX_FREE) {
      FREE.push(this);
    } else {
      context.close();
    }
    return said;
  }

  /** For those who did not come to the end: nobody gets it in the state in which it is. */
  @Override
  public void close() {
    if (taken) {
      context.close();
    }
  }
}

package dev.switchboard.server.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import java.util.regex.Pattern;

/** An agent in front of the console: what they see, and what they do. */
record Seat(Page page, String address) {
  private static final Pattern YOURS = Pattern.compile("^\\s*yours\\s*$");

  Seat open(String path) {
    page.navigate(address + path);
    return this;
  }

  /** Waits until the page is told of changes; looks again sooner than an assertion would. */
  Seat live() {
    page.locator("html[data-live=yes]").waitFor();
    return this;
  }

  /** From now on the page hears of nothing by itself. */
  Seat deaf() {
    page.route("**/console/live*", Seat::refuse);
    return this;
  }

  /** Pages try again and again; the last try may fall into the page's end. */
  private static void refuse(Route route) {
    try {
      route.abort();
    } catch (PlaywrightException e) {
      if (!String.valueOf(e.getMessage()).contains("has been closed")) {
        throw e;
      }
    }
  }

  Locator row(long caseId) {
    return page.locator("#row-" + caseId);
  }

  /** A post on one of triage's lists. */
  Locator card(String author) {
    return page.locator(".post-card[aria-label=\"" + author + "\"]");
  }

  Locator cards() {
    return page.locator("#cards .post-card");
  }

  Locator rows() {
    return page.locator("#rows .row");
  }

  Locator news() {
    return page.locator("#news");
  }

  Locator count(String tab) {
    return page.locator(".tabs [data-count=" + tab + "]");
  }

  Locator tab(String tab) {
    return page.locator("[data-tab=" + tab + "]");
  }

  Locator action(String name) {
    return page.locator("[data-action=" + name + "]");
  }

  Locator text() {
    return page.locator("#reply-text");
  }

  Locator send() {
    return page.locator("#send");
  }

  Locator entries() {
    return page.locator("#case .entry");
  }

  Locator notice() {
    return page.locator("#case .notice");
  }

  Locator toast() {
    return page.locator(".toast");
  }

  Locator badge() {
    return page.locator(".case-badge .badge");
  }

  Seat claim() {
    action("claim").click();
    badge().filter(new Locator.FilterOptions().setHasText(YOURS)).waitFor();
    return this;
  }

  Seat write(String reply) {
    text().fill(reply);
    return this;
  }

  Seat press(String key) {
    page.keyboard().press(key);
    return this;
  }

  BoundingBox box(Locator of) {
    return Objects.requireNonNull(of.boundingBox());
  }

  /** Counts from now on every shift of the layout that nobody's own hand caused. */
  void watchShifts() {
    page.evaluate(
        """
        () => {
          window.shifts = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              if (!entry.hadRecentInput) {
                window.shifts.push(entry.sources.map((s) => s.node?.className ?? "?").join(" "));
              }
            }
          }).observe({ type: "layout-shift" });
        }""");
  }

  Object shifts() {
    // Two frames later, whatever has been drawn has been measured.
    return page.evaluate(
        """
        () => new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts.join("; ")))))""");
  }
}

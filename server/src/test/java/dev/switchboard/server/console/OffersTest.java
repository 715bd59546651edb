package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.store.routing.RoutingStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases find an agent who works: at a desk and on a phone, by key and by button. */
final class OffersTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void aCaseRingsForWhoeverCanTakeItAndSaysWhy(@TempDir Path data) throws Exception {
    try (Company company = Company.routing(data)) {
      Office office = new Office(company, Chromium.browser(), 1);
      try {
        atADesk(office);
      } finally {
        assertThat(office.leave()).as("what the pages complained of").isEmpty();
      }
    }
  }

  private static void atADesk(Office office) {
    String name = "Ana of " + office.brand();
    office.company().person(name, office.brand(), List.of(), 6, Presence.WORKING);
    Seat ana = office.seat(name).open(office.inbox()).live();
    assertThat(ana.page().locator(".offer")).hasCount(0);

    long first = office.asks("ines", HELP);
    Locator offer = ana.page().locator(".offer");
    assertThat(offer).containsText("ines");
    assertThat(offer).containsText("my flight is cancelled");
    assertThat(offer.locator(".offer-about")).containsText("X · English");
    offer.locator(".offer-why summary").click();
    assertThat(offer.locator(".offer-why")).containsText("carried least: 0 of 6");
    Accessible.check(ana.page());
    Picture.of(ana.page(), "offer-desktop-light");
    ana.page().locator("body").press("o");
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.page().locator("#case")).hasAttribute("data-id", String.valueOf(first));
    assertThat(offer).hasCount(0);

    ana.page().locator(".why-agent summary").click();
    Locator told = ana.page().locator(".routing-told");
    assertThat(told).containsText("Offered to " + name);
    assertThat(told).containsText(name + " accepted.");
    Accessible.check(ana.page());
    Picture.of(ana.page(), "why-agent");

    oneAtATime(office, ana);

    onAPhone(office, name);

    whoIsTakenForAwayIsBackWithOneKey(office);
  }

  /** Of several offers the first is shown, and covers nothing that can't be scrolled to. */
  private static void oneAtATime(Office office, Seat ana) {
    Locator offers = ana.page().locator(".offer");
    long second = besideAPress(office, ana);
    assertThat(offers).hasCount(1);
    assertThat(offers).containsText("jonas");
    office.asks("hkn", HELP);
    office.asks("bea", HELP);
    Locator more = ana.page().locator("#offers-more");
    assertThat(more).hasText("and 2 more");
    assertThat(offers.filter(visible())).hasCount(1);
    assertThat(offers.filter(visible())).containsText("jonas");
    BoundingBox card = ana.box(ana.page().locator("#offers"));
    assertThat(card.x + card.width).isLessThan(ana.box(ana.page().locator("#case-pane")).x);
    more.click();
    assertThat(more).hasAttribute("aria-expanded", "true");
    assertThat(offers.filter(visible())).hasCount(3);
    Accessible.check(ana.page());
    for (int left = 2; left >= 0; left--) {
      offers.first().locator("[data-offer=decline]").click();
      assertThat(offers).hasCount(left);
    }
    assertThat(ana.page().locator("dialog[open]")).hasCount(0);
    assertThat(office.company().state(second)).isEqualTo("waiting");
  }

  /** Ben lets one offer after the other run out: his page says what follows of it. */
  private static void whoIsTakenForAwayIsBackWithOneKey(Office office) {
    String name = "Ben of " + office.brand();
    office.company().person(name, office.brand(), List.of(), 6, Presence.WORKING);
    Seat ben = office.seat(name).open(office.inbox()).live();
    assertThat(ben.page().locator(".offer").first()).isVisible();
    new RoutingStore(office.company().jdbi())
        .setAway(List.of(new RoutingStore.NotLooking(name, 3)), Instant.now());
    Locator away = ben.page().locator(".offers-away");
    assertThat(away).containsText("You are away. 3 offers ran out");
    assertThat(ben.page().locator(".offer")).hasCount(0);
    assertThat(ben.page().locator("#presence .dot").first()).hasAttribute("data-presence", "away");
    assertThat(ben.page().locator("#unread")).hasText("1");
    Accessible.check(ben.page());
    Picture.of(ben.page(), "offers-away-light");
    ben.page().locator("body").press("o");
    assertThat(away).hasCount(0);
    assertThat(ben.page().locator("#presence .dot").first())
        .hasAttribute("data-presence", "working");
    assertThat(ben.page().locator(".offer").first()).isVisible();
  }

  /** What one is about to press is not taken out of the page when another offer comes. */
  private static long besideAPress(Office office, Seat ana) {
    office.asks("ola", HELP);
    Locator offers = ana.page().locator(".offer");
    assertThat(offers).containsText("ola");
    Locator decline = offers.first().locator("[data-offer=decline]");
    decline.evaluate(
        """
        (one) => {
          window.moved = 0;
          new MutationObserver((all) => {
            const card = one.closest(".offer");
            for (const each of all) if ([...each.removedNodes].some((node) => node.contains(card))) window.moved++;
          }).observe(document.body, { childList: true, subtree: true });
        }""");
    long second = office.asks("jonas", HELP);
    assertThat(ana.page().locator("#offers-more")).hasText("and 1 more");
    assertThat(ana.page().evaluate("window.moved")).isEqualTo(0);
    decline.click();
    return second;
  }

  private static Locator.FilterOptions visible() {
    return new Locator.FilterOptions().setVisible(true);
  }

  /** Whoever is on another page hears of it there, and is brought to the case. */
  private static void onAPhone(Office office, String name) {
    Seat ana = office.seat(name, 390, 844, ColorScheme.DARK).open(office.incidents()).live();
    long third = office.asks("noor", HELP);
    Locator offer = ana.page().locator(".offer");
    assertThat(offer).containsText("noor");
    Accessible.check(ana.page());
    Picture.of(ana.page(), "offer-phone-dark");
    offer.locator("[data-offer=accept]").click();
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.page().locator("#case")).hasAttribute("data-id", String.valueOf(third));
    assertThat(office.company().state(third)).isEqualTo("claimed");
  }
}

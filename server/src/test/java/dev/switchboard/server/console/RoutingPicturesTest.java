package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the floor, of offers and of why an agent has a case. */
@EnabledIfSystemProperty(
    named = "switchboard.long",
    matches = "true",
    disabledReason = "pictures are taken with bin/test --long")
final class RoutingPicturesTest {
  @Test
  void takesThePicturesOfABusyFloor(@TempDir Path data) throws Exception {
    try (Company company = Company.routing(data)) {
      Office office = new Office(company, Chromium.browser(), 1);
      try {
        BusyFloor.begin(company);
        floor(office);
        offers(office);
      } finally {
        assertThat(office.leave()).as("what the pages complained of").isEmpty();
      }
    }
  }

  private static void floor(Office office) {
    Page lead = office.seat("Lea Sund").open("/floor").live().page();
    for (String name : BusyFloor.WORKING) {
      Locator line = lead.locator(".floor-hand", new Page.LocatorOptions().setHasText(name));
      assertThat(line).containsText("offered");
      BusyFloor.accept(office.company(), name);
      assertThat(line).containsText("1 case");
    }
    assertThat(lead.locator("[data-part=due] .floor-big")).not().hasText("0");
    Picture.of(lead, "console-floor");
    Picture.of(
        office.seat("Wall", 1920, 1080, DARK).open("/floor?wall").live().page(),
        "console-floor-wall");
    Picture.of(office.phone("Lea Sund").open("/floor").live().page(), "console-floor-phone");
  }

  private static void offers(Office office) {
    BusyFloor.anaIsBack(office.company());
    Seat ana = office.seat(BusyFloor.ANA).open("/").live();
    assertThat(ana.page().locator("#offers-more")).isVisible();
    Picture.of(ana.page(), "console-offers");
    Page phone = office.seat(BusyFloor.ANA, 390, 844, DARK).open("/").live().page();
    assertThat(phone.locator(".offer").first()).isVisible();
    Picture.of(phone, "console-offers-phone");
    ana.press("o");
    assertThat(ana.badge()).hasText("yours");
    ana.page().locator(".why-agent summary").click();
    assertThat(ana.page().locator(".routing-told")).containsText("accepted");
    Picture.of(ana.page(), "console-why-agent");
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead looks at the floor at a desk, while things happen, on a wall and on a phone. */
@ExtendWith(Offices.class)
final class FloorTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void aLeadSeesWhatWaitsWhoIsThereAndWhatNeedsThemWhileItHappens(Office office) {
    Company company = office.company();
    String tag = " of " + office.brand();
    company.person("Ana" + tag, office.brand(), List.of("en", "nb"), 2, Presence.WORKING);
    company.person("Ben" + tag, office.brand(), List.of("en"), 6, Presence.AWAY);
    long first = office.asked("ines", HELP, 70);
    office.asked("jonas", HELP, 7);
    company.post(inFrench(office.post("lucie", HELP)));
    DeskResult held = company.desk().claim(first, "Ana" + tag);

    Seat lead = office.seat("Lea").open(office.inbox()).live();
    lead.press("g").press("f");
    Page page = lead.page();
    assertThat(page.locator("h1")).hasText("Floor");
    Locator waiting = page.locator("[data-part=waiting]");
    assertThat(waiting.locator(".floor-big")).hasText("2");
    assertThat(page.locator("[data-part=hands] .floor-big")).hasText("1");
    assertThat(page.locator("[data-part=working] .floor-big")).hasText("1");
    assertThat(page.locator("[data-part=languages]")).containsText("French");
    assertThat(page.locator("[data-part=languages] .floor-alone")).hasText("nobody here");
    Locator ana = page.locator(".floor-hand", has("Ana" + tag));
    assertThat(ana).containsText("1 of 2");
    assertThat(ana).containsText("1 case");
    assertThat(page.locator(".floor-hand", has("Ben" + tag))).containsText("away");
    assertThat(page.locator("[data-part=waits]")).containsText("X");
    assertThat(page.locator("[data-part=alarm]")).isEmpty();
    lead.live();
    Accessible.check(page);
    Picture.of(page, "floor-desktop-light");

    // What happens shows by itself, people too.
    office.asks("noor", HELP);
    assertThat(waiting.locator(".floor-big")).hasText("3");
    company.person("Cleo" + tag, office.brand(), List.of("fr"), 6, Presence.WORKING);
    assertThat(page.locator("[data-part=languages] .floor-alone")).hasCount(0);
    assertThat(page.locator(".floor-hand", has("Cleo" + tag))).containsText("free");

    onAWall(office);
    onAPhone(office);
    pausedCasesAreFound(office, lead, first, held);
  }

  /** From the floor's figure to the list of those who wait for the same, which moves by itself. */
  private static void pausedCasesAreFound(Office office, Seat lead, long id, DeskResult held) {
    Page page = lead.page();
    Locator paused = page.locator("[data-part=paused]");
    assertThat(paused).hasText("nothing is paused");
    CaseDesk desk = office.company().desk();
    CaseState.Claimed claim = pause(desk, id, held, WaitingOn.COMPANY);
    assertThat(paused).hasText("1 paused: 1 for the company");
    Accessible.check(page);
    paused.locator("a").last().click();
    assertThat(page.locator("h1")).hasText("Paused");
    assertThat(page.locator(".tab[aria-current=page] .count")).hasText("1");
    assertThat(page.locator(".turns [aria-current]")).hasText("The company's turn");
    assertThat(lead.row(id)).containsText("Company: the workshop looks for it");
    Accessible.check(lead.live().page());
    Picture.of(page, "paused-desktop-light");

    desk.resume(id, claim.token());
    assertThat(page.locator("#news")).containsText("1 moved on");
    page.locator(".turns a").last().click();
    assertThat(page.locator(".turns [aria-current]")).hasText("The customer's");
    assertThat(page.locator(".row")).hasCount(0);
    pause(desk, id, desk.heartbeat(id, claim.token()), WaitingOn.CUSTOMER);
    assertThat(lead.row(id)).containsText("Customer: ");
    lead.press("g").press("w").press("g").press("q");
    assertThat(page.locator(".turns [aria-current]")).hasText("All");
    assertThat(lead.row(id)).containsText("paused");
    Seat phone = office.seat("Lea", 390, 844, ColorScheme.DARK).open(inbox(office)).live();
    assertThat(phone.row(id)).containsText("paused");
    Picture.of(phone.page(), "paused-phone-dark");
  }

  private static String inbox(Office office) {
    return floor(office).replace("/floor?", "/?state=paused&");
  }

  private static CaseState.Claimed pause(CaseDesk desk, long id, DeskResult held, WaitingOn on) {
    long token = ((CaseState.Claimed) ((DeskResult.Done) held).file().state()).token();
    DeskResult rests = desk.pause(id, token, on, "the workshop looks for it", null);
    return (CaseState.Claimed) ((DeskResult.Done) rests).file().state();
  }

  private static void onAWall(Office office) {
    Seat wall =
        office.seat("Wall", 1920, 1080, ColorScheme.DARK).open(floor(office) + "&wall").live();
    assertThat(wall.page().locator(".tabs")).isHidden();
    assertThat(wall.page().locator("h1")).hasText(office.brand());
    assertThat(wall.page().locator("[data-part=waiting] .floor-big")).hasText("3");
    assertThat(wall.page().evaluate("document.documentElement.scrollHeight <= innerHeight"))
        .isEqualTo(true);
    Accessible.check(wall.page());
    Picture.of(wall.page(), "floor-wall-dark");
  }

  private static void onAPhone(Office office) {
    Seat phone = office.seat("Lea", 390, 844, ColorScheme.DARK).open(floor(office)).live();
    assertThat(phone.page().locator("[data-part=waiting] .floor-big")).hasText("3");
    assertThat(phone.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    Accessible.check(phone.page());
    Picture.of(phone.page(), "floor-phone-dark");
  }

  private static Company.Post inFrench(Company.Post post) {
    return new Company.Post(
        post.author(),
        post.text(),
        post.channel(),
        post.at(),
        post.brand(),
        ",\"language\":\"fr\"");
  }

  private static String floor(Office office) {
    return "/floor?brand=" + URLEncoder.encode(office.brand(), StandardCharsets.UTF_8);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}

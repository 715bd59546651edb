package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Offices.class)
final class InboxTest {
  private static final String OUT = ",\"direction\":\"out\"";
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void whoHasWaitedLongestStandsFirstWithWhatTheyAskAndHowLongTheyHaveWaited(Office office) {
    long second = office.asked("ines", HELP, 5);
    long first = office.asked("jonas", "can you please help, my bag is lost", 12);
    Seat ana = office.seat("Ana").open(office.inbox());

    assertThat(ana.rows()).hasCount(2);
    assertThat(ana.rows().first()).hasId("row-" + first);
    assertThat(ana.row(first)).containsText("jonas");
    assertThat(ana.row(first)).containsText("can you please help, my bag is lost");
    assertThat(ana.row(first)).containsText("12 min");
    assertThat(ana.row(first)).containsText("X · English");
    assertThat(ana.row(second)).containsText("5 min");
    assertThat(ana.count("waiting")).hasText("2");
  }

  @Test
  void tabsShowTheCasesOfTheirState(Office office) {
    long mine = office.asks("ines", HELP);
    long bens = office.asks("jonas", HELP);
    long closed = office.asks("noor", HELP);
    office.company().desk().claim(mine, "Ana");
    office.company().desk().claim(bens, "Ben");
    office.company().desk().close(closed, "Ben", 0);
    Seat ana = office.seat("Ana").open(office.inbox());

    assertThat(ana.page().locator(".empty").first()).containsText("Nobody is waiting");
    ana.tab("mine").click();
    assertThat(ana.rows()).hasCount(1);
    assertThat(ana.row(mine)).containsText("you");
    assertThat(ana.tab("mine")).hasAttribute("aria-current", "page");
    ana.tab("claimed").click();
    assertThat(ana.rows()).hasCount(2);
    assertThat(ana.row(bens).locator(".badge")).hasText("Ben");
    ana.tab("closed").click();
    assertThat(ana.rows()).hasCount(1);
    assertThat(ana.row(closed)).isVisible();
    assertThat(ana.page()).hasURL(Pattern.compile(".*[?&]state=closed.*"));
    ana.page().reload();
    assertThat(ana.row(closed)).isVisible();
  }

  @Test
  void searchFindsWordsAndNamesWhileOneTypes(Office office) {
    long bag = office.asks("ines", "please help, my suitcase is lost");
    long name = office.asks("suit_shop", HELP);
    office.asks("jonas", HELP);
    Seat ana = office.seat("Ana").open(office.inbox());

    ana.press("/").page().keyboard().type("suit");
    assertThat(ana.rows()).hasCount(2);
    assertThat(ana.row(bag)).isVisible();
    assertThat(ana.row(name)).isVisible();
    assertThat(ana.page().locator("#search")).isFocused();
    ana.page().keyboard().type("case");
    assertThat(ana.rows()).hasCount(1);
    ana.page().keyboard().type(" of gold");
    assertThat(ana.page().locator("#list .empty")).containsText("Nothing found");
    ana.page().locator("#search").fill("");
    assertThat(ana.rows()).hasCount(3);
  }

  @Test
  void theBrandFilterShowsOneBrand(Office office) {
    long here = office.asks("ines", HELP);
    office.company().post(office.post("jonas", HELP).on("x:@other").of("Another Line"));
    Seat ana = office.seat("Ana").open("/");

    ana.page().locator("#brand").selectOption(office.brand());
    assertThat(ana.rows()).hasCount(1);
    assertThat(ana.row(here)).isVisible();
    assertThat(ana.count("waiting")).hasText("1");
  }

  @Test
  void aNewCaseIsAnnouncedAndShownWhenAskedForAndNothingMoves(Office office) {
    long old = office.asked("ines", HELP, 9);
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    ana.watchShifts();
    double before = ana.box(ana.row(old)).y;

    long fresh = office.asks("jonas", HELP);
    assertThat(ana.news()).hasText("1 new case – show");
    assertThat(ana.count("waiting")).hasText("2");
    assertThat(ana.rows()).hasCount(1);
    assertThat(ana.box(ana.row(old)).y).isEqualTo(before);
    assertThat(ana.shifts()).isEqualTo("");

    ana.news().click();
    assertThat(ana.row(fresh)).isVisible();
    assertThat(ana.news()).isHidden();
    assertThat(ana.box(ana.row(old)).y).isEqualTo(before);
  }

  @Test
  void anEmptyListFillsByItself(Office office) {
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    long first = office.asks("jonas", HELP);
    assertThat(ana.row(first)).isVisible();
  }

  @Test
  void aRowThatAColleagueTakesStaysInItsPlaceAndSaysSo(Office office) {
    long first = office.asked("ines", HELP, 9);
    long second = office.asked("jonas", HELP, 8);
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    ana.watchShifts();
    double before = ana.box(ana.row(second)).y;

    office.company().desk().claim(first, "Ben");
    assertThat(ana.row(first).locator(".badge")).hasText("Ben");
    assertThat(ana.news()).hasText("1 moved on – show");
    assertThat(ana.box(ana.row(second)).y).isEqualTo(before);
    assertThat(ana.shifts()).isEqualTo("");
    ana.news().click();
    assertThat(ana.rows()).hasCount(1);
  }

  @Test
  void withdrawnWordsLeaveTheListAlsoWhenSomethingWasSaidAfterThem(Office office) {
    Company.Post regret = office.post("ines", HELP + " You are thieves.");
    String asked = office.company().post(regret);
    long id = office.company().caseOf(asked);
    office.company().post(office.post("aurora", "we are on it").with(OUT).answering(asked));
    Seat ana = office.seat("Ana").open(office.inbox("&state=answered")).live();
    assertThat(ana.row(id)).containsText("thieves");
    office.company().change(asked, "\"deletedAt\":\"%s\"".formatted(Instant.now()), regret);
    assertThat(ana.row(id)).containsText("Withdrawn by its author");
  }

  @Test
  void aLongListGoesOnWhereItEnded(Office office) {
    StringBuilder lines = new StringBuilder();
    Instant now = Instant.now();
    for (int i = 0; i < 45; i++) {
      lines.append(
          """
          {"id":"m%d","channel":"x:@many","author":"many%d","text":"%s","createdAt":"%s","brand":"%s"}
          """
              .formatted(i, i, HELP, now.minusSeconds(600 - i), office.brand()));
    }
    office.company().send(lines.toString());
    Seat ana = office.seat("Ana").open(office.inbox());

    assertThat(ana.rows()).hasCount(40);
    ana.page().locator(".more button").click();
    assertThat(ana.rows()).hasCount(45);
    assertThat(ana.rows().last()).containsText("many44");
    assertThat(ana.page().locator(".more")).hasCount(0);
  }

  @Test
  void whoeverHasNoNameIsAskedForItAndComesBackToWhereTheyWere(Office office) {
    long asked = office.asks("ines", HELP);
    Page page = office.stranger(1440, 900, ColorScheme.LIGHT);
    page.navigate(office.company().address() + office.pageOf(asked));

    assertThat(page.locator("h1")).hasText("Who is answering today?");
    page.locator("#name").fill("Zoë 雪");
    page.keyboard().press("Enter");
    assertThat(page.locator("#case h2")).hasText("ines");
    assertThat(page.locator(".me")).containsText("Zoë 雪");
    assertThat(page.evaluate("document.cookie")).asString().doesNotContain("agent");
  }

  @Test
  void aPageOfAnotherSiteIsNoPlaceToComeBackTo(Office office) {
    Page page = office.stranger(1440, 900, ColorScheme.LIGHT);
    page.navigate(office.company().address() + "/welcome?to=//evil.example/");
    page.locator("#name").fill("Ana");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(office.company().address() + "/");
  }
}

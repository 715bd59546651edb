package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.engine.incident.IncidentState;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.change.ChangeType;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the list and the page of incidents show. */
@ExtendWith(Offices.class)
final class IncidentPagesTest {
  private static final Instant OPENED = Instant.now().minus(Duration.ofMinutes(70));

  @Test
  void anEmptyListSaysWhatWillAppearHere(Office office) {
    office.asks("ines", "my bag is lost, please help");
    Seat ana = office.seat("Ana").open(office.incidents()).live();
    assertThat(ana.page().locator(".empty")).containsText("No incident is open");
    assertThat(ana.page().locator(".empty")).containsText("more of them than chance explains");
    assertThat(ana.count("incidents")).hasText("0");
  }

  @Test
  void theListShowsWhatGoesOnFirstWithItsLikeliestCause(Office office) {
    office.asks("ines", "my bag is lost, please help");
    Trouble over = trouble(office, "baggage", "belt").in(IncidentState.CLOSED);
    Trouble open = trouble(office, "rebooking", "error", "500");
    office.keep(over);
    long broken = office.keep(blamed(open));
    long storm = office.keep(trouble(office, "snow", "runway").in(IncidentState.ACKNOWLEDGED));

    Seat ana = office.seat("Ana").open(office.incidents()).live();
    Locator cards = ana.page().locator(".incident-card");
    assertThat(cards).hasCount(3);
    assertThat(ana.page().locator("#live-incidents .incident-card")).hasCount(2);
    assertThat(cards.last()).containsText("baggage · belt");
    assertThat(cards.last()).containsText("died away");
    Locator card = ana.page().locator("#incident-" + broken);
    assertThat(card).containsText("rebooking · error · 500");
    assertThat(card.locator(".incident-cause")).containsText("deploy of rebooking 4.12.0");
    assertThat(card.locator(".incident-cause")).containsText("93 %");
    assertThat(card).containsText("customers");
    assertThat(card.locator(".spark-line")).hasCount(1);
    assertThat(ana.page().locator("#incident-" + storm))
        .containsText("No change to blame is known");
    assertThat(ana.count("incidents")).hasText("2");
  }

  @Test
  void thePageShowsCourseCausesBlastAndWhatCustomersSay(Office office) {
    long asked = office.asks("ines", "the rebooking page says error 500, please help");
    long id = office.keep(blamed(trouble(office, "rebooking", "error")).reportedBy(office.posts()));
    Seat ana = office.seat("Ana").open(office.incident(id)).live();
    Page page = ana.page();
    assertThat(page.locator("h1")).hasText("rebooking · error");
    assertThat(page.locator(".incident-name")).containsText("Nobody looks after it yet.");
    Locator course = page.locator("svg.wide-course");
    assertThat(course).isVisible();
    assertThat(course.locator(".bar")).hasCount(30);
    assertThat(course.locator(".mark")).hasCount(3);
    assertThat(course.locator(".mark.vetoed")).hasCount(1);
    assertThat(course).hasAttribute("aria-label", Pattern.compile("where 0.8 are usual"));

    Locator causes = page.locator(".cause");
    assertThat(causes).hasCount(3);
    assertThat(causes.first()).containsText("deploy of rebooking 4.12.0");
    assertThat(causes.first().locator(".cause-share")).hasText("93 %");
    assertThat(causes.first()).containsText("6 minutes before the first report");
    assertThat(causes.last()).hasClass(Pattern.compile("vetoed"));
    assertThat(causes.last()).containsText("came too late");
    assertThat(page.locator(".cause-none")).containsText("None of these");
    assertThat(page.locator(".cause-none")).containsText("4 %");

    Locator blast = page.locator(".blast");
    assertThat(blast).containsText("at least 140 more who have not written yet");
    assertThat(blast).containsText("186,200 followers");
    assertThat(blast.locator(".broken")).hasText("rebooking");
    assertThat(blast).containsText("north 31");
    assertThat(page.locator(".sample")).containsText("the rebooking page says error 500");
    page.locator(".sample a").click();
    assertThat(page).hasURL(Pattern.compile(".*/cases/" + asked));
  }

  @Test
  void aCaseShowsTheIncidentThatItsPostReports(Office office) {
    long asked = office.asks("ines", "the rebooking page says error 500, please help");
    long id = office.keep(blamed(trouble(office, "rebooking", "error")).reportedBy(office.posts()));
    long other = office.asks("jonas", "my bag is lost, please help");
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    Locator part = ana.page().locator("#facts .part-of");
    assertThat(part).containsText("rebooking · error");
    assertThat(part).containsText("deploy of rebooking 4.12.0");
    part.locator("a").click();
    assertThat(ana.page()).hasURL(Pattern.compile(".*/incidents/" + id + ".*"));
    ana.open(office.pageOf(other)).live();
    assertThat(ana.page().locator("#case h2")).hasText("jonas");
    assertThat(part).hasCount(0);
  }

  @Test
  void withoutChangesThePageSaysWhereTheyWouldComeFrom(Office office) {
    office.asks("ines", "the rebooking page says error 500, please help");
    long id = office.keep(trouble(office, "rebooking", "error"));
    Seat ana = office.seat("Ana").open(office.incident(id)).live();
    assertThat(ana.page().locator(".cause-none")).containsText("/api/v1/changes");
    assertThat(ana.page().locator(".blast")).containsText("no service is blamed");
    assertThat(ana.page().locator(".blast")).containsText("too few wrote twice");
  }

  @Test
  void whatAPersonSaidOfACauseStands(Office office) {
    office.asks("ines", "the rebooking page says error 500, please help");
    Trouble trouble = blamed(trouble(office, "rebooking", "error"));
    CauseJudgement said =
        new CauseJudgement("rebooking6", CauseJudgement.Answer.CONFIRMED, "Ben", OPENED, null);
    long id = office.keep(trouble.judged(said));
    Seat ana = office.seat("Ana").open(office.incident(id)).live();
    Locator first = ana.page().locator(".cause").first();
    assertThat(first.locator(".cause-said")).hasText("Ben says that this did it.");
    assertThat(first.locator("[data-act=confirm]")).hasCount(0);
    assertThat(first.locator("[data-act=reject]")).isVisible();
  }

  @Test
  void theyAreReachedAndWalkedWithKeys(Office office) {
    office.asks("ines", "my bag is lost, please help");
    long first = office.keep(blamed(trouble(office, "rebooking", "error")));
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    ana.press("g").press("i");
    assertThat(ana.page().locator("h1")).hasText("Incidents");
    ana.live().press("j");
    assertThat(ana.page().locator("#incident-" + first + " a")).isFocused();
    ana.press("Enter");
    assertThat(ana.page().locator(".cause")).hasCount(3);
    ana.live().press("j").press("j");
    assertThat(ana.page().locator("#cause-2")).isFocused();
    ana.press("k");
    assertThat(ana.page().locator("#cause-1")).isFocused();
    ana.press("u");
    assertThat(ana.page().locator("h1")).hasText("Incidents");
  }

  @Test
  void onAPhoneEverythingFits(Office office) {
    office.asks("ines", "the rebooking page says error 500 " + "a-very-long-word".repeat(12));
    long id =
        office.keep(
            blamed(trouble(office, "rebooking", "a-very-long-word".repeat(5)))
                .reportedBy(office.posts()));
    Seat ana = office.phone("Ana").open(office.incidents()).live();
    assertThat(ana.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    ana.page().locator(".incident-card a").click();
    assertThat(ana.page().locator("svg.narrow-course")).isVisible();
    assertThat(ana.page().locator("svg.wide-course")).isHidden();
    assertThat(ana.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    Object scrolls =
        ana.page()
            .evaluate(
                "(s => s.scrollWidth > s.clientWidth)(document.querySelector('#incident-scroll'))");
    assertThat(scrolls).isEqualTo(false);
    assertThat(id).isPositive();
  }

  @Test
  void withoutScriptsTheChartIsThereToo(Office office) {
    office.asks("ines", "my bag is lost, please help");
    long id = office.keep(blamed(trouble(office, "rebooking", "error")));
    try (BrowserContext context = office.withoutScripts("Ana")) {
      Page page = context.newPage();
      page.navigate(office.company().address() + office.incident(id));
      assertThat(page.locator("svg.wide-course .bar")).hasCount(30);
      assertThat(page.locator(".cause")).hasCount(3);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everybodyCanUseThem(ColorScheme scheme, Office office) {
    office.asks("ines", "the rebooking page says error 500, please help");
    Trouble trouble = blamed(trouble(office, "rebooking", "error")).reportedBy(office.posts());
    CauseJudgement said =
        new CauseJudgement("rebooking6", CauseJudgement.Answer.CONFIRMED, "Ben", OPENED, null);
    long id = office.keep(trouble.judged(said));
    office.keep(trouble(office, "baggage").in(IncidentState.RESOLVED));
    for (int width : new int[] {1440, 390}) {
      Seat ana = office.seat("Ana", width, 844, scheme).open(office.incidents()).live();
      Accessible.check(ana.page());
      Accessible.check(ana.open(office.incident(id)).live().page());
    }
  }

  @Test
  void whatIsNoIncidentIsNotThere(Office office) {
    Seat ana = office.seat("Ana").open("/incidents/999999");
    assertThat(ana.page().locator("h1")).hasText("There is nothing here");
  }

  private static Trouble trouble(Office office, String... terms) {
    return Trouble.of(office.brand(), OPENED, terms);
  }

  private static Trouble blamed(Trouble trouble) {
    return trouble.blamed(
        0.04,
        trouble.cause(
            ChangeType.DEPLOY,
            "rebooking",
            "4.12.0",
            6,
            0.93,
            "deploy of rebooking 6 minutes before the first report",
            "'rebook' and 'rebooking' are words of rebooking"),
        trouble.cause(
            ChangeType.FLAG,
            "seats",
            null,
            24,
            0.03,
            "flag of seats 24 minutes before the first report",
            "reports name neither seats nor what depends on it"),
        trouble.cause(
            ChangeType.ALERT,
            "crew-planning",
            null,
            -9,
            0,
            "started 9 minutes after the first reports"));
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with incidents that were found, with one key each, and what comes of it live. */
@ExtendWith(Offices.class)
final class IncidentActionsTest {
  private static final int CUSTOMERS = 14;
  private static final LocatorAssertions.HasCountOptions FOUND =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);

  @Test
  void anIncidentAppearsOnTheEmptyListAndInTheBadgeByItself(Office office) {
    office.asks("ines", "my bag is lost, please help");
    Seat ana = office.seat("Ana").open(office.incidents()).live();
    assertThat(ana.page().locator(".empty")).isVisible();
    breaks(office);
    assertThat(ana.page().locator("#live-incidents .incident-card")).hasCount(1, FOUND);
    assertThat(ana.count("incidents")).hasText("1");
    assertThat(ana.page().locator(".incident-card")).containsText("rebooking");
  }

  @Test
  void itIsLookedAfterAndResolvedAndTakenUpAgainWithOneKeyEach(Office office) {
    Seat ana = found(office, "Ana");
    assertThat(name(ana)).containsText("Nobody looks after it yet.");
    ana.press("a");
    assertThat(name(ana)).containsText("acknowledged");
    assertThat(name(ana)).containsText("Ana looks after it.");
    ana.press("e");
    assertThat(name(ana)).containsText("resolved");
    assertThat(name(ana)).containsText("Ana says that it is over.");
    assertThat(ana.count("incidents")).hasText("0");
    ana.press("o");
    assertThat(name(ana)).not().containsText("resolved");
    assertThat(ana.count("incidents")).hasText("1");
  }

  @Test
  void aCauseIsConfirmedAndAnotherOneRejectedWithOneKeyEach(Office office) {
    Seat ana = found(office, "Ana");
    Locator causes = ana.page().locator(".cause");
    assertThat(causes).hasCount(2, FOUND);
    ana.press("j").press("x");
    assertThat(ana.page().locator(".cause.rejected")).hasCount(1);
    assertThat(ana.page().locator(".cause.rejected .cause-said"))
        .hasText("Ana says that this did not do it.");
    Locator other = ana.page().locator(".cause:not(.rejected)");
    other.focus();
    ana.press("y");
    assertThat(ana.page().locator(".cause.confirmed .cause-said"))
        .hasText("Ana says that this did it.");
    assertThat(ana.page().locator(".cause.confirmed .cause-share")).hasText("100 %");
    assertThat(ana.page().locator(".cause").first()).hasClass(Pattern.compile("confirmed"));
  }

  @Test
  void colleaguesSeeWhatWasDoneAndMoreReportsAndNothingMoves(Office office) {
    Seat ana = found(office, "Ana");
    Seat ben = office.seat("Ben").open(path(ana)).live();
    ben.watchShifts();
    Locator reports = ben.page().locator(".figures dd").first();
    String before = reports.textContent();
    ana.press("a");
    assertThat(name(ben)).containsText("Ana looks after it.");
    for (int i = 0; i < CUSTOMERS; i++) {
      office.company().post(report(office, "more" + i, 0));
    }
    assertThat(reports)
        .not()
        .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    assertThat(ben.shifts()).isEqualTo("");
  }

  @Test
  void whatCanNoLongerBeDoneSaysWhy(Office office) {
    Seat ana = found(office, "Ana");
    // Without a stream the page does not know that a colleague was quicker.
    ana.page().route("**/console/live*", route -> route.abort());
    ana.page().reload();
    Seat ben = office.seat("Ben").open(path(ana)).live().press("e");
    assertThat(name(ben)).containsText("Ben says that it is over.");
    ana.press("a");
    assertThat(ana.page().locator(".incident-head .notice")).isVisible();
    assertThat(name(ana)).containsText("resolved");
  }

  private static Locator name(Seat seat) {
    return seat.page().locator(".incident-name");
  }

  private static String path(Seat seat) {
    return seat.page().url().substring(seat.address().length());
  }

  /** A found incident's page, with an agent in front of it. */
  private static Seat found(Office office, String agent) {
    breaks(office);
    Seat seat = office.seat(agent).open(office.incidents()).live();
    assertThat(seat.page().locator("#live-incidents .incident-card")).hasCount(1, FOUND);
    seat.page().locator("#live-incidents .incident-card a").click();
    assertThat(seat.page().locator("#incident")).isVisible();
    return seat.live();
  }

  /** Two changes, then many customers who report the same. */
  private static void breaks(Office office) {
    Instant now = Instant.now();
    office.company().post(report(office, "early", 0).at(now.minus(Duration.ofHours(30))));
    office
        .company()
        .change(
            office.brand(),
            """
            {"id":"d1","type":"deploy","service":"rebooking","version":"4.12.0","startedAt":"%s"}
            {"id":"f1","type":"flag","service":"seats","startedAt":"%s"}
            """
                .formatted(now.minusSeconds(1_500), now.minusSeconds(3_000)));
    for (int i = 0; i < CUSTOMERS; i++) {
      office.company().post(report(office, "someone" + i, 20 - i));
    }
  }

  private static Company.Post report(Office office, String author, int minutesAgo) {
    return office
        .post(author, "the rebooking page is broken, error 500 when I press confirm, please help")
        .at(Instant.now().minusSeconds(minutesAgo * 60L));
  }
}

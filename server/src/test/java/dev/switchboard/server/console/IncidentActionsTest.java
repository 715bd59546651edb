package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do with incidents that were found, with one key each, and what comes of it live. */
final class IncidentActionsTest {
  private static final int TESTS = 5;
  private static final int FIRST = 9;

  /** What customers write anyway: without it nobody could say that anything is unusual. */
  private static final List<String> USUAL =
      List.of(
          "my flight to Oslo is late, please help",
          "my suitcase did not arrive, where is it, please help",
          "how do I get a refund for my ticket, please help",
          "nobody came with the wheelchair, please help",
          "the hotel voucher is not valid, please help",
          "charged twice for one seat, please help",
          "my son travels alone, who is with him, please help",
          "the lounge was closed, can you help me please",
          "my connection is lost, please help me");

  private static final List<String> BROKEN =
      List.of(
          "the rebooking page shows error 500 when I press confirm, please help",
          "rebooking is broken, I only get error 500, please help me",
          "please help, your rebooking throws an error again and again",
          "error 500 while rebooking my flight to Bergen, what can I do now?",
          "can't finish the rebooking, there is an error on the last step, please help",
          "is rebooking down? error 500 for an hour now, please help",
          "tried the rebooking on two phones, both say error 500, please help us",
          "my rebooking fails with an error and the seats are going, please help",
          "the app says error 500 in the middle of rebooking, can you help?",
          "rebooking error, then a white page, and I have to be in Oslo tonight, help",
          "we are four and the rebooking gives error 500, please do something",
          "how do I change my flight when rebooking ends in error 500? please help",
          "third error while rebooking my family, please help",
          "your rebooking has an error, I need to get to Tromsø, please help");

  private static final LocatorAssertions.HasCountOptions FOUND =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);

  private static final LateClock CLOCK = new LateClock();
  private static final List<Office> OPENED = new ArrayList<>();
  private static Company company;
  private static Path data;
  private static int brands;

  /** Three ordinary days of each brand, one after the other on a clock that was behind. */
  @BeforeAll
  static void ordinaryDays() throws Exception {
    data = Files.createTempDirectory("switchboard-incidents");
    CLOCK.behind = Duration.ofHours(8L * USUAL.size());
    company = Company.open(data, CLOCK);
    for (String text : USUAL) {
      for (int brand = 1; brand <= TESTS; brand++) {
        Office office = new Office(company, Chromium.browser(), brand);
        company.post(office.post("usual" + text.length(), text).at(CLOCK.instant()));
      }
      CLOCK.behind = CLOCK.behind.minusHours(8);
    }
  }

  @AfterAll
  static void close() throws IOException {
    company.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @AfterEach
  void closeSeats() {
    assertThat(OPENED.getLast().leave()).isEmpty();
  }

  /** Each test has a brand of its own. */
  private static Office office() {
    OPENED.add(new Office(company, Chromium.browser(), ++brands));
    return OPENED.getLast();
  }

  @Test
  void anIncidentAppearsOnTheEmptyListAndInTheBadgeByItself() {
    Office office = office();
    Seat ana = office.seat("Ana").open(office.incidents()).live();
    assertThat(ana.page().locator(".empty")).isVisible();
    breaks(office);
    assertThat(ana.page().locator("#live-incidents .incident-card")).hasCount(1, FOUND);
    assertThat(ana.count("incidents")).hasText("1");
    assertThat(ana.page().locator(".incident-card")).containsText("rebooking");
  }

  @Test
  void itIsLookedAfterAndResolvedAndTakenUpAgainWithOneKeyEach() {
    Office office = office();
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
  void aCauseIsConfirmedAndAnotherOneRejectedWithOneKeyEach() {
    Office office = office();
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
  void colleaguesSeeWhatWasDoneAndMoreReportsAndNothingMoves() {
    Office office = office();
    Seat ana = found(office, "Ana");
    Seat ben = office.seat("Ben").open(path(ana)).live();
    ben.watchShifts();
    Locator reports = ben.page().locator(".figures dd").first();
    String before = reports.textContent();
    ana.press("a");
    assertThat(name(ben)).containsText("Ana looks after it.");
    for (String text : BROKEN.subList(FIRST, BROKEN.size())) {
      office.company().post(office.post("more" + text.length(), text));
    }
    assertThat(reports)
        .not()
        .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    assertThat(ben.shifts()).isEqualTo("");
  }

  @Test
  void whatCanNoLongerBeDoneSaysWhy() {
    Office office = office();
    Seat ana = found(office, "Ana");
    // Without a stream the page does not know that a colleague was quicker.
    ana.deaf();
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
    office
        .company()
        .change(
            office.brand(),
            """
            {"id":"d1","type":"deploy","service":"rebooking","version":"4.12.0","startedAt":"%s"}
            {"id":"f1","type":"flag","service":"seats","startedAt":"%s"}
            """
                .formatted(now.minusSeconds(1_500), now.minusSeconds(3_000)));
    for (int i = 0; i < FIRST; i++) {
      office.company().post(office.post("someone" + i, BROKEN.get(i)));
    }
  }

  /** The system's clock, or one that is behind it; never goes back. */
  private static final class LateClock implements InstantSource {
    private volatile Duration behind = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().minus(behind);
    }
  }
}

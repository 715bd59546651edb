package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.channels.memory.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Offices.class)
final class ExceptionsTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  /** Every request gets lost, and the network can't be asked afterwards. */
  private static final Faults LOST = new Faults(0, 0, 1, false);

  @AfterEach
  void theNetworkWorksAgain(Office office) {
    office.company().network(Faults.NONE);
  }

  @Test
  void aReplyOfUnknownFateIsSettledByAPersonWhoSawThatItWentOut(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = lostReply(office, asked, "We found your bag.");
    assertThat(ana.count("exceptions")).hasText("1");
    assertThat(ana.page().locator(".entry.troubled")).containsText("may have gone out");
    assertThat(ana.row(asked)).containsText("exception");

    ana.page().locator(".settle a").click();
    Locator card = ana.page().locator(".exception");
    assertThat(card).containsText("Reply by Ana");
    assertThat(card).containsText("We found your bag.");
    assertThat(card).containsText("the connection broke");
    assertThat(ana.page().locator("#replies h2")).hasText("Replies whose fate is open");
    assertThat(ana.page().locator("#jumps a").first()).containsText("1");
    Accessible.check(ana.page());
    card.locator("[data-how=sent]").click();
    assertThat(ana.page().locator("#exceptions")).containsText("Nothing needs you here");
    assertThat(ana.count("exceptions")).hasText("0");
    assertThat(office.company().state(asked)).isEqualTo("answered");

    // It was answered, but not without a person out of the ordinary flow.
    ana.open("/exceptions?brand=" + office.brand());
    assertThat(ana.page().locator("#flowed")).containsText("0 of 1 answered");
    Accessible.check(ana.page());
  }

  @Test
  void aReplyThatDidNotGoOutIsSentAgain(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = lostReply(office, asked, "We found your bag, again.");
    office.company().network(Faults.NONE);

    ana.open("/exceptions?brand=" + office.brand());
    ana.page().locator("[data-how=again]").click();
    assertThat(ana.page().locator("#exceptions")).containsText("Nothing needs you here");
    ana.open(office.pageOf(asked)).live();
    assertThat(ana.badge()).hasText("answered");
    assertThat(office.company().lastPublished()).isEqualTo("We found your bag, again.");
  }

  @Test
  void aReplyThatIsGivenUpLetsTheCaseWaitAgainAndColleaguesSeeItGo(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana");
    Seat ben = office.seat("Ben").open("/exceptions?brand=" + office.brand()).live();
    assertThat(ben.page().locator("#exceptions")).containsText("Nothing needs you here");
    lost(office, ana, asked, "We found your bag, perhaps.");
    assertThat(ben.page().locator(".exception")).containsText("We found your bag, perhaps.");

    ana.open("/exceptions?brand=" + office.brand());
    ana.page().locator("[data-how=give-up]").click();
    assertThat(ana.page().locator("#exceptions")).containsText("Nothing needs you here");
    assertThat(ben.page().locator(".exception")).hasCount(0);
    assertThat(office.company().state(asked)).isEqualTo("waiting");
  }

  @Test
  void manyLateCasesAreSummedUpByTheirIncidentAndByWhatTheyAreAbout(Office office) {
    List<Long> cases = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      cases.add(office.asks("guest" + i, HELP));
    }
    Trouble rebooking = Trouble.of(office.brand(), Instant.now(), "confirm", "rebook");
    long incident = office.keep(rebooking.reportedBy(office.posts()));
    for (int i = 0; i < 8; i++) {
      cases.add(office.asks("traveller" + i, HELP));
    }
    cases.forEach(
        late ->
            raise(office, late, "DEADLINE_BREACHED", "The first answer was due at 08:15 (UTC)."));

    Seat lead = office.seat("Lea").open("/exceptions?brand=" + office.brand()).live();
    Locator late = lead.page().locator("#late");
    assertThat(lead.page().locator("#jumps a").first()).containsText("17");
    assertThat(late.locator(".late-lines li")).hasCount(2);
    Locator first = late.locator(".late-lines li").first();
    assertThat(first).containsText("at least 9 late");
    assertThat(first.locator("a"))
        .hasAttribute("href", Pattern.compile("/incidents/%d\\b.*".formatted(incident)));
    assertThat(late.locator(".card")).hasCount(5);
    assertThat(late.locator(".exceptions-more")).containsText("and 12 more");
    Accessible.check(lead.page());
    Picture.of(lead.page(), "exceptions-late-desktop-light");

    // One kind hides no other, and what is new is counted without a jump.
    raise(office, cases.getFirst(), "SENSITIVE_TOPIC", "A lawyer is spoken of.");
    office.asks("somebody", HELP);
    assertThat(lead.page().locator("#topics .card")).hasCount(1);
    assertThat(late.locator(".card")).hasCount(5);

    Seat phone = office.seat("Lea", 390, 844, ColorScheme.DARK);
    phone.open("/exceptions?brand=" + office.brand()).live();
    assertThat(phone.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    Accessible.check(phone.page());
    Picture.of(phone.page(), "exceptions-late-phone-dark");
  }

  private static void raise(Office office, long on, String kind, String reason) {
    office
        .company()
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    INSERT INTO exceptions (brand_id, case_id, kind, reason, raised_at)
                    SELECT brand_id, id, ?, ?, now() FROM cases WHERE id = ?
                    """,
                    kind,
                    reason,
                    on));
  }

  private static Seat lostReply(Office office, long asked, String text) {
    Seat ana = office.seat("Ana");
    lost(office, ana, asked, text);
    return ana;
  }

  private static void lost(Office office, Seat ana, long asked, String text) {
    office.company().network(LOST);
    ana.open(office.pageOf(asked)).live().claim().write(text).send().click();
    assertThat(ana.page().locator(".settle a")).isVisible();
  }
}

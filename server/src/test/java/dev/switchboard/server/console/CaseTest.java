package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.store.process.FlowStore;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Offices.class)
final class CaseTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";
  private static final String LINE = "one more thing, can you please help me with this as well? ";

  @Test
  void anAgentClaimsWritesAndSends(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    ana.row(asked).click();
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    assertThat(ana.text()).isHidden();

    ana.claim();
    assertThat(ana.text()).isFocused();
    assertThat(ana.send()).isDisabled();
    ana.write("We have seats for you tomorrow at nine. ^AL").send().click();

    Locator reply = ana.page().locator(".entry.ours");
    assertThat(reply).containsText("We have seats for you tomorrow at nine. ^AL");
    assertThat(reply).containsText("Ana");
    assertThat(ana.badge()).hasText("answered");
    assertThat(reply).not().hasClass(Pattern.compile("under-way"));
    assertThat(ana.text()).isHidden();
    assertThat(office.company().lastPublished()).startsWith("We have seats for you");
    assertThat(ana.row(asked).locator(".badge")).hasText("answered");
    assertThat(ana.page().locator(".facts")).containsText("after");
  }

  @Test
  void aReplyIsRefusedWhileSomethingIsUnreadAndItsDraftIsKept(Office office) {
    String first = office.company().post(office.post("ines", HELP));
    long asked = office.company().caseOf(first);
    Seat ana = office.seat("Ana");
    // Without a stream the page does not know that the customer went on.
    ana.deaf();
    ana.open(office.pageOf(asked)).claim();
    ana.write("Please go to gate 4.");
    office.company().post(office.post("ines", "never mind, we found it").answering(first));

    ana.send().click();
    assertThat(ana.notice()).containsText("there is something new");
    assertThat(ana.entries()).hasCount(2);
    assertThat(ana.entries().last()).containsText("never mind, we found it");
    assertThat(ana.entries().last()).isInViewport();
    assertThat(ana.text()).hasValue("Please go to gate 4.");
    assertThat(office.company().state(asked)).isEqualTo("claimed");

    // Once it has been on screen for a moment it counts as seen.
    ana.write("Good to hear, have a nice flight!");
    assertThat(ana.page().locator("#case")).hasAttribute("data-seen", "yes");
    ana.send().click();
    assertThat(ana.notice()).hasCount(0);
    assertThat(ana.page().locator(".entry.ours")).containsText("have a nice flight");
  }

  @Test
  void sendAndNextGoesOnToWhoHasWaitedLongest(Office office) {
    long first = office.asked("ines", HELP, 9);
    long second = office.asked("jonas", HELP, 5);
    Seat ana = office.seat("Ana").open(office.inbox()).live();
    ana.page().locator("#take").click();
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    assertThat(ana.text()).isFocused();

    ana.write("The desk at gate 9 is open again.");
    ana.page().locator("#send-next").click();
    assertThat(ana.page().locator("#case h2")).hasText("jonas");
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.page()).hasURL(Pattern.compile(".*/cases/" + second + ".*"));
    assertThat(ana.text()).hasValue("");
    assertThat(ana.row(first).locator(".badge")).hasText("answered");

    ana.write("You too, gate 9.");
    ana.page().locator("#send-next").click();
    assertThat(ana.toast()).hasText("Nobody else is waiting.");
  }

  @Test
  void aCaseShowsWhatIsDueAndIsPassedOnToThoseWhoKnow(Office office) {
    office.asks("first", HELP);
    new FlowStore(office.company().jdbi())
        .inTransaction(
            Instant.now(),
            tx ->
                tx.activate(
                    tx.lockBrand(office.brand()).orElseThrow(),
                    new FlowKey("service-team", 1),
                    null));
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked));
    assertThat(ana.page().locator(".case-due")).containsText("due");
    assertThat(ana.row(asked).locator("span.due")).containsText("due");

    ana.claim();
    assertThat(ana.page().locator(".facts")).containsText("work");
    ana.action("pass-on").click();
    assertThat(ana.badge()).hasText("waiting");
    assertThat(ana.page().locator(".facts")).containsText("second-level");
    ana.action("claim").click();
    assertThat(ana.notice()).containsText("people who know rebooking or refunds");
    Accessible.check(ana.page());
  }

  @Test
  void aCaseRestsWithAReasonThatColleaguesReadAndGoesOn(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).claim();
    Seat ben = office.seat("Ben").open(office.pageOf(asked)).live();

    ana.press("Escape").press("q");
    assertThat(ana.page().locator("#pause-reason")).isFocused();
    Accessible.check(ana.page());
    ana.page().locator("#pause-reason").fill("the workshop looks for her suitcase");
    ana.press("Enter");
    assertThat(ana.page().locator(".case-pause"))
        .containsText("Waits for the company: the workshop looks for her suitcase, until");
    assertThat(ana.badge().first()).hasText("paused");
    assertThat(ana.row(asked)).containsText("paused");
    assertThat(ben.page().locator(".case-pause")).containsText("her suitcase");
    Accessible.check(ana.page());

    ana.press("q");
    assertThat(ana.page().locator(".case-pause")).hasCount(0);
    assertThat(ana.badge()).hasText("yours");
    assertThat(ben.page().locator(".case-pause")).hasCount(0);
  }

  @Test
  void releasingClosingAndReopeningFollowTheCase(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).claim();

    ana.action("release").click();
    assertThat(ana.badge()).hasText("waiting");
    ana.action("close").click();
    assertThat(ana.badge()).hasText("closed");
    assertThat(ana.action("claim")).hasCount(0);
    assertThat(office.company().state(asked)).isEqualTo("closed");
    ana.action("reopen").click();
    assertThat(ana.badge()).hasText("waiting");
    ana.claim().action("close").click();
    assertThat(ana.badge()).hasText("closed");
  }

  @Test
  void aNoteIsForColleagues(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    Seat ben = office.seat("Ben").open(office.pageOf(asked)).live();

    ana.press("n").page().keyboard().type("Second call from this family today.");
    ana.press("Control+Enter");
    for (Seat seat : new Seat[] {ana, ben}) {
      Locator note = seat.page().locator(".entry.aside");
      assertThat(note).containsText("Second call from this family today.");
      assertThat(note).containsText("Ana");
    }
    assertThat(ana.page().locator("#note-form")).isHidden();
    assertThat(office.company().lastPublished())
        .isNotEqualTo("Second call from this family today.");
  }

  @Test
  void aDraftSurvivesAReloadALiveUpdateAndAnotherCase(Office office) {
    String first = office.company().post(office.post("ines", HELP));
    long asked = office.company().caseOf(first);
    long other = office.asks("jonas", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("We will rebook you, one moment");

    ana.page().reload();
    assertThat(ana.text()).hasValue("We will rebook you, one moment");
    ana.live().text().focus();
    ana.press("End").page().keyboard().type(" please");
    office.company().post(office.post("ines", LINE).answering(first));
    assertThat(ana.entries()).hasCount(2);
    ana.page().keyboard().type(", Ines");
    assertThat(ana.text()).hasValue("We will rebook you, one moment please, Ines");
    assertThat(ana.text()).isFocused();
    ana.row(other).click();
    assertThat(ana.page().locator("#case h2")).hasText("jonas");
    assertThat(ana.text()).hasValue("");
    ana.page().goBack();
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    assertThat(ana.text()).hasValue("We will rebook you, one moment please, Ines");
  }

  @Test
  void newPostsBelowAreAnnouncedAndMoveNothing(Office office) {
    String last = office.company().post(office.post("ines", HELP));
    long asked = office.company().caseOf(last);
    for (int i = 0; i < 12; i++) {
      last = office.company().post(office.post("ines", LINE.repeat(3) + i).answering(last));
    }
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("Dear Ines");
    ana.page().locator("#talk").evaluate("talk => { talk.scrollTop = 60; }");
    Locator reading = ana.entries().nth(1);
    ana.watchShifts();
    BoundingBox before = ana.box(reading);
    BoundingBox composer = ana.box(ana.page().locator("#composer"));

    String next = office.company().post(office.post("ines", "are you there?").answering(last));
    assertThat(ana.page().locator("#below")).hasText("1 new post below");
    office.company().post(office.post("ines", "hello?").answering(next));
    assertThat(ana.page().locator("#below")).hasText("2 new posts below");
    assertThat(ana.box(reading).y).isEqualTo(before.y);
    assertThat(ana.box(ana.page().locator("#composer")).y).isEqualTo(composer.y);
    assertThat(ana.shifts()).isEqualTo("");

    ana.send().click();
    assertThat(ana.notice()).containsText("there is something new");
    ana.page().locator("#below").click();
    assertThat(ana.entries().last()).isInViewport();
    assertThat(ana.page().locator("#below")).isHidden();
    assertThat(ana.text()).hasValue("Dear Ines");
  }

  @Test
  void whatPostsCameWithIsShownAndWithdrawnWordsAreNot(Office office) {
    String first =
        office
            .company()
            .post(
                office
                    .post("ines", HELP + " https://lost.example/bags.")
                    .with(",\"url\":\"https://x.example/ines/1\"")
                    .with(
                        ",\"media\":[{\"type\":\"image\",\"url\":\"https://pics.example/1.jpg\",\"alt\":\"A red suitcase\"}]"));
    long asked = office.company().caseOf(first);
    Company.Post regret = office.post("ines", "you are all thieves").answering(first);
    String second = office.company().post(regret);
    Company.Post late =
        office
            .post("ines", "it has a blue ribbon")
            .answering(first)
            .at(Instant.now().minusSeconds(3600));
    office.company().post(late);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    assertThat(ana.entries()).hasCount(3);

    Locator question = ana.entries().nth(0);
    assertThat(question.locator("a.media")).hasAttribute("href", "https://pics.example/1.jpg");
    assertThat(question.locator("a.media")).containsText("A red suitcase");
    assertThat(question.locator(".bubble-foot a")).hasText("open on X");
    assertThat(question.locator(".bubble-foot a")).hasAttribute("href", "https://x.example/ines/1");
    assertThat(question.locator(".words a")).hasAttribute("href", "https://lost.example/bags");
    assertThat(ana.page().locator("#case img")).hasCount(0);
    assertThat(ana.entries().nth(2)).containsText("came late");

    office.company().change(second, "\"deletedAt\":\"%s\"".formatted(Instant.now()), regret);
    assertThat(ana.entries().nth(1)).containsText("Withdrawn by its author");
    assertThat(ana.page().locator("#case")).not().containsText("thieves");
    office
        .company()
        .change(
            first,
            "\"editedAt\":\"%s\"".formatted(Instant.now()),
            office.post("ines", HELP + " It is red."));
    assertThat(question).containsText("It is red.");
    assertThat(question).containsText("edited");
  }

  @Test
  void ofTwoAgentsWhoContendOneHoldsTheCase(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    Seat ben = office.seat("Ben");
    // Ben's page does not hear of Ana's claim before he tries.
    ben.deaf();
    ben.open(office.pageOf(asked));

    ana.claim();
    ben.action("claim").click();
    assertThat(ben.notice()).hasText("Ana holds this case now.");
    assertThat(ben.badge()).hasText("held by Ana");
    assertThat(ben.text()).isHidden();
    assertThat(ben.action("claim")).hasCount(0);
  }

  @Test
  void whoeverLosesTheirClaimIsToldAndKeepsTheDraft(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("We are looking into it");
    String token = ana.page().locator("#case").getAttribute("data-token");

    office.company().desk().transfer(asked, Long.parseLong(token), "Ben");
    assertThat(ana.toast()).hasText("You no longer hold this case. Your draft is kept.");
    assertThat(ana.badge()).hasText("held by Ben");
    assertThat(ana.text()).hasValue("We are looking into it");
    assertThat(ana.text()).isVisible();
    assertThat(ana.send()).isDisabled();
  }

  @Test
  void whatHappensWhileThePageAsksIsAskedForOnceMore(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana");
    AtomicInteger asks = new AtomicInteger();
    ana.page()
        .route(
            "**/console/cases/" + asked + "?*",
            route -> {
              APIResponse old = route.fetch();
              if (asks.incrementAndGet() == 1) {
                String token = ana.page().locator("#case").getAttribute("data-token");
                office.company().desk().transfer(asked, Long.parseLong(token), "Ben");
                assertThat(ana.row(asked)).containsText("Ben");
              }
              route.fulfill(new Route.FulfillOptions().setResponse(old));
            });
    ana.open(office.pageOf(asked)).live().claim();
    office.company().desk().note(asked, "Ben", "He called twice.");
    assertThat(ana.badge()).hasText("held by Ben");
  }

  @Test
  void aClaimIsKeptAsLongAsTheCaseIsOpen(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.alone("Ana");
    ana.page().clock().install();
    ana.open(office.pageOf(asked)).claim();
    Response beat =
        ana.page().waitForResponse("**/heartbeat", () -> ana.page().clock().runFor(31_000));
    assertThat(beat.status()).isEqualTo(204);
  }

  @Test
  void textOfStrangersIsNeverMarkup(Office office) {
    long asked =
        office.asks("<b>ines</b>", HELP + " <img src=x onerror=alert(1)> javascript:alert(1)");
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    assertThat(ana.entries().first()).containsText("<img src=x onerror=alert(1)>");
    assertThat(ana.page().locator("#case img, #case b b")).hasCount(0);
    assertThat(ana.page().locator(".words a")).hasCount(0);
  }

  @Test
  void theCounterStopsWhatTheNetworkWouldRefuse(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).claim();
    Locator counter = ana.page().locator("#counter");

    assertThat(counter).hasText("280");
    ana.write("See https://auroraair.example/a/very/long/address/of/a/page 👨‍👩‍👧");
    assertThat(counter).hasText(Integer.toString(280 - 4 - 23 - 1 - 2));
    ana.write("a".repeat(281));
    assertThat(counter).hasText("-1");
    assertThat(ana.send()).isDisabled();
    ana.write("a".repeat(280));
    assertThat(ana.send()).isEnabled();
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Colleagues who work at the same time, and one colleague at two machines. */
@ExtendWith(Offices.class)
final class TogetherTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  private static Locator draftState(Seat seat) {
    return seat.page().locator("#draft-state");
  }

  /** Waits until the server has what is in the field. */
  private static void assertSaved(Seat seat) {
    assertThat(draftState(seat)).hasAttribute("data-state", "saved");
    assertThat(draftState(seat)).hasText("draft saved");
  }

  @Test
  void aDraftIsFoundOnAnotherMachineAndGoesAlongOnAHandOver(Office office) {
    long asked = office.asks("ines", HELP);
    Seat desk = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    desk.write("Dear Ines,");
    assertSaved(desk);

    Seat home = office.seat("Ana").open(office.pageOf(asked)).live();
    assertThat(home.text()).hasValue("Dear Ines,");
    home.write("Dear Ines, gate 9");
    assertSaved(home);
    // The desk did not hear of it; whoever types last has the last word.
    desk.text().focus();
    desk.press("End").page().keyboard().type(" hello");
    assertSaved(desk);
    home.page().reload();
    assertThat(home.text()).hasValue("Dear Ines, hello");

    // Without the server the browser keeps it.
    home.page().route("**/draft", route -> route.abort());
    home.write("Dear Ines, hello again");
    assertThat(draftState(home)).containsText("kept in this browser");
    home.page().reload();
    assertThat(home.text()).hasValue("Dear Ines, hello again");
    home.page().unroute("**/draft");
    assertSaved(home);

    String token = home.page().locator("#case").getAttribute("data-token");
    office.company().desk().transfer(asked, Long.parseLong(token), "Ben");
    Seat ben = office.seat("Ben").open(office.pageOf(asked)).live();
    assertThat(ben.text()).hasValue("Dear Ines, hello again");
    assertThat(draftState(ben)).hasText("Ana left this draft");
    ben.send().click();
    assertThat(ben.badge()).hasText("answered");
    ben.page().reload();
    assertThat(ben.text()).hasValue("");
  }

  @Test
  void aCaseIsTakenOverWithAReasonThatItsHolderReads(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("Dear Ines, I am just");
    Seat ben = office.seat("Ben").open(office.pageOf(asked)).live();
    assertThat(ben.badge()).hasText("held by Ana");
    Locator reason = ben.page().locator("#take-over-reason");
    ben.press("c");
    assertThat(reason).isFocused();
    Accessible.check(ben.page());
    ben.press("Escape");
    assertThat(reason).isHidden();
    assertThat(ben.page().locator("[data-hands=take-over] summary")).isFocused();

    // Without a reason nothing happens.
    ben.press("c").press("Enter");
    assertThat(ben.badge()).hasText("held by Ana");
    reason.fill("Ana is at lunch");
    ben.press("Enter");
    assertThat(ben.badge()).hasText("yours");
    assertThat(ana.toast())
        .hasText("Ben took this case over from Ana: Ana is at lunch. Your draft is kept.");
    assertThat(ana.badge()).hasText("held by Ben");
    assertThat(ana.text()).hasValue("Dear Ines, I am just");
    assertThat(ana.send()).isDisabled();

    // To whom it can be handed is said when somebody asks; oneself is nobody to hand it to.
    ben.press("f");
    Locator choices = ben.page().locator("#colleagues option");
    assertThat(ben.page().locator("#hand-over-to")).isFocused();
    assertThat(choices.locator("xpath=self::option[@value='Ana']")).hasCount(1);
    assertThat(choices.locator("xpath=self::option[@value='Ben']")).hasCount(0);
    ben.page().locator("#hand-over-to").fill("Ana");
    ben.press("Enter");
    assertThat(ana.badge()).hasText("yours");
    assertThat(ben.badge()).hasText("held by Ana");
  }

  @Test
  void aReplyOnASensitiveTopicWaitsForAColleagueWhoSendsItBackOrApproves(Office office) {
    long asked = office.asks("ines", HELP + " Or my lawyer will ask you.");
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    assertThat(ana.page().locator(".case-title")).containsText("legal");
    ana.claim().write("Dear Ines, see you in court.").send().click();
    assertThat(ana.badge()).hasText("for approval");

    Seat ben = office.seat("Ben").open(office.pageOf(asked)).live();
    assertThat(ben.page().locator("#composer")).containsText("A reply by Ana waits for approval.");
    Accessible.check(ben.page());
    // Nobody approves their own.
    assertThat(ana.action("approve")).hasCount(0);
    assertThat(ana.action("withdraw")).isVisible();
    ben.press("x");
    ben.page().keyboard().type("Kinder, please");
    ben.press("Enter");
    assertThat(ana.page().locator("#case")).containsText("Kinder, please");
    assertThat(ana.text()).hasValue("Dear Ines, see you in court.");

    ana.press("c");
    assertThat(ana.badge()).hasText("yours");
    ana.write("Dear Ines, we book you anew.").send().click();
    assertThat(ben.badge()).hasText("for approval");
    ben.press("a");
    assertThat(ben.badge()).hasText("answered");
    assertThat(ana.page().locator(".entry.ours").last())
        .containsText("Dear Ines, we book you anew.");
    Assertions.assertThat(office.company().lastPublished()).startsWith("Dear Ines, we book");
  }

  @Test
  void colleaguesSeeWhoLooksAndWhoTypesAndHearOfWhatConcernsThem(Office office) {
    long asked = office.asks("ines", HELP);
    long other = office.asks("jonas", HELP);
    // Whoever has done something here can be mentioned.
    office.company().desk().note(other, "Greta", "He called, too.");
    Seat greta = office.seat("Greta").open(office.pageOf(asked)).live();
    Seat hugo = office.seat("Hugo").open(office.pageOf(asked)).live();
    Locator seenByGreta = greta.page().locator("#watchers");
    assertThat(seenByGreta).hasText("Hugo is looking");
    assertThat(hugo.page().locator("#watchers")).hasText("Greta is looking");
    hugo.claim().text().pressSequentially("Dear Ines");
    assertThat(seenByGreta).hasText("Hugo is typing");
    Locator onRow = greta.row(asked).locator(".watcher");
    assertThat(onRow).hasText("H");
    Accessible.check(greta.page());

    // What is on the way stays on the row when Hugo goes to another case.
    hugo.row(other).click();
    assertThat(hugo.page().locator("#case h2")).hasText("jonas");
    assertThat(seenByGreta).isHidden();
    assertThat(onRow).hasCount(0);
    assertThat(greta.row(other).locator(".watcher")).hasText("H");

    hugo.row(asked).click();
    assertThat(hugo.text()).hasValue("Dear Ines");
    hugo.page().locator("[data-note]").first().click();
    hugo.page().locator("#note-text").fill("@Greta, you know her");
    hugo.press("Control+Enter");
    assertThat(greta.page().locator("#unread")).hasText("1");
    greta.row(other).click();
    assertThat(greta.page().locator("#case h2")).hasText("jonas");
    greta.press("b");
    Locator notice = greta.page().locator(".notice-item");
    assertThat(notice).containsText("Hugo mentioned you in a note");
    assertThat(notice).containsText("@Greta, you know her");
    Accessible.check(greta.page());
    greta.press("Tab").press("Tab").press("Tab");
    notice.locator("a").press("Enter");
    assertThat(greta.page().locator("#case h2")).hasText("ines");
    assertThat(greta.page().locator("#unread")).isHidden();
    assertThat(greta.page().locator("#notices")).isHidden();

    // Who closes the page is gone at once.
    assertThat(seenByGreta).hasText("Hugo is looking");
    hugo.page().navigate("about:blank");
    assertThat(seenByGreta).isHidden();
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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

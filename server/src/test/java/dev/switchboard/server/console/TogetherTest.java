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
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Offices.class)
final class KeyboardTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void aCaseIsFoundAnsweredAndClosedWithoutAMouse(Office office) {
    long first = office.asked("ines", HELP, 9);
    long second = office.asked("jonas", HELP, 5);
    Seat ana = office.seat("Ana").open(office.inbox()).live();

    ana.press("j").press("j").press("k");
    assertThat(ana.row(first).locator("a")).isFocused();
    ana.press("j").press("Enter");
    assertThat(ana.page().locator("#case h2")).hasText("jonas");
    ana.press("c");
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.text()).isFocused();
    ana.page().keyboard().type("Gate 9, jonas.");
    ana.press("Control+Enter");
    assertThat(ana.badge()).hasText("answered");
    assertThat(ana.page().locator(".entry.ours")).containsText("Gate 9, jonas.");
    ana.press("Escape").press("e");
    assertThat(ana.badge()).hasText("closed");

    ana.press("u");
    assertThat(ana.row(second).locator("a")).isFocused();
    ana.press("t");
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    assertThat(ana.text()).isFocused();
    ana.page().keyboard().type("Gate 9, ines.");
    ana.press("Control+Shift+Enter");
    assertThat(ana.toast()).hasText("Nobody else is waiting.");
  }

  @Test
  void rClaimsAndLeadsIntoTheField(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    ana.press("r");
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.text()).isFocused();
    ana.press("Escape");
    assertThat(ana.text()).not().isFocused();
    ana.press("r");
    assertThat(ana.text()).isFocused();
  }

  @Test
  void whatIsTypedBeforeTheClaimIsThereGoesIntoTheField(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana");
    List<Route> held = new ArrayList<>();
    ana.page().route("**/claim*", held::add);
    ana.open(office.pageOf(asked))
        .live()
        .press("c")
        .page()
        .keyboard()
        .type("Dear Ines, we take you there");
    assertThat(ana.text()).hasValue("Dear Ines, we take you there");
    assertThat(ana.badge()).hasText("waiting");
    ana.page().waitForCondition(() -> !held.isEmpty());
    held.getFirst().resume();
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.text()).hasValue("Dear Ines, we take you there");
    assertThat(ana.text()).isFocused();
  }

  @Test
  void keysPressedWhileTheNextCaseArrivesDoNothingToThisOne(Office office) {
    long first = office.asked("ines", HELP, 9);
    office.asked("jonas", HELP, 5);
    Seat ana = office.seat("Ana");
    List<Route> held = new ArrayList<>();
    ana.page().route("**/console/next*", held::add);
    ana.open(office.pageOf(first)).live().press("t").press("e");
    ana.page().waitForCondition(() -> !held.isEmpty());
    held.getFirst().resume();
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    Assertions.assertThat(office.company().state(first)).isEqualTo("claimed");
  }

  @Test
  void closingWithADraftTakesTwoPresses(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("Dear Ines").press("Escape").press("e");
    assertThat(ana.toast()).containsText("There is a draft here.");
    assertThat(ana.badge()).hasText("yours");
    ana.press("e");
    assertThat(ana.badge()).hasText("closed");
  }

  @Test
  void lettersInAFieldAreJustLetters(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.page().keyboard().type("receipt? jack / unit");
    assertThat(ana.text()).hasValue("receipt? jack / unit");
    assertThat(ana.badge()).hasText("yours");
  }

  @Test
  void gLeadsToPlacesAndTheHelpNamesTheKeys(Office office) {
    long mine = office.asks("ines", HELP);
    office.company().desk().claim(mine, "Ana");
    Seat ana = office.seat("Ana").open(office.inbox()).live();

    ana.press("?");
    assertThat(ana.page().locator("#help")).containsText("take the next case");
    ana.press("Escape");
    assertThat(ana.page().locator("#help")).isHidden();
    ana.press("g").press("m");
    assertThat(ana.row(mine)).isVisible();
    ana.press("g").press("x");
    assertThat(ana.page().locator("h1")).hasText("Exceptions");
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a case says of triage, and what an agent tells triage from there. */
@ExtendWith(Offices.class)
final class CaseTriageTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";
  private static final String COLD = "@auroraair the heating on AU 12 was off";

  @Test
  void aCaseSaysWhyItIsOne(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    Locator why = ana.page().locator(".why");
    assertThat(why).containsText("Needs help");
    assertThat(why.locator(".meter")).containsText("%");
    assertThat(why.locator(".reasons")).containsText("'please help'");
    assertThat(why).containsText("Model 1");
  }

  @Test
  void aCaseIsSetAsideWithOneKeyAndTakenBackWithAnother(Office office) {
    long asked = office.asks("ines", COLD);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    ana.press("s");
    assertThat(ana.badge()).hasText("set aside");
    assertThat(ana.page().locator("#composer .verdict")).containsText("You set it aside.");
    assertThat(office.company().state(asked)).isEqualTo("closed");
    ana.press("z");
    assertThat(ana.badge()).hasText("waiting");
    assertThat(office.company().state(asked)).isEqualTo("waiting");

    ana.claim().press("Escape").press("s");
    assertThat(ana.badge()).hasText("set aside");
    Accessible.check(ana.page());
    ana.action("undo").click();
    assertThat(ana.badge()).not().hasText("set aside");
    assertThat(office.company().state(asked)).isNotEqualTo("closed");
  }

  @Test
  void settingAsideWithADraftTakesTwoPresses(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live().claim();
    ana.write("Dear Ines").press("Escape").press("s");
    assertThat(ana.toast()).containsText("There is a draft here.");
    assertThat(ana.badge()).hasText("yours");
    ana.press("s");
    assertThat(ana.badge()).hasText("set aside");
  }

  @Test
  void whatItIsAboutIsSaidWithTwoKeysAndTheBrandsOwnWordsComeFirst(Office office) {
    long asked = office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open(office.pageOf(asked)).live();
    ana.press("l");
    Locator dialog = ana.page().locator("#about");
    assertThat(dialog).isVisible();
    Accessible.check(ana.page());
    dialog.locator("#about-text").fill("stranded");
    ana.press("Enter");
    assertThat(dialog).isHidden();
    assertThat(ana.page().locator(".tag-button")).hasText("stranded l");
    assertThat(ana.page().locator(".why-said")).containsText("You said what it is about.");

    ana.press("l");
    assertThat(dialog.locator("[data-intent]").first()).hasText("1stranded");
    ana.press("2");
    assertThat(dialog).isHidden();
    assertThat(ana.page().locator(".tag-button")).not().hasText("stranded l");
    ana.press("z");
    assertThat(ana.page().locator(".tag-button")).hasText("stranded l");

    ana.page().locator("[data-about]").click();
    ana.press("p");
    assertThat(dialog).isHidden();
    assertThat(ana.page().locator(".why .badge")).hasCount(0);
  }
}

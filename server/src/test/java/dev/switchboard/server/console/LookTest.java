package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.channels.text.CharacterCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Offices.class)
final class LookTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everybodyCanUseEveryPage(ColorScheme scheme, Office office) {
    office.asked("jonas", HELP, 5);
    for (int width : new int[] {1440, 390}) {
      long asked = office.asked("ines", HELP, 7);
      office.company().desk().note(asked, "Ben", "Called twice today.");
      Seat ana = office.seat("Ana", width, 620, scheme).open(office.inbox()).live();
      BoundingBox own = ana.box(ana.page().locator(".me"));
      assertThat(own.y + own.height).as("one's own name is in view").isLessThan(620);
      Accessible.check(ana.page());
      ana.row(asked).click();
      assertThat(ana.page().locator("#case h2")).hasText("ines");
      Accessible.check(ana.claim().write("Dear Ines").page());
    }
    Seat ben = office.seat("Ben", 1440, 844, scheme);
    Accessible.check(ben.open("/welcome").page());
    Accessible.check(ben.open("/no-such-page").page());
  }

  @Test
  void theThemeFollowsTheSystemUntilOneChoosesAndTheChoiceStays(Office office) {
    Seat ana = office.seat("Ana", 1440, 900, ColorScheme.DARK).open(office.inbox());
    Object dark = background(ana);
    ana.page().locator("#theme").click();
    Object light = background(ana);
    assertThat(light).isNotEqualTo(dark);
    ana.page().reload();
    assertThat(background(ana)).isEqualTo(light);
    ana.page().locator("#theme").click();
    assertThat(background(ana)).isEqualTo(dark);
  }

  private static Object background(Seat seat) {
    return seat.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void onAPhoneListAndCaseAreScreensOfTheirOwn(Office office) {
    long asked = office.asks("ines", HELP + " " + "a-very-long-word".repeat(12));
    Seat ana = office.phone("Ana").open(office.inbox()).live();
    assertThat(ana.page().locator("#case-pane")).isHidden();
    fits(ana);

    ana.row(asked).click();
    assertThat(ana.page().locator(".list-pane")).isHidden();
    assertThat(ana.page().locator("#facts")).isHidden();
    ana.page().locator("[data-facts]").click();
    assertThat(ana.page().locator("#facts")).containsText("Needs help");
    ana.page().locator("[data-facts]").click();
    ana.claim();
    ana.write("Dear Ines, we are on it.");
    fits(ana);
    BoundingBox composer = ana.box(ana.page().locator("#composer"));
    assertThat(composer.y + composer.height).isEqualTo(844);
    ana.send().click();
    assertThat(ana.badge()).hasText("answered");

    ana.page().locator("[data-back]").click();
    assertThat(ana.row(asked)).isVisible();
    assertThat(ana.page().locator("#case-pane")).isHidden();
    ana.page().goBack();
    assertThat(ana.page().locator("#case h2")).hasText("ines");
    ana.page().goBack();
    assertThat(ana.page().locator(".list-pane")).isVisible();
  }

  private static void fits(Seat seat) {
    Object width = seat.page().evaluate("document.documentElement.scrollWidth");
    assertThat(width).isEqualTo(390);
  }

  @Test
  void whatIsNotThereSaysSoInTheSameLook(Office office) {
    Seat ana = office.seat("Ana").open("/cases/999999999");
    assertThat(ana.page().locator("h1")).hasText("There is nothing here");
    assertThat(ana.page().locator("main")).containsText("There is no case 999999999.");
    ana.open("/nowhere/at/all");
    assertThat(ana.page().locator("h1")).hasText("There is nothing here");
    ana.open("/?cursor=1&state=nonsense");
    assertThat(ana.page().locator("h1")).hasText("Waiting");
  }

  @Test
  void aFormThatIsTooOldSaysSo(Office office) {
    Page page = office.stranger(1440, 900, ColorScheme.LIGHT);
    page.navigate(office.company().address() + "/welcome");
    page.context().clearCookies();
    page.locator("#name").fill("Ana");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("That was not allowed");
    assertThat(page.locator("main")).containsText("Load it again");
  }

  @Test
  void aPageThatLosesItsConnectionSaysSoAndCatchesUp(Office office) {
    office.asked("ines", HELP, 5);
    Seat ana = office.alone("Ana").open(office.inbox()).live();
    ana.page().context().setOffline(true);
    ana.page().evaluate("dispatchEvent(new Event('pagehide'))");
    ana.page().evaluate("dispatchEvent(new Event('online'))");
    assertThat(ana.page().locator("#link-state")).hasText("reconnecting…");
    office.asks("jonas", HELP);
    ana.page().context().setOffline(false);
    assertThat(ana.page().locator("#link-state")).hasText("live");
    assertThat(ana.news()).hasText("1 new case – show");
  }

  @Test
  void thePageCountsAsTheServerDoes(Office office) {
    List<String> texts =
        List.of(
            "plain words",
            "ça, Ñandú, Ελλάδα, Київ",
            "日本語のテキスト",
            "한국어 ไทย हिन्दी",
            "👍🏽 👨‍👩‍👧 🇳🇴 1️⃣ ❤️ ❤ © ™",
            "e\u0301 as two, é as one",
            "https://auroraair.example/a?b=c, and (https://auroraair.example/x) too.",
            "see auroraair.com or help.aurora.aero/faq; not a.b or file.txt, mail me@x.com",
            "@ines@nord.example and @jonas",
            "quotes “so” – and … dots\nnew lines\n\n",
            "");
    Seat ana = office.seat("Ana").open(office.inbox());
    for (CharacterCount count : CharacterCount.values()) {
      for (String text : texts) {
        Object counted =
            ana.page()
                .evaluate(
                    """
                    async ({ counting, text }) => {
                      const script = document.querySelector("script[type=module]").src;
                      const { count } = await import(script.replace("main.js", "count.js"));
                      return count(counting, text);
                    }""",
                    Map.of("counting", count.name().toLowerCase(Locale.ROOT), "text", text));
        assertThat(counted).as(count + ": " + text).isEqualTo(count.count(text));
      }
    }
  }
}

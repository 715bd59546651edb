package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody looks at the flows, writes one with a mistake and without, and lets a brand begin. */
@ExtendWith(Offices.class)
final class FlowPagesTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void aFlowIsLookedAtWrittenKeptAndChosen(Office office) {
    office.asks("ines", HELP);
    Seat ana = office.seat("Ana").open("/people").live().press("g").press("l");
    Page page = ana.page();
    assertThat(page.locator("#flow-plain")).containsText("built in");
    assertThat(page.locator(".flow-brands")).containsText(office.brand());
    Accessible.check(page);
    Picture.ofAll(page, "flows-flows");
    page.locator("#flow-service-team h2 a").click();
    assertThat(page.locator(".flow-wide .flow-box")).hasCount(7);
    assertThat(page.locator(".flow-narrow")).isHidden();
    assertThat(page.locator(".flow-steps")).containsText("After 1h, leads are called");
    Accessible.check(page);
    Picture.ofAll(page, "flows-flow");
    Page bens = office.seat("Ben").open("/flows").live().page();
    String name = "office-" + office.brand().replaceAll("\\D", "");
    write(page, name);
    assertThat(bens.locator("#flow-" + name)).containsText("version 2");
    choose(page, office.brand());
    assertThat(bens.locator(".flow-who-works")).containsText("chosen by Ana");
    assertThat(bens.locator("#flow-" + name)).containsText(office.brand());
    countsLive(ana, office);
    onAPhoneInTheDark(office);
  }

  private static void write(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change it")).click();
    Locator text = page.locator("#flow-yaml");
    String yaml = text.inputValue();
    assertThat(yaml).contains("flow: service-team", "version: 2");
    assertThat(page.locator(".flow-verdict")).hasText("service-team, version 2");
    assertThat(page.locator("#flow-gutter li")).hasCount(yaml.split("\n", -1).length);
    text.fill(yaml.replace("flow: service-team", "flow: " + name).replace("claimed", "claimd"));
    assertThat(page.locator(".flow-verdict")).hasText("2 mistakes");
    assertThat(page.locator("#flow-gutter .wrong")).hasCount(2);
    assertThat(text).hasAttribute("aria-invalid", "true");
    Accessible.check(page);
    Picture.ofAll(page, "flows-flow-mistakes");
    page.locator(".flow-mistakes button").first().click();
    assertThat(text).isFocused();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this version"))
        .click();
    assertThat(page.locator(".flow-mistakes")).containsText("did you mean \"claimed\"?");
    text.fill(yaml.replace("flow: service-team", "flow: " + name));
    assertThat(page.locator(".flow-verdict")).hasText(name + ", version 2");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this version"))
        .click();
    assertThat(page.locator(".notice.good")).containsText("is kept");
  }

  private static void choose(Page page, String brand) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName("Let new cases of %s begin here".formatted(brand))
                .setExact(true))
        .click();
    assertThat(page.locator(".notice.good"))
        .containsText("Those that run finish on the version on which they began");
    Locator here =
        page.locator(".flow-brands li", new Page.LocatorOptions().setHasText(brand)).first();
    assertThat(here).containsText("new cases begin here");
    assertThat(here).containsText("1 open case on plain, version 1");
    Accessible.check(page);
  }

  /** How many cases are in a step is brought up to date while one looks. */
  private static void countsLive(Seat ana, Office office) {
    String name = "/flows/office-%s/2".formatted(office.brand().replaceAll("\\D", ""));
    Locator queue = ana.open(name).live().page().locator(".flow-count [data-now=queue]");
    assertThat(queue).hasText("0");
    office.asks("jonas", HELP);
    assertThat(queue).hasText("1");
    assertThat(ana.page().locator(".flow-wide [data-now=queue]")).isVisible();
  }

  private static void onAPhoneInTheDark(Office office) {
    Page page = office.seat("Ana", 390, 844, ColorScheme.DARK).page();
    String address = office.company().address();
    for (String path : List.of("/flows", "/flows/whole-company/1", "/flows/write")) {
      page.navigate(address + path);
      Accessible.check(page);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(390);
      Picture.ofAll(page, "flows-phone" + path.replace('/', '-'));
    }
    page.navigate(address + "/flows/whole-company/1");
    assertThat(page.locator(".flow-wide")).isHidden();
    assertThat(page.locator(".flow-narrow .flow-box")).hasCount(9);
  }
}

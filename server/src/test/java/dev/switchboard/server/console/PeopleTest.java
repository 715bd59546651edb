package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator brings people in from a file, looks through the directory, edits a profile,
 * certifies a volunteer, and says whether they work; then the same pages on a phone in the dark.
 */
final class PeopleTest {
  private static final String PASSWORD = "violet tram eats gravel";
  private static final String PEOPLE =
      """
      name,login,role,teams,brands,languages,skills,capacity,shifts,volunteer_topics
      Ana Lind,ana,agent,Rebooking,,en;sv,rebooking:5;hotels:3;groups:2;calming:4,6,Europe/Oslo Mon-Fri 07:00-15:00,
      Tomas Rey,tomas,lead,Rebooking;Night desk,Aurora Air,en;es,rebooking:3;refunds:4,8,Europe/Oslo Thu-Sun 22:00-06:00,
      Noor Haddad,noor,agent,Baggage,Aurora Air,ar;en;fr,baggage:4,5,"Europe/Oslo Mon,Tue 14:00-22:00",
      Ragnhild Sol,ragnhild,volunteer,,,en;nb,,2,,baggage;delay
      Oskar Vik,oskar,boss,,,,,,,
      """;
  private final List<String> problems = new ArrayList<>();

  @Test
  void fromAFileToADirectoryThatPeopleUse(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null);
        Desk desk = Desk.at(1440, 900, ColorScheme.LIGHT);
        Desk phone = Desk.at(390, 844, ColorScheme.DARK)) {
      String address = "http://localhost:" + server.running.port();
      String secret = server.running.switchboard().accounts().links().makeFirst().orElseThrow();
      Page page = desk.page();
      page.navigate(address + "/first/" + secret);
      page.locator("#name").fill("Ines Moreau");
      page.locator("#login").fill("ines");
      page.locator("#password").fill(PASSWORD);
      page.keyboard().press("Enter");
      String anasLink = fromAFile(page, Files.writeString(folder.resolve("people.csv"), PEOPLE));
      lookThrough(page);
      editAProfile(page);
      certify(page);
      teams(page, address);
      presence(page);
      onAPhone(phone.page(), address);
      whatOneKnows(phone.page(), anasLink);
      problems.addAll(desk.leave());
      problems.addAll(phone.leave());
      assertThat(problems).isEmpty();
    }
  }

  /** The one-time link of the first. */
  private String fromAFile(Page page, Path file) {
    link(page, "From a file").click();
    page.locator("#staff-file").setInputFiles(file);
    page.locator("#staff-preview").click();
    Locator result = page.locator("#staff-imported");
    assertThat(result).containsText("would add 4 and change 0");
    assertThat(result.locator(".rejected")).containsText("Line 6");
    assertThat(result.locator(".rejected")).containsText("role must be one of");
    Accessible.check(page);
    Picture.of(page, "staff-people-file");
    page.locator("#staff-run").click();
    assertThat(result).containsText("4 people are added");
    assertThat(result.locator("code")).hasCount(4);
    String link = result.locator("code").first().textContent().strip();
    Accessible.check(page);
    page.locator("#staff-preview").click();
    assertThat(result).containsText("would add 0 and change 0");
    page.navigate(page.url().replaceFirst("/people/import", "/people"));
    return link;
  }

  private void lookThrough(Page page) {
    assertThat(page.locator(".person")).hasCount(5);
    Accessible.check(page);
    Picture.of(page, "staff-people-directory");
    page.getByLabel("Name, skill, language or topic").fill("rebook");
    page.keyboard().press("Enter");
    assertThat(page.locator(".person")).hasCount(2);
    page.getByLabel("Team", new Page.GetByLabelOptions().setExact(true)).selectOption("Baggage");
    button(page, "Show").click();
    assertThat(page.locator(".empty")).containsText("Nobody fits");
    link(page, "see everybody").click();
    link(page, "Ana Lind").click();
  }

  private void editAProfile(Page page) {
    assertThat(page.locator("h1")).hasText("Ana Lind");
    assertThat(page.locator(".week li").first()).containsText("07:00–15:00");
    page.locator("#edit summary").click();
    page.locator("#skills").fill("rebooking:9");
    page.locator("#capacity").fill("7");
    button(page, "Save").click();
    assertThat(page.locator("#skills-hint")).containsText("must be 1 to 5, not 9");
    assertThat(page.locator("#skills")).hasAttribute("aria-invalid", "true");
    Accessible.check(page);
    page.locator("#skills").fill("rebooking:5, hotels:3");
    button(page, "Save").click();
    assertThat(page.locator(".notice")).containsText("The profile is changed");
    assertThat(page.locator(".tiles")).containsText("0 of 7");
    assertThat(page.locator(".skills li")).hasCount(2);
    Picture.of(page, "staff-person");
    link(page, "People").last().click();
  }

  private void certify(Page page) {
    assertThat(page.locator(".person", new Page.LocatorOptions().setHasText("Ragnhild")))
        .containsText("2 to certify");
    link(page, "Ragnhild Sol").click();
    button(page, "Certify for baggage").click();
    assertThat(page.locator(".topics li").first()).containsText("certified by Ines Moreau");
    Accessible.check(page);
    Picture.of(page, "staff-person-volunteer");
  }

  private void teams(Page page, String address) {
    page.navigate(address + "/teams");
    assertThat(page.locator(".team")).hasCount(3);
    page.locator("#name").fill("Night desk");
    button(page, "Make").click();
    assertThat(page.locator(".notice")).containsText("There is a team of that name already");
    Accessible.check(page);
    Picture.of(page, "staff-teams");
  }

  /** With the keyboard alone. */
  private void presence(Page page) {
    Locator summary = page.locator("#presence summary");
    assertThat(summary).containsText("Off");
    summary.focus();
    page.keyboard().press("Enter");
    Accessible.check(page);
    Picture.of(page, "staff-presence");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(summary).containsText("Working");
    assertThat(summary).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Escape");
    assertThat(page.locator("#presence")).not().hasAttribute("open", Pattern.compile(".*"));
  }

  private void onAPhone(Page page, String address) {
    page.navigate(address + "/sign-in");
    page.locator("#login").fill("ines");
    page.locator("#password").fill(PASSWORD);
    page.keyboard().press("Enter");
    // The session begins with the answer.
    assertThat(page.locator("#presence summary")).isVisible();
    for (String path : List.of("/people", "/people/me", "/people/2", "/teams", "/people/import")) {
      page.navigate(address + path);
      Accessible.check(page);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(390);
      Picture.of(page, "staff-phone" + path.replace('/', '-'));
    }
    page.locator("#presence summary").click();
    assertThat(page.locator(".presence-choice")).isVisible();
    Picture.of(page, "staff-phone-presence");
  }

  /** An agent, who signs in by a one-time link, on a phone. */
  private void whatOneKnows(Page page, String oneTimeLink) {
    page.context().clearCookies();
    page.navigate(oneTimeLink);
    page.locator("#password").fill(PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("#presence summary")).isVisible();
    page.navigate(oneTimeLink.replaceFirst("/link/.*", "/people/me"));
    page.locator("#edit summary").click();
    page.locator("#skills").fill("rebooking:4, hotels:2, refunds:7");
    button(page, "Save").click();
    assertThat(page.locator("#skills-hint")).containsText("must be 1 to 5, not 7");
    Accessible.check(page);
    page.locator("#skills").fill("rebooking:4, hotels:2");
    page.locator("#languages").fill("en, sv, de");
    Picture.of(page, "staff-phone-knows");
    button(page, "Save").click();
    assertThat(page.locator(".notice")).containsText("Written down");
    assertThat(page.locator("main")).containsText("German");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer with nothing but the link that the server printed: first administrator, two people,
 * import, first answer. Every step is on screen. Takes its pictures into {@code
 * target/screenshots}.
 */
class FirstStartTest {
  private static final String PASSWORD = "violet tram eats gravel";
  private final List<String> problems = new ArrayList<>();

  @Test
  void fromTheFirstStartToTheFirstAnswer(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null);
        Desk desk = Desk.at(1440, 900, ColorScheme.LIGHT)) {
      String address = "http://localhost:" + server.running.port();
      String secret = server.running.switchboard().accounts().links().makeFirst().orElseThrow();
      Page page = desk.page();
      page.navigate(address + "/first/" + secret);
      Accessible.check(page);
      Picture.of(page, "console-first-administrator");
      page.getByLabel("Your name").fill("Ines Moreau");
      page.getByLabel("Sign-in name").fill("ines@aurora.example");
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("password1234");
      page.keyboard().press("Enter");
      assertThat(page.locator("#problem")).containsText("guessed first");
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("People");
      assertThat(page.locator(".me")).containsText("Ines Moreau");
      String toAna = add(page, "Ana Lind", "ana", "Agent");
      Accessible.check(page);
      Picture.of(page, "console-people");
      add(page, "Tomas Rey", "tomas", "Lead");
      assertThat(page.locator(".person")).hasCount(3);
      importPosts(page, server, folder);
      makeKey(page, address);
      knownToCustomers(page, address);
      answerAsAna(server, address + toAna);
      lookOnly(server, address);
      problems.addAll(desk.leave());
      assertThat(problems).isEmpty();
    }
  }

  /** Who may only look is offered nothing else. */
  private void lookOnly(TestServer server, String address) {
    AccountResult added =
        server
            .running
            .switchboard()
            .accounts()
            .people()
            .add(new Caller.Script(), "Lea", "lea", Role.READ_ONLY);
    String secret = ((AccountResult.Done) added).secret();
    try (Desk desk = Desk.at(1440, 900, ColorScheme.DARK)) {
      Page page = desk.page();
      page.navigate(address + "/link/" + secret);
      page.locator("#password").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.locator("#rows .row").first().click();
      assertThat(page.locator("#case .entry").first()).isVisible();
      assertThat(page.locator("#take")).isHidden();
      assertThat(page.locator("[data-action=claim]")).isHidden();
      assertThat(page.locator("[data-action=set-aside]")).isHidden();
      assertThat(page.locator("a[href='/keys']")).hasCount(0);
      problems.addAll(desk.leave());
    }
  }

  private String add(Page page, String name, String login, String role) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Sign-in name").fill(login);
    page.locator("#role").selectOption(new SelectOption().setLabel(role));
    page.locator(".form button[type=submit]").click();
    assertThat(page.locator(".notice")).containsText(name + " is added");
    return page.locator("#link").inputValue().replaceFirst("^https?://[^/]+", "");
  }

  private void importPosts(Page page, TestServer server, Path folder) throws Exception {
    Path posts = folder.resolve("posts.ndjson");
    Files.write(
        posts,
        List.of(
            server.post("aurora", "1", "author", "Maya", "channel", "x:@auroraair"),
            "{\"id\":\"2\"}",
            server.post(
                "aurora",
                "3",
                "author",
                "Jonas",
                "channel",
                "x:@auroraair",
                "text",
                "your app says my booking does not exist, can you help?")));
    page.locator("[data-tab]").first().waitFor();
    page.getByText("Import posts").or(page.locator("a.tab[href='/import']")).first().click();
    assertThat(page.locator("h1")).hasText("Import");
    page.locator("#file").setInputFiles(posts);
    page.locator("#import").click();
    assertThat(page.locator("#imported")).containsText("2 posts are in");
    assertThat(page.locator("#imported")).containsText("Line 2");
    Accessible.check(page);
    Picture.of(page, "console-import");
    page.getByText("To the inbox").click();
    assertThat(page.locator("#rows .row")).hasCount(2);
  }

  /** A key for a program: shown once. */
  private void makeKey(Page page, String address) throws Exception {
    page.locator("a.tab[href='/keys']").click();
    page.getByLabel("What it is for").fill("Posts from the web shop");
    page.locator("input[value=posts]").check();
    page.locator(".form button[type=submit]").click();
    String key = page.locator("#secret").inputValue();
    assertThat(key).startsWith("sb_");
    Accessible.check(page);
    Picture.of(page, "console-keys");
    page.navigate(address + "/keys");
    assertThat(page.locator(".person")).hasCount(1);
    assertThat(page.content()).doesNotContain(key);
    page.locator(".person button").click();
    assertThat(page.locator(".empty")).containsText("No keys");
  }

  /** The first person says how customers know her, and lets everybody read it. */
  private void knownToCustomers(Page page, String address) throws Exception {
    page.navigate(address + "/account");
    assertThat(page.locator(".signed b")).hasText("^IM");
    page.locator("#pseudonym").fill("Ines M.");
    page.locator("#helps").fill("Lost bags, and what to do next");
    page.getByLabel("Show me on the public page").check();
    page.locator("#profile button[type=submit]").click();
    assertThat(page.locator(".notice.good")).containsText("Customers know you so");
    Accessible.check(page);
    Picture.of(page, "console-account");
    page.locator("a.tab[href='/brands']").click();
    page.getByLabel("Everybody may read").check();
    page.locator(".form button[type=submit]").click();
    Accessible.check(page);
    Picture.of(page, "console-brands");
    String team = page.locator(".fine a").getAttribute("href");
    try (Desk stranger = Desk.at(390, 844, ColorScheme.DARK)) {
      Page open = stranger.page();
      open.navigate(address + team);
      Accessible.check(open);
      Picture.of(open, "console-team-phone");
      open.locator(".mate").click();
      assertThat(open.locator("h1")).hasText("Ines M.");
      assertThat(open.locator("main")).containsText("Lost bags");
      Accessible.check(open);
      assertThat(open.content()).doesNotContain("Moreau");
      org.assertj.core.api.Assertions.assertThat(open.context().cookies()).isEmpty();
      problems.addAll(stranger.leave());
    }
    try (Desk stranger = Desk.at(1024, 640, ColorScheme.LIGHT)) {
      Page open = stranger.page();
      open.navigate(address + team);
      Picture.of(open, "console-team");
      problems.addAll(stranger.leave());
    }
    page.locator("[data-tab=waiting]").first().click();
    page.locator("#rows .row").last().click();
    page.locator("[data-action=claim]").click();
    assertThat(page.locator("#signs")).hasText("^IM");
    page.locator("#reply-text").fill("Found it!");
    assertThat(page.locator("#counter")).hasText("267");
    page.locator("#reply-text").fill("Found it! ^I");
    assertThat(page.locator("#counter")).hasText("268");
    assertThat(page.locator("#signs")).isHidden();
    page.locator("#reply-text").fill("");
    page.locator("[data-action=release]").click();
    assertThat(page.locator(".case-badge .badge")).hasText("waiting");
  }

  /** The second person, on a phone, from the link to the answer. */
  private void answerAsAna(TestServer server, String link) throws Exception {
    try (Desk phone = Desk.at(390, 844, ColorScheme.DARK)) {
      Page page = phone.page();
      page.navigate(link);
      assertThat(page.locator("h1")).containsText("Ana Lind");
      page.locator("[data-reveal]").click();
      page.locator("#password").fill(PASSWORD);
      Picture.of(page, "console-link-phone");
      page.locator("button[type=submit]").click();
      page.locator("#rows .row").first().click();
      page.locator("[data-action=claim]").click();
      page.locator("#reply-text").fill("We are on it, and write again within the hour. ^AL");
      page.locator("#send").click();
      assertThat(page.locator("#case .entry").last()).containsText("within the hour");
      page.navigate(link.replaceFirst("/link/.*", "/keys"));
      assertThat(page.locator("h1")).hasText("That was not allowed");
      assertThat(page.locator("main")).containsText("Your role, agent, may not do this");
      page.navigate(link.replaceFirst("/link/.*", "/account"));
      Accessible.check(page);
      Picture.of(page, "console-account-phone");
      page.locator("#sign-out").click();
      assertThat(page.locator("h1")).hasText("Sign in");
      Accessible.check(page);
      Picture.of(page, "console-sign-in-phone");
      page.getByLabel("Sign-in name").fill("ana");
      page.locator("#password").fill(PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.locator("html")).hasAttribute("data-live", "yes");
      // Signed out from elsewhere: the page notices and asks to sign in.
      int ana =
          server.running.switchboard().accounts().people().all().stream()
              .filter(person -> person.login().equals("ana"))
              .findFirst()
              .orElseThrow()
              .id();
      server.running.switchboard().accounts().people().disable("Ines Moreau", ana);
      assertThat(page.locator("h1")).hasText("Sign in");
      problems.addAll(phone.leave());
    }
  }
}

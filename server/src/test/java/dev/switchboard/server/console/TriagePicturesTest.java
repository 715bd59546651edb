package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static dev.switchboard.server.console.Screenshots.Screen.DESKTOP;
import static dev.switchboard.server.console.Screenshots.Screen.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.server.console.Screenshots.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of triage for the documentation, into {@code target/screenshots}. */
@ExtendWith(Offices.class)
@EnabledIfSystemProperty(
    named = "switchboard.long",
    matches = "true",
    disabledReason = "pictures are taken with bin/test --long")
final class TriagePicturesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final int QUESTIONS = 1_400;
  private static final long MAX_BYTES = 300_000;
  private static final String BRAND = "Aurora Air Norway";
  private static final String CHANNEL = "x:@auroranorway";
  private static final String SCOPE = "?brand=Aurora+Air+Norway";

  @Test
  void takesThePicturesOfTriage(Office office) throws IOException {
    Company company = office.company();
    take(
        company,
        "triage-start",
        "/triage/set-aside?brand=" + office.brand(),
        DESKTOP,
        LIGHT,
        _ -> {});
    quietMorning(company);
    take(company, "triage-worth", "/triage/worth-answering" + SCOPE, DESKTOP, DARK, _ -> {});
    take(company, "triage-check", "/triage/audit" + SCOPE, DESKTOP, LIGHT, _ -> {});
    String unsure = "/triage/unsure" + SCOPE;
    take(company, "triage-unsure", unsure, DESKTOP, LIGHT, TriagePicturesTest::learning);
    take(company, "triage-unsure", unsure, PHONE, DARK, TriagePicturesTest::learning);
    company.answered(BRAND, CHANNEL, history());
    Seat ana = office.seat("Ana Lind").open("/triage/audit" + SCOPE).live();
    assertThat(ana.page().locator("#promise .promise-big"))
        .containsText("at most", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
    ana.press("s");
    assertThat(ana.page().locator("#promise .interval")).isVisible();
    take(company, "triage-set-aside", "/triage/set-aside" + SCOPE, DESKTOP, LIGHT, _ -> {});
    String aside = "/triage/set-aside" + SCOPE;
    take(company, "triage-promise", aside, PHONE, LIGHT, page -> page.keyboard().press("i"));
  }

  /** One verdict, and what comes of it; each picture has a verdict of its own. */
  private static void learning(Page page) {
    page.keyboard().press("h");
    assertThat(page.locator("#lesson-line")).containsText("Learned.");
  }

  private static void quietMorning(Company company) {
    List<String> said =
        List.of(
            "@auroranorway sitting in row 12, the heating is off all the way to Bodø",
            "@auroranorway hello from gate 7, the heating here is off, too",
            "Watching planes with my dad. @auroranorway looks good in the snow",
            "@auroranorway what a day in Tromsø",
            "@auroranorway not sure what to think of boarding by rows",
            "@auroranorway thank you for the lovely crew on AU 418, best flight ever!",
            "@auroranorway your booking page throws error 500 on the seat map, just thought you'd like to know",
            "@auroranorway the sign at gate 4 still says Monday, just thought you'd like to know",
            "@auroranorway coffee on board was great today, thanks Lena",
            "snow day! building a snowman at the airport with the kids",
            "Great photo of your new tail fin, @auroranorway",
            "@auroranorway good morning from the queue, all smiles here",
            "Congratulations on 40 years, @auroranorway! Proud to fly with you",
            "@auroranorway love the new blankets, thank you");
    List<String> authors =
        List.of(
            "ingrid", "mats_o", "petra", "leif", "svea.b", "sunniva", "arne_k", "tuva", "oda_m",
            "ole.b", "kjell", "marit", "hauk", "signe");
    for (int i = 0; i < said.size(); i++) {
      company.post(says(authors.get(i), said.get(i), 60 - 4 * i));
    }
  }

  /** What this brand's customers asked last month; a few said it so that it is hard to tell. */
  private static List<String> history() {
    List<String> asked =
        List.of(
            "my flight AU %d is cancelled, what can I do now?",
            "we missed our connection because AU %d was late, please rebook us",
            "my bag did not come with AU %d, where do I ask for it?",
            "I was charged twice for seat %d, please send the money back",
            "nobody answers your phone, I wait for %d minutes now",
            "the app does not let me check in for AU %d",
            "is AU %d on time? I can't see it on the board",
            "stuck at gate %d with two children and no news, can you help?");
    List<String> hard =
        List.of(
            "evening all, still at the gate",
            "the kids are asleep on the floor",
            "so gate 9 it is, then",
            "no coffee left either",
            "another hour on the apron",
            "row 30 has no light",
            "we would like to go home",
            "that is not my seat",
            "the belt stands still",
            "Bergen or Oslo, who knows",
            "my ski bag has seen better days",
            "the bus to the hotel left without us");
    return IntStream.range(0, QUESTIONS)
        .mapToObj(
            i -> i < hard.size() ? hard.get(i) : asked.get(i % asked.size()).formatted(100 + i))
        .toList();
  }

  private static void take(
      Company company,
      String name,
      String path,
      Screen screen,
      ColorScheme scheme,
      Consumer<Page> before)
      throws IOException {
    var camera = new Screenshots(Chromium.browser(), company.address(), "Ana Lind", FOLDER);
    Path picture =
        camera.take(
            name,
            path,
            screen,
            scheme,
            page -> {
              assertThat(page.locator("html")).hasAttribute("data-live", "yes");
              before.accept(page);
            });
    assertThat(Files.size(picture)).as(picture.toString()).isBetween(4_000L, MAX_BYTES);
  }

  private static Company.Post says(String author, String text, int minutesAgo) {
    return new Company.Post(
        author,
        text,
        CHANNEL,
        Instant.now().minusSeconds(minutesAgo * 60L),
        BRAND,
        ",\"language\":\"en\"");
  }
}

package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.server.console.Screenshots.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of triage for the documentation, into {@code target/screenshots}. */
@ExtendWith(Offices.class)
final class TriagePicturesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final long MAX_BYTES = 300_000;
  private static final String BRAND = "Aurora Air Norway";
  private static final String SCOPE = "?brand=Aurora+Air+Norway";

  @Test
  void takesThePicturesOfTriage(Office office) throws IOException {
    Company company = office.company();
    List<String> unsure =
        List.of(
            "@auroranorway sitting in row 12, the heating on AU 12 was off all the way to Bodø",
            "@auroranorway hello from gate 7, the heating here is off, too",
            "Watching planes with my dad. @auroranorway looks good in the snow",
            "@auroranorway what a day in Tromsø",
            "@auroranorway not sure what to think of boarding by rows");
    for (int i = 0; i < unsure.size(); i++) {
      company.post(
          says(
              List.of("ingrid", "mats_o", "petra", "leif", "svea.b").get(i),
              unsure.get(i),
              30 - 4 * i));
    }
    company.post(
        says(
            "sunniva",
            "@auroranorway thank you for the lovely crew on AU 418, best flight ever!",
            9));
    company.post(
        says(
            "arne_k",
            "@auroranorway your booking page throws error 500 on the seat map, just thought you'd like to know",
            8));
    company.post(
        says(
            "tuva",
            "@auroranorway the sign at gate 4 still says Monday, just thought you'd like to know",
            7));
    for (Screen screen : Screen.values()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        take(company, "triage-unsure", "/triage/unsure" + SCOPE, screen, scheme, _ -> {});
        take(company, "triage-set-aside", "/triage/set-aside" + SCOPE, screen, scheme, _ -> {});
        take(company, "triage-worth", "/triage/worth-answering" + SCOPE, screen, scheme, _ -> {});
        take(company, "triage-check", "/triage/audit" + SCOPE, screen, scheme, _ -> {});
      }
    }
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
        "x:@auroranorway",
        Instant.now().minusSeconds(minutesAgo * 60L),
        BRAND,
        ",\"language\":\"en\"");
  }
}

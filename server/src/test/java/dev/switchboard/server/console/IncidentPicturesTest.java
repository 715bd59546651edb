package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static dev.switchboard.server.console.Screenshots.Screen.DESKTOP;
import static dev.switchboard.server.console.Screenshots.Screen.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.engine.incident.IncidentState;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.server.console.Screenshots.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of incidents for the documentation, into {@code target/screenshots}. */
@ExtendWith(Offices.class)
@EnabledIfSystemProperty(
    named = "switchboard.long",
    matches = "true",
    disabledReason = "pictures are taken with bin/test --long")
final class IncidentPicturesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final long MAX_BYTES = 300_000;

  @Test
  void takesThePicturesOfIncidents(Office office) throws IOException {
    Instant now = Instant.now();
    long asked = says(office);
    Trouble broken =
        Trouble.of(office.brand(), now.minus(Duration.ofMinutes(62)), "rebooking", "error", "500")
            .reportedBy(office.posts());
    long id = office.keep(blamed(broken));
    office.keep(
        Trouble.of(office.brand(), now.minus(Duration.ofMinutes(130)), "snow", "cancelled", "gate")
            .in(IncidentState.ACKNOWLEDGED)
            .blamed(0.97, broken.cause(ChangeType.DEPLOY, "loyalty", "3.1.4", 190, 0.02, "early")));
    office.keep(
        Trouble.of(office.brand(), now.minus(Duration.ofHours(20)), "baggage", "belt", "tag")
            .in(IncidentState.RESOLVED));

    take(office, "incidents", office.incidents(), DESKTOP, LIGHT);
    take(office, "incidents", office.incidents(), PHONE, DARK);
    for (Screen screen : Screen.values()) {
      for (ColorScheme scheme : List.of(LIGHT, DARK)) {
        take(office, "incident", office.incident(id), screen, scheme);
      }
    }
    take(office, "incident-case", office.pageOf(asked), DESKTOP, LIGHT);
  }

  private static Trouble blamed(Trouble trouble) {
    return trouble.blamed(
        0.04,
        trouble.cause(
            ChangeType.DEPLOY,
            "rebooking",
            "4.12.0",
            14,
            0.93,
            "deploy of rebooking 6 minutes before the first report",
            "'rebook', 'umbuchen' and 'cambio' are words of rebooking"),
        trouble.cause(
            ChangeType.FLAG,
            "seats",
            null,
            41,
            0.02,
            "flag of seats 33 minutes before the first report",
            "reports name neither seats nor what depends on it"),
        trouble.cause(
            ChangeType.DEPLOY,
            "baggage",
            "2.8.1",
            22,
            0.01,
            "deploy of baggage 14 minutes before the first report",
            "reports name neither baggage nor what depends on it"),
        trouble.cause(
            ChangeType.ALERT,
            "crew-planning",
            null,
            -9,
            0,
            "started 9 minutes after the first reports"));
  }

  /** What customers say; the answer is the first one's case. */
  private static long says(Office office) {
    long first =
        office.asked("marlene_v", "The rebooking page shows error 500 when I confirm. Help!", 66);
    office.asked("jonas.n", "Die Umbuchung bricht mit Fehler 500 ab. Bitte helft uns.", 61);
    office.asked("ines_c", "El cambio de vuelo da error 500. Ayuda, por favor.", 55);
    office.asked("lucie.b", "Impossible de changer de vol : erreur 500. Aidez-nous !", 48);
    office.asked("tomas_r", "Can't rebook: the confirm button does nothing. Please help.", 40);
    return first;
  }

  private static void take(
      Office office, String name, String path, Screen screen, ColorScheme scheme)
      throws IOException {
    Company company = office.company();
    var camera = new Screenshots(Chromium.browser(), company.address(), "Ana Lind", FOLDER);
    Path picture =
        camera.take(
            name,
            path,
            screen,
            scheme,
            page -> assertThat(page.locator("html")).hasAttribute("data-live", "yes"));
    assertThat(Files.size(picture)).as(picture.toString()).isBetween(4_000L, MAX_BYTES);
  }
}

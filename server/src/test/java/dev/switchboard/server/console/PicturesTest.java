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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of the documentation, into {@code target/screenshots}, to be looked at. */
@ExtendWith(Offices.class)
@EnabledIfSystemProperty(
    named = "switchboard.long",
    matches = "true",
    disabledReason = "pictures are taken with bin/test --long")
final class PicturesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final long MAX_BYTES = 300_000;
  private static final String INBOX = "/?brand=Aurora+Air";
  private static final String X = "x:@auroraair";
  private static final String MASTODON = "mastodon:@aurora@social.example";
  private static final String BLUESKY = "bluesky:aurora.example";

  @Test
  void takesThePicturesOfASnowyMorning(Office office) throws IOException {
    Company company = office.company();
    long family = snowyMorning(company);
    List<Path> pictures = new ArrayList<>();
    for (Screen screen : Screen.values()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        var camera = new Screenshots(Chromium.browser(), company.address(), "Ana Lind", FOLDER);
        pictures.add(camera.take("inbox", INBOX, screen, scheme, PicturesTest::settled));
        String path = "/cases/%d?brand=Aurora+Air".formatted(family);
        pictures.add(camera.take("case", path, screen, scheme, PicturesTest::writing));
      }
    }
    for (Path picture : pictures) {
      assertThat(Files.size(picture)).as(picture.toString()).isBetween(4_000L, MAX_BYTES);
    }
  }

  private static void settled(Page page) {
    assertThat(page.locator("html")).hasAttribute("data-live", "yes");
  }

  private static void writing(Page page) {
    settled(page);
    if (page.locator("[data-action=claim]").isVisible()) {
      page.locator("[data-action=claim]").click();
    }
    assertThat(page.locator(".case-badge .badge")).hasText("yours");
    page.locator("#reply-text")
        .fill(
            "Marlene, there are three seats on AU 418 at 18:40 today, they are yours if you say"
                + " yes. Gate 22 has a warm room with a kitchen. ^AL");
    page.locator("#talk").evaluate("talk => { talk.scrollTop = talk.scrollHeight; }");
  }

  /** Snow over Aurora Air; the answer is the case of a family that is stuck. */
  private static long snowyMorning(Company company) {
    String first =
        company.post(
            says(
                    "marlene_v",
                    "@auroraair AU 412 to Tromsø is cancelled and the desk at gate 14 is closed. We are two adults and a baby. What do we do now? Please help",
                    47,
                    X)
                .with(
                    ",\"url\":\"https://x.example/marlene_v/1\",\"media\":[{\"type\":\"image\",\"url\":\"https://pics.example/gate14.jpg\",\"alt\":\"The board: AU 412 cancelled\"}]"));
    String answer =
        company.post(
            says(
                    "auroraair",
                    "So sorry, Marlene. Send us your booking code in a direct message, and we look for seats for the three of you.",
                    41,
                    X)
                .with(",\"direction\":\"out\"")
                .answering(first));
    String second =
        company.post(
            says(
                    "marlene_v",
                    "Sent it. The app says rebooked for Thursday?! That is three days from now, we can't stay here until then",
                    12,
                    X)
                .answering(answer));
    company.post(
        says(
                "marlene_v",
                "And is there any place to warm a bottle? https://auroraair.example/family says yes, but nobody here knows",
                9,
                X)
            .answering(second));
    long family = company.caseOf(first);
    company
        .desk()
        .note(family, "Ben Okoro", "Gate 22 has a family room; the code is with the desk.");
    Stream.of(
            says(
                    "jonas@nord.example",
                    "@aurora Mein Koffer ist seit gestern in Oslo verschollen, wer kann mir helfen? Die Hotline legt nach 40 Minuten auf.",
                    33,
                    MASTODON)
                .with(",\"language\":\"de\""),
            says(
                "ines.example",
                "Hi, the website gives me an error when I try to change my booking, can you help please? It's for tomorrow morning.",
                28,
                BLUESKY),
            says(
                "tomas_r",
                "@auroraair stuck on the plane at the gate for two hours, no water, no information. Please help us, what is going on?",
                26,
                X),
            says(
                    "lucie.b",
                    "@auroraair Bonjour, mon vol AU 88 est annulé, comment demander le remboursement s'il vous plaît ?",
                    22,
                    X)
                .with(",\"language\":\"fr\""),
            says(
                "hkn",
                "@auroraair where can I pick up the hotel voucher? The queue at the service desk is 300 people long, please help",
                19,
                X),
            says(
                "noor.example",
                "My mother is travelling alone and needs a wheelchair at Bergen. Her flight is diverted. Who do I call? Please help!",
                14,
                BLUESKY),
            says(
                    "giulia_m",
                    "@auroraair ho perso la coincidenza per il ritardo, potete aiutarmi a trovare un altro volo per Roma?",
                    11,
                    X)
                .with(",\"language\":\"it\""),
            says(
                "sami@kide.example",
                "@aurora the check-in app is broken, error 500 on every try. How do I get my boarding pass? Need help",
                8,
                MASTODON),
            says(
                "ola_n",
                "@auroraair charged twice for the same bag, please refund one of them. How do I do that?",
                6,
                X),
            says(
                "bea",
                "@auroraair can't reach anyone by phone. My flight is in three hours, is it going or not? Please help",
                3,
                X))
        .forEach(company::post);
    for (String author : List.of("ida_w", "per.example", "ruth_k", "yusuf", "clara")) {
      String asked =
          company.post(says(author, "@auroraair can you help me with my booking please?", 21, X));
      company.desk().claim(company.caseOf(asked), author.length() > 5 ? "Ben Okoro" : "Ana Lind");
    }
    return family;
  }

  private static Company.Post says(String author, String text, int minutesAgo, String channel) {
    return new Company.Post(
        author, text, channel, Instant.now().minusSeconds(minutesAgo * 60L), Company.BRAND, "");
  }
}

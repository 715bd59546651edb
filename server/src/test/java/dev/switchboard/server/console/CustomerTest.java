package dev.switchboard.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The customer beside a case, and personal data where everybody can read them. */
@ExtendWith(Offices.class)
final class CustomerTest {
  private static final String HELP = "my flight is cancelled, please help me, what can I do now?";

  @Test
  void aCustomerIsJoinedMutedAndHeardAgain(Office office) {
    Company.Post first = office.post("nadia_w", HELP);
    long onX = office.company().caseOf(office.company().post(first));
    Company.Post other =
        office
            .post("nadia@home.example", "please help, my bag is lost and nobody answers")
            .on("mastodon:@aurora" + office.brand().replaceAll("\\D", ""));
    long onMastodon = office.company().caseOf(office.company().post(other));
    Seat ana = office.seat("Ana Lind").open(office.pageOf(onX)).live();
    Locator panel = ana.page().locator(".facts .customer");
    assertThat(panel.locator(".accounts li")).hasCount(1);
    assertThat(panel).containsText("nadia_w");

    panel.locator("[data-join]").click();
    ana.page().locator("#join-handle").fill("nadia");
    Locator found = ana.page().locator("#joinable [data-join-author]");
    assertThat(found).hasCount(1);
    Accessible.check(ana.page());
    found.click();
    assertThat(ana.page().locator("#join")).isHidden();
    assertThat(panel.locator(".accounts li")).hasCount(2);
    assertThat(panel).containsText("joined by Ana Lind");
    assertThat(panel).containsText("1 other case, 1 open");
    Picture.of(ana.page(), "customer-desktop-light");

    panel.locator(".past a").click();
    assertThat(ana.page().locator("#case h2")).hasText("nadia@home.example");
    assertThat(ana.page()).hasURL(Pattern.compile(".*/cases/" + onMastodon + ".*"));
    panel.locator("[data-part-author]").click();
    assertThat(panel.locator(".accounts li")).hasCount(1);

    panel.locator("[data-action=mute]").click();
    assertThat(panel.locator(".muted-note")).containsText("Muted by Ana Lind");
    office.company().post(other.answering("none").with(",\"kind\":\"mention\""));
    panel.locator("[data-action=spam]").click();
    assertThat(panel.locator(".muted-note")).containsText("Spam, says Ana Lind");
    assertThat(ana.badge()).hasText("closed");
    assertThat(panel.locator(".muted-note")).containsText("1 post since");
    Accessible.check(ana.page());
    panel.locator("[data-action=unmute]").click();
    assertThat(panel.locator(".muted-note")).hasCount(0);
    assertThat(ana.badge()).hasText("waiting");
  }

  @Test
  void personalDataInPublicAreSeenAndSentOnPurposeOnly(Office office) {
    long asked =
        office.asks(
            "nadia_w", "please help, my card 4111 1111 1111 1111 was charged twice, refund me!");
    Seat ana = office.seat("Ana Lind").open(office.inbox()).live();
    assertThat(ana.row(asked).locator(".row-snippet")).containsText("my card [card number] was");
    ana.row(asked).click();
    Locator shows = ana.page().locator(".shows");
    assertThat(shows).containsText("A card number stands in this public post.");
    shows.locator("[data-invite]").click();
    assertThat(ana.badge()).hasText("yours");
    assertThat(ana.text())
        .hasValue(Pattern.compile(".*delete that post.*envelope on our profile.*"));
    assertThat(ana.page().locator("#draft-shows")).isHidden();
    Picture.of(ana.page(), "personal-data-desktop-light");

    ana.write("Is nadia.w@mail.example still your address?");
    assertThat(ana.page().locator("#draft-shows")).containsText("e-mail address");
    Accessible.check(ana.page());
    ana.send().click();
    assertThat(ana.notice()).containsText("everybody could read an e-mail address in this reply");
    assertThat(office.company().state(asked)).isEqualTo("claimed");
    ana.send().click();
    assertThat(ana.badge()).hasText("answered");
    assertThat(office.company().lastPublished()).startsWith("Is nadia.w@mail.example");

    Page phone = office.stranger(390, 844, ColorScheme.DARK);
    phone.context().addCookies(List.of(Screenshots.cookie(ana.address(), "Ana Lind")));
    Seat onPhone = new Seat(phone, ana.address()).open(office.pageOf(asked)).live();
    Picture.of(onPhone.page(), "personal-data-phone-dark");
    onPhone.page().locator("[data-facts]").click();
    Picture.of(onPhone.page(), "customer-phone-dark");
    assertThat(onPhone.box(onPhone.page().locator("#case")).width).isLessThanOrEqualTo(390);
  }
}

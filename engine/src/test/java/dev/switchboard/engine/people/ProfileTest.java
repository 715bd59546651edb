package dev.switchboard.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.VolunteerTopic.Certification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a person, how it changes, and how volunteers come to answer. */
class ProfileTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  private static ProfileChange topics(@Nullable Boolean volunteer, String... topics) {
    return new ProfileChange(null, null, null, null, null, null, volunteer, List.of(topics));
  }

  private static Profile done(Volunteering.Result result) {
    if (result instanceof Volunteering.Result.Done(var profile)) {
      return profile;
    }
    throw new AssertionError(result);
  }

  @Test
  void aChangeTouchesWhatItNames() {
    Profile before = Profile.of("Ann", 10);
    ProfileChange change =
        new ProfileChange(
            List.of(" Refunds ", "Baggage", "Refunds"),
            null,
            List.of("de", "EN-gb"),
            ProfileFields.skills(List.of("Refunds: 4", "hotels")),
            null,
            null,
            null,
            null);
    Profile after = change.on(before, NOW);
    assertThat(after.teams()).containsExactly("Baggage", "Refunds");
    assertThat(after.languages()).containsExactly("de", "en-GB");
    assertThat(after.skills()).containsExactly(new Skill("hotels", 3), new Skill("refunds", 4));
    assertThat(after.capacity()).isEqualTo(10);
    assertThat(before.changesTo(after)).containsExactly("teams", "languages", "skills");
    assertThat(change.on(after, NOW)).isEqualTo(after);
    assertThat(after.changesTo(after)).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() {
    assertThatThrownBy(() -> ProfileFields.skills(List.of("refunds:9")))
        .hasMessageContaining("must be 1 to 5, not 9");
    assertThatThrownBy(() -> ProfileFields.skills(List.of("refunds:much")))
        .hasMessageContaining("refunds:4");
    assertThatThrownBy(() -> ProfileFields.languages(List.of("klingonish")))
        .hasMessageContaining("is no language");
    assertThatThrownBy(() -> ProfileFields.capacity("lots"))
        .hasMessageContaining("0 to 100, not \"lots\"");
    assertThatThrownBy(() -> ProfileFields.words("a team", List.of("x".repeat(81))))
        .hasMessageContaining("1 to 80 characters, not 81");
  }

  @Test
  void aVolunteerOptsInAndALeadCertifies() {
    Profile vera = topics(true).on(Profile.of("Vera", 2), NOW);
    Profile asked = done(Volunteering.optIn(vera, " Baggage ", NOW));
    assertThat(asked.topics()).containsExactly(new VolunteerTopic("baggage", NOW, null));
    assertThat(Volunteering.optIn(asked, "baggage", NOW.plusSeconds(9)))
        .as("once is enough")
        .isEqualTo(new Volunteering.Result.Done(asked));

    Profile certified = done(Volunteering.certify(asked, "baggage", "Lea", NOW));
    assertThat(certified.findTopic("baggage").orElseThrow().certification())
        .isEqualTo(new Certification("Lea", NOW));
    assertThat(Volunteering.certify(certified, "baggage", "Max", NOW.plusSeconds(9)))
        .as("who certified first stands")
        .isEqualTo(new Volunteering.Result.Done(certified));

    assertThat(done(Volunteering.withdraw(certified, "baggage"))).isEqualTo(asked);
    assertThat(done(Volunteering.optOut(certified, "baggage")).topics()).isEmpty();
  }

  @Test
  void nobodyCertifiesThemselvesOrWhatWasNotAskedFor() {
    Profile vera = topics(true, "baggage").on(Profile.of("Vera", 2), NOW);
    assertThat(Volunteering.certify(vera, "baggage", "Vera", NOW))
        .isEqualTo(
            new Volunteering.Result.Refused("Nobody certifies themselves; ask another lead."));
    assertThat(Volunteering.certify(vera, "refunds", "Lea", NOW))
        .isInstanceOf(Volunteering.Result.Refused.class);
    assertThat(Volunteering.optIn(Profile.of("Ann", 10), "baggage", NOW))
        .as("who is no volunteer needs no topic")
        .isInstanceOf(Volunteering.Result.Refused.class);
  }

  @Test
  void topicsThatStayKeepTheirCertification() {
    Profile vera = topics(true, "baggage", "delay").on(Profile.of("Vera", 2), NOW);
    Profile certified = done(Volunteering.certify(vera, "baggage", "Lea", NOW));
    Profile after = topics(null, "baggage", "refunds").on(certified, NOW.plusSeconds(60));
    assertThat(after.topics())
        .extracting(VolunteerTopic::topic)
        .containsExactly("baggage", "refunds");
    assertThat(after.findTopic("baggage")).isEqualTo(certified.findTopic("baggage"));
    assertThat(after.findTopic("refunds").orElseThrow().isCertified()).isFalse();
  }
}

package dev.switchboard.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.Skill;
import dev.switchboard.server.routing.RoutingSettings;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutingConfigurationTest {
  private static RoutingSettings settings(String lines) throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(lines));
    return new RoutingConfiguration(values).settings();
  }

  @Test
  void withoutAWordCasesAreOfferedForHalfAMinute() throws IOException {
    RoutingSettings settings = settings("");
    assertThat(settings).isEqualTo(RoutingSettings.DEFAULT);
    assertThat(settings.on()).isTrue();
    assertThat(settings.policy().offerLasts()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.policy().maxUnseen()).isEqualTo(3);
  }

  @Test
  void aCompanySaysForHowLongAndWhatCasesAskFor() throws IOException {
    RoutingSettings settings =
        settings(
            """
            routing = off
            offerFor = 2m
            routing.offersAtOnce = 1
            routing.awayAfter = never
            routing.waitForPrevious = 0s
            routing.answerWithin = 4h
            routing.skillLevel = 2
            routing.skill.Refund = refunds:3, french law:2
            routing.skill.praise = none
            """);
    assertThat(settings.on()).isFalse();
    assertThat(settings.policy().offerLasts()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.policy().maxOpenOffers()).isEqualTo(1);
    assertThat(settings.policy().maxUnseen()).isZero();
    assertThat(settings.policy().waitForPrevious()).isZero();
    assertThat(settings.answerWithin()).isEqualTo(Duration.ofHours(4));
    assertThat(settings.skillLevel()).isEqualTo(2);
    assertThat(settings.skills())
        .containsEntry("refund", List.of(new Skill("refunds", 3), new Skill("french law", 2)))
        .containsEntry("praise", List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "routing = maybe | routing must be on or off",
        "offerFor = 0s | offerFor must be a duration",
        "offerFor = soon | offerFor must be a duration",
        "routing.offersAtOnce = 0 | routing.offersAtOnce must be a number from 1 to 100",
        "routing.awayAfter = 0 | routing.awayAfter must be a number from 1 to 100",
        "routing.skillLevel = 6 | routing.skillLevel must be a number from 1 to 5",
        "routing.skill.refund = refunds | routing.skill.refund must be skills with levels",
        "routing.skill.all = a:1,b:1,c:1,d:1,e:1,f:1,g:1,h:1,i:1,j:1,k:1,l:1,m:1,n:1,o:1,p:1,q:1"
            + " | routing.skill.all must be at most 16 skills"
      })
  void whatIsWrongIsSaid(String line, String says) {
    assertThatThrownBy(() -> settings(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }
}

package dev.switchboard.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllIncidentsTest {
  private static final Instant ONSET = Shop.MONDAY.plus(Duration.ofHours(86));

  @Test
  void twoBrandsAreApart() {
    AllIncidents all = new AllIncidents(IncidentSettings.DEFAULT, Shop.MAP);
    Shop shop = new Shop(1);
    Shop other = new Shop(2);
    List<IncidentEvent> events = new ArrayList<>();
    play(all, "shop", shop.ordinary(Shop.MONDAY, Duration.ofHours(86), 60), events);
    play(all, "other", other.ordinary(Shop.MONDAY, Duration.ofHours(86), 60), events);
    all.on("other", Shop.deploy("elsewhere", "checkout", ONSET), ONSET);
    all.on(Shop.deploy("everywhere", "checkout", ONSET.minusSeconds(200)), ONSET);
    play(all, "shop", shop.cannotPay(ONSET, 30), events);
    play(all, "other", other.ordinary(ONSET, Duration.ofHours(1), 60), events);

    assertThat(events).isNotEmpty().allMatch(event -> event.brand().equals("shop"));
    assertThat(all.find("other", 1)).isEmpty();
    assertThat(all.find("shop", 1).orElseThrow().causes())
        .singleElement()
        .matches(cause -> cause.change().id().equals("everywhere"));
    assertThat(all.brands()).containsExactly("shop", "other");
  }

  @Test
  void aChangeForAllIsKnownToABrandThatIsNamedLater() {
    AllIncidents all = new AllIncidents(IncidentSettings.DEFAULT, Shop.MAP);
    Shop shop = new Shop(1);
    List<IncidentEvent> events = new ArrayList<>();
    Instant start = ONSET.minus(Duration.ofHours(40));
    all.on(Shop.deploy("known", "checkout", ONSET.minusSeconds(200)), start);
    play(all, "shop", shop.ordinary(start, Duration.ofHours(40), 60), events);
    play(all, "shop", shop.cannotPay(ONSET, 30), events);

    assertThat(all.find("shop", 1).orElseThrow().causes())
        .singleElement()
        .matches(cause -> cause.change().id().equals("known"));
  }

  private static void play(
      AllIncidents all, String brand, List<ReportedPost> posts, List<IncidentEvent> events) {
    posts.forEach(post -> events.addAll(all.on(brand, post, post.at()).events()));
  }
}

package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.server.people.Staff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The work finds the person: offers on a running server, each test with a brand of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class RoutingTest {
  private static final Duration AN_OFFER = Duration.ofSeconds(31);

  private TestServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = TestServer.startRouting(folder, RoutingSettings.DEFAULT);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aCaseIsOfferedToWhoIsThereAndIsTheirsOnceTheyAccept() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 5);
    long id = floor.asks();
    long offer = floor.offered(id, ann);
    JsonNode mine =
        server.api.get("/api/v1/offers?person=" + ann.replace(" ", "%20")).json().path("items");
    assertThat(mine.path(0).path("id").asLong()).isEqualTo(offer);
    assertThat(mine.path(0).path("about").path("snippet").asString("")).contains("please help me");
    assertThat(mine.path(0).path("why").path("rule").asString("")).isEqualTo("leastLoaded");

    Answer accepted = floor.accept(offer, ann);
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    assertThat(accepted.number("token")).isEqualTo(1);
    assertThat(server.read(id).path("claim").path("agent").asString("")).isEqualTo(ann);
    assertThat(floor.offersTo(ann)).isEmpty();
    assertThat(floor.told(id))
        .containsExactly(
            "Offered to %s. %s".formatted(ann, mine.path(0).path("why").path("words").asString()),
            ann + " accepted.");
    Answer twice = floor.accept(offer, ann);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("type")).endsWith("offer-ended");
    assertThat(twice.text("state")).isEqualTo("accepted");
  }

  @Test
  void onlyWhoIsAskedAnswers() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 5);
    long offer = floor.offered(floor.asks(), ann);
    assertThat(floor.accept(offer, floor.name("Bob")).status()).isEqualTo(403);
    assertThat(floor.decline(999_999_999, ann).status()).isEqualTo(404);
    assertThat(server.api.get("/api/v1/cases/999999999/routing").status()).isEqualTo(404);
    assertThat(server.api.get("/api/v1/offers").status()).as("whose?").isEqualTo(400);
    assertThat(server.api.get("/api/v1/offers?person=*").body()).contains(ann);
  }

  @Test
  void declinedOrNotAnsweredInTimeItGoesOnToOthersAndNotBack() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 5);
    String bob = floor.works("Bob", 1);
    String cem = floor.works("Cem", 1);
    floor.is("Cem", Presence.AWAY);
    long id = floor.asks();
    long first = floor.offered(id, ann);
    assertThat(floor.decline(first, ann).text("state")).isEqualTo("declined");
    long second = floor.offered(id, bob);
    floor.is("Cem", Presence.WORKING);
    server.clock.advance(AN_OFFER);
    long third = floor.offered(id, cem);
    Answer late = floor.accept(second, bob);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("state")).isEqualTo("expired");
    assertThat(floor.accept(third, cem).status()).isEqualTo(200);
    assertThat(floor.told(id))
        .contains(ann + " declined.", bob + " did not answer in time.", cem + " accepted.");
  }

  @Test
  void whoTakesACaseByHandMayEndSomebodysOffer() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 1);
    long hers = floor.asks();
    floor.offered(hers, ann);
    server.claim(hers, ann);
    floor.ended(hers, "accepted");
    floor.is("Ann", Presence.AWAY);
    String bob = floor.works("Bob", 5);
    long other = floor.asks();
    floor.offered(other, bob);
    server.claim(other, "a passer-by");
    JsonNode offer =
        floor.awaitOffer(other, one -> one.path("state").asString("").equals("withdrawn"));
    assertThat(offer.path("reason").asString("")).isEqualTo("takenByHand");
  }

  @Test
  void whatIsAnsweredMeanwhileIsNotAcceptedAnyMore() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 5);
    long id = floor.asks();
    long offer = floor.offered(id, ann);
    server.accept(
        server.post(
            floor.brand,
            "answer of " + floor.brand,
            "direction",
            "out",
            "author",
            floor.brand,
            "inReplyTo",
            server.read(id).path("posts").path(0).path("externalId").asString("")));
    assertThat(floor.accept(offer, ann).status()).isEqualTo(409);
    assertThat(server.read(id).path("state").asString("")).isEqualTo("answered");
  }

  @Test
  void nobodyAbsentIsOfferedAnythingAndWhatWaitedIsOfferedWhenPeopleReturn() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 2);
    long id = floor.asks();
    floor.offered(id, ann);
    floor.is("Ann", Presence.AWAY);
    JsonNode offer =
        floor.awaitOffer(id, one -> one.path("state").asString("").equals("withdrawn"));
    assertThat(offer.path("reason").asString("")).isEqualTo("notThere");
    long another = floor.asks();
    String bob = floor.works("Bob", 2);
    floor.accept(floor.offered(id, bob), bob);
    floor.offered(another, bob);
    assertThat(floor.story(another).path("offers").size()).as("never to Ann").isEqualTo(1);
  }

  @Test
  void nobodyIsOfferedMoreThanTheyCanHold() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 1);
    long first = floor.asks();
    long token = floor.accept(floor.offered(first, ann), ann).number("token");
    long second = floor.asks();
    String bob = floor.works("Bob", 1);
    floor.offered(second, bob);
    assertThat(floor.story(second).path("offers").size()).as("not to Ann first").isEqualTo(1);
    long third = floor.asks();
    floor.answers(first, ann, token);
    floor.offered(third, ann);
  }

  @Test
  void whoAnsweredTheCustomerLastIsAskedFirst() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 9);
    long id = floor.asks("dana");
    long token = floor.accept(floor.offered(id, ann), ann).number("token");
    floor.answers(id, ann, token);
    floor.is("Ann", Presence.AWAY);
    floor.works("Bob", 9);
    floor.is("Ann", Presence.WORKING);
    for (int i = 0; i < 3; i++) {
      server.claim(floor.asks(), ann);
    }
    long again =
        floor.asks("dana", "text", "and now my bag is missing too, please help me find it");
    floor.offered(again, ann);
    JsonNode offers = floor.story(again).path("offers");
    assertThat(offers.path(offers.size() - 1).path("why").path("rule").asString(""))
        .isEqualTo("previousAgent");
  }

  @Test
  void aCaseThatNobodyCanTakeIsAnExceptionUntilSomebodyCan() throws Exception {
    Routed floor = new Routed(server);
    new Routed(server).works("Of another brand", 5);
    long id = floor.asks();
    JsonNode raised = server.awaitCase(id, found -> found.path("exceptions").size() == 1);
    assertThat(raised.path("exceptions").path(0).path("kind").asString("")).isEqualTo("unroutable");
    assertThat(raised.path("exceptions").path(0).path("reason").asString(""))
        .isEqualTo("Nobody answers for %s.".formatted(floor.brand));
    String ann = floor.works("Ann", 5);
    floor.offered(id, ann);
    server.awaitCase(id, found -> found.path("exceptions").isEmpty());
    assertThat(floor.told(id)).anyMatch(said -> said.startsWith("Nobody can take it: "));
  }

  private Routed twoLevels() throws Exception {
    Routed floor = new Routed(server);
    // The brand is known from its first case on.
    server.claim(floor.asks(), "a passer-by");
    floor.flow(
        """
        queue:
          state: waiting
          who: {teams: [Social OURS]}
          escalate: [{after: 1h, to: {teams: [Called OURS]}}]
          next: {passesOn: hard}
        work: {state: claimed, next: {passesOn: hard}}
        hard: {state: waiting, who: {teams: [Experts OURS]}, next: {passesOn: queue}}
        sending: {state: pending}
        answered: {state: answered}
        done: {state: closed}
        """);
    return floor;
  }

  @Test
  void aCaseGoesToWhomItsStepNamesAndWhenThatChangesToOthers() throws Exception {
    Routed floor = twoLevels();
    floor.works("Ann", 9);
    String bob = floor.worksIn("Social", "Bob", 5);
    String cem = floor.worksIn("Experts", "Cem", 5);
    String eli = floor.worksIn("Experts", "Eli", 5);
    floor.is("Eli", Presence.AWAY);
    long id = floor.asks();
    long first = floor.offered(id, bob);
    JsonNode why = floor.story(id).path("offers").path(0).path("why");
    assertThat(why.path("needs").path("step").asString("")).isEqualTo("queue");
    assertThat(why.path("needs").path("who").asString(""))
        .isEqualTo("people of " + floor.team("Social"));
    assertThat(why.path("words").asString(""))
        .endsWith("The step \"queue\" asks for people of %s.".formatted(floor.team("Social")));

    long token = floor.accept(first, bob).number("token");
    server.awaitCase(id, found -> found.path("step").path("step").asString("").equals("work"));
    floor.passesOn(id, bob, token);
    floor.offered(id, cem);
    String dee = floor.worksIn("Social", "Dee", 5);
    floor.passesOn(id, eli, 0);
    floor.offered(id, dee);
    assertThat(floor.told(id))
        .contains(
            "The offer to %s was withdrawn: the step of the case asks for others.".formatted(cem));
  }

  @Test
  void whereTheFlowNamesNobodyWhoIsThereItIsAnExceptionThatSaysSo() throws Exception {
    Routed floor = twoLevels();
    String ann = floor.worksIn("Baggage", "Ann", 9);
    long id = floor.asks();
    JsonNode raised = server.awaitCase(id, found -> found.path("exceptions").size() == 1);
    assertThat(raised.path("exceptions").path(0).path("reason").asString(""))
        .isEqualTo(
            "Nobody who answers for %s may take it. The step \"queue\" asks for people of %s."
                .formatted(floor.brand, floor.team("Social")));
    floor.renames("Baggage", "Social");
    floor.offered(id, ann);
    server.awaitCase(id, found -> found.path("exceptions").isEmpty());
  }

  @Test
  void whoeverIsCalledMayBeOfferedItToo() throws Exception {
    Routed floor = twoLevels();
    String eve = floor.worksIn("Called", "Eve", 9);
    long id = floor.asks();
    server.awaitCase(id, found -> found.path("step").path("step").asString("").equals("queue"));
    assertThat(floor.offersTo(eve)).isEmpty();
    server.clock.advance(Duration.ofMinutes(61));
    floor.offered(id, eve);
  }

  @Test
  void whatACaseIsAboutAsksForASkillAndForLessAsItWaits() throws Exception {
    Routed floor = new Routed(server);
    String expert = floor.works("Expert", 1, null, List.of(new Skill(floor.brand + " bags", 4)));
    String novice = floor.works("Novice", 5, null, List.of(new Skill(floor.brand + " bags", 1)));
    long busy = floor.asks();
    floor.is("Novice", Presence.AWAY);
    floor.accept(floor.offered(busy, expert), expert);
    long id = floor.asks();
    long post = server.lastPost(id);
    server.api.post(
        "/api/v1/posts/%d/tag".formatted(post),
        Map.of("agent", "Ada", "intent", floor.brand + " bags"));
    floor.is("Novice", Presence.WORKING);
    long other = floor.asks();
    floor.offered(other, novice);
    assertThat(floor.story(id).path("offers").size()).as("the novice knows too little").isZero();
    server.clock.advance(Duration.ofMinutes(31));
    floor.offered(id, novice);
    assertThat(floor.told(id))
        .contains(
            "It asks for %1$s bags:2 instead of %1$s bags:3, since it has waited for so long."
                .formatted(floor.brand));
  }

  @Test
  void whoLetsThreeOffersRunOutIsTakenForAwayAndIsBackWithOneWord() throws Exception {
    Routed floor = new Routed(server);
    String ann = floor.works("Ann", 5);
    for (int i = 0; i < 3; i++) {
      assertThat(floor.presence("Ann")).isEqualTo(Presence.WORKING);
      long id = floor.asks();
      floor.offered(id, ann);
      server.clock.advance(Duration.ofSeconds(31));
      floor.ended(id, "expired");
      // After two, a pause: it changes nothing.
      server.clock.advance(Duration.ofMinutes(5));
    }
    floor.awaitPresence("Ann", Presence.AWAY);
    Staff staff = server.running.switchboard().staff();
    assertThat(staff.unseenOffers(ann)).isEqualTo(3);
    long waits = floor.asks();
    floor.is("Ann", Presence.WORKING);
    assertThat(staff.unseenOffers(ann)).isZero();
    floor.accept(floor.offered(waits, ann), ann);
    assertThat(floor.story(waits).path("offers").size()).as("none while she was away").isEqualTo(1);
  }

  @Test
  void whoForgetsToLeaveIsOffAWhileAfterTheEndOfTheirShiftUnlessTheyHoldSomething()
      throws Exception {
    Routed floor = new Routed(server);
    LocalTime now =
        server.clock.instant().atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    String shifts = "UTC Mon-Sun %s-%s".formatted(now.minusHours(1), now.plusHours(1));
    floor.works("Ann", 1, shifts, List.of());
    String cem = floor.works("Cem", 1, shifts, List.of());
    floor.works("Ben", 1);
    server.clock.advance(Duration.ofSeconds(88 * 60 + 30));
    server.claim(floor.asks(), cem);
    server.clock.advance(Duration.ofSeconds(90));
    floor.awaitPresence("Ann", Presence.OFF);
    assertThat(floor.presence("Ben")).as("no shift, no end").isEqualTo(Presence.WORKING);
    assertThat(floor.presence("Cem")).as("holds a case").isEqualTo(Presence.WORKING);
  }
}

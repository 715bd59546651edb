package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.server.people.Staff;
import dev.switchboard.store.process.FlowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A brand of a server that routes, the people who answer for it, and what became of its cases. */
final class Routed {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  final TestServer server;
  final String brand;
  private int posts;

  Routed(TestServer server) {
    this.server = server;
    this.brand = TestServer.newBrand();
  }

  private Staff staff() {
    return server.running.switchboard().staff();
  }

  /** A name of this brand alone. */
  String name(String person) {
    return person + " of " + brand;
  }

  /** Somebody who answers for this brand and works now. */
  String works(String person, int capacity, String... languages) {
    return works(person, capacity, null, List.of(), languages);
  }

  String works(
      String person,
      int capacity,
      @Nullable String shifts,
      List<Skill> skills,
      String... languages) {
    String name = name(person);
    staff()
        .bring(
            name,
            new ProfileChange(
                null,
                List.of(brand),
                List.of(languages),
                skills,
                capacity,
                shifts == null ? null : RosterText.parse(shifts),
                null,
                null));
    is(person, Presence.WORKING);
    return name;
  }

  /** The same in a team of this brand, which is made if there is none. */
  String worksIn(String team, String person, int capacity) {
    staff().teams().add(null, team(team));
    String name = name(person);
    staff()
        .bring(
            name,
            new ProfileChange(
                List.of(team(team)),
                List.of(brand),
                List.of(),
                List.of(),
                capacity,
                null,
                null,
                null));
    is(person, Presence.WORKING);
    return name;
  }

  /** The name of a team of this brand alone. */
  String team(String team) {
    return team + " of " + brand;
  }

  void renames(String team, String then) {
    int id =
        staff().teams().all().stream()
            .filter(row -> row.name().equals(team(team)))
            .findFirst()
            .orElseThrow()
            .id();
    staff().teams().rename(null, id, team(then));
  }

  /** New cases of this brand begin on a flow of its own; its teams are of this brand alone. */
  void flow(String steps) {
    FlowKey key = new FlowKey("of-" + brand, 1);
    String yaml =
        "flow: %s\nversion: 1\nsteps:\n%s"
            .formatted(key.name(), steps.replace("OURS", "of " + brand).indent(2));
    FlowStore flows = new FlowStore(server.running.switchboard().database().jdbi());
    Instant now = server.clock.instant();
    flows.keep(key, yaml, now);
    flows.inTransaction(now, tx -> tx.activate(tx.lockBrand(brand).orElseThrow(), key, null));
  }

  void is(String person, Presence presence) {
    staff().setPresence(null, name(person), presence);
  }

  Presence presence(String person) {
    return staff().findPresence(name(person)).orElseThrow();
  }

  /** Waits until somebody is what they should be. */
  void awaitPresence(String person, Presence expected) {
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (presence(person) != expected && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    assertThat(presence(person)).as(person).isEqualTo(expected);
  }

  /** Somebody new asks. */
  long asks() throws Exception {
    posts++;
    return asks("customer " + posts);
  }

  long asks(String author, @Nullable Object... fields) throws Exception {
    posts++;
    @Nullable Object[] all = new @Nullable Object[fields.length + 2];
    all[0] = "author";
    all[1] = author;
    System.arraycopy(fields, 0, all, 2, fields.length);
    String id = brand + "-" + posts;
    server.accept(server.post(brand, id, all));
    JsonNode items =
        server.api.get("/api/v1/cases?sort=newest&brand=" + brand).json().path("items");
    for (JsonNode item : items) {
      if (item.path("author").asString("").equals(author)) {
        return item.path("id").asLong();
      }
    }
    throw new AssertionError("no case of " + author + " in " + items);
  }

  JsonNode story(long caseId) throws Exception {
    return server.api.get("/api/v1/cases/%d/routing".formatted(caseId)).json();
  }

  interface Expected {
    boolean holds(JsonNode latestOffer);
  }

  /** Waits until the latest offer of a case is as it should be. */
  JsonNode awaitOffer(long caseId, Expected expected) throws Exception {
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (System.nanoTime() < end) {
      JsonNode offers = story(caseId).path("offers");
      JsonNode latest = offers.path(offers.size() - 1);
      if (expected.holds(latest)) {
        return latest;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    throw new AssertionError("no such offer ever stood: " + story(caseId));
  }

  /** Waits until a case is offered to somebody; the offer's number. */
  long offered(long caseId, String name) throws Exception {
    return awaitOffer(
            caseId,
            offer ->
                offer.path("state").asString("").equals("open")
                    && offer.path("person").asString("").equals(name))
        .path("id")
        .asLong();
  }

  void ended(long caseId, String state) throws Exception {
    awaitOffer(caseId, offer -> offer.path("state").asString("").equals(state));
  }

  Answer accept(long offer, String name) throws Exception {
    return server.api.post("/api/v1/offers/%d/accept".formatted(offer), Map.of("agent", name));
  }

  Answer decline(long offer, String name) throws Exception {
    return server.api.post("/api/v1/offers/%d/decline".formatted(offer), Map.of("agent", name));
  }

  /** Gives a case to whoever the next step names. */
  void passesOn(long caseId, String name, long token) throws Exception {
    Answer passed =
        server.api.post(
            "/api/v1/cases/%d/pass-on".formatted(caseId), Map.of("agent", name, "token", token));
    assertThat(passed.status()).as(passed.toString()).isEqualTo(200);
  }

  /** The numbers of the cases that are offered to somebody now. */
  List<Long> offersTo(String name) throws Exception {
    List<Long> cases = new ArrayList<>();
    String query = "?person=" + name.replace(" ", "%20");
    for (JsonNode offer : server.api.get("/api/v1/offers" + query).json().path("items")) {
      cases.add(offer.path("caseId").asLong());
    }
    return cases;
  }

  List<String> told(long caseId) throws Exception {
    List<String> told = new ArrayList<>();
    for (JsonNode one : story(caseId).path("told")) {
      told.add(one.path("sentence").asString(""));
    }
    return told;
  }

  /** A reply that goes out. */
  void answers(long caseId, String name, long token) throws Exception {
    Answer reply = server.reply(caseId, token, "We have rebooked you.");
    assertThat(reply.status()).as(name + ": " + reply).isEqualTo(202);
    server.awaitState(caseId, "answered");
  }
}

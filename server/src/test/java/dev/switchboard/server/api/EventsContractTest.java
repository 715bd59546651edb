package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.EventReader.Event;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1/events}: from where on, for whom, and what is resumed. */
@ExtendWith(OneServer.class)
class EventsContractTest {
  private static final String STEPS = "step.";
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  EventsContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void theWayOfACaseIsTold() throws Exception {
    try (EventReader reader = reader("?after=0&brand=" + brand)) {
      long id = server.newCase(brand);
      long token = server.claim(id, "ada");
      server.act(id, "note", Map.of("agent", "ada", "text", "flies weekly"));
      server.reply(id, token, "Sorted. ^A");
      server.awaitState(id, "answered");
      server.act(id, "close", Map.of("agent", "ada"));
      assertThat(reader.awaitType("case.closed", LONG_ENOUGH)).isTrue();
      // What triage learns from the reply is told when it has learned, somewhere in between.
      List<Event> way =
          told(reader).stream().filter(event -> !event.type().startsWith("triage.")).toList();
      assertThat(way)
          .extracting(Event::type)
          .containsExactly(
              "post.received",
              "case.opened",
              "case.claimed",
              "case.noteAdded",
              "reply.queued",
              "reply.sent",
              "case.answered",
              "case.closed");
      JsonNode claimed = way.get(2).data();
      assertThat(claimed.path("case").asLong()).isEqualTo(id);
      assertThat(claimed.path("brand").asString()).isEqualTo(brand);
      assertThat(claimed.path("actor").asString()).isEqualTo("ada");
      assertThat(claimed.path("data").path("token").asLong()).isEqualTo(token);
      assertThat(claimed.path("v").asInt()).isEqualTo(1);
      assertThat(reader.events()).allMatch(e -> e.id() == e.data().path("seq").asLong());
    }
  }

  @Test
  void aStreamBeginsWhereItsReaderSays() throws Exception {
    List<Long> all = posted(5);
    long third = all.get(2);
    try (EventReader reader = reader("?brand=" + brand + "&after=" + third)) {
      assertThat(reader.awaitId(all.getLast(), LONG_ENOUGH)).isTrue();
      assertThat(ids(told(reader))).isEqualTo(all.subList(3, all.size()));
    }
  }

  @Test
  void withoutAPlaceAStreamBeginsNow() throws Exception {
    long last = posted(3).getLast();
    try (EventReader reader = reader("?brand=" + brand)) {
      assertThat(reader.awaitComment(LONG_ENOUGH)).as("it is open").isTrue();
      server.accept(server.post(brand, "later"));
      assertThat(reader.awaitType("post.received", LONG_ENOUGH)).isTrue();
      assertThat(reader.events().getFirst().id()).isGreaterThan(last);
    }
  }

  @Test
  void aStreamThatBreaksIsResumedWithNothingLostAndNothingTwice() throws Exception {
    try (EventReader reader = reader("?after=0&brand=" + brand)) {
      int times = 5;
      for (int i = 0; i < times; i++) {
        server.accept(server.post(brand, "p" + i));
        assertThat(reader.awaitId(inTheLog().getLast(), LONG_ENOUGH)).isTrue();
        reader.breakConnection();
      }
      List<Long> all = inTheLog();
      assertThat(reader.awaitId(all.getLast(), LONG_ENOUGH)).isTrue();
      assertThat(ids(told(reader))).isEqualTo(all);
      assertThat(reader.connections()).isGreaterThan(1);
    }
  }

  @Test
  void theHeaderBeatsTheParameter() throws Exception {
    List<Long> all = posted(3);
    long second = all.get(1);
    try (EventReader reader =
        EventReader.resume(server.running.port(), "?after=0&brand=" + brand, second)) {
      assertThat(reader.awaitId(all.getLast(), LONG_ENOUGH)).isTrue();
      assertThat(ids(told(reader))).isEqualTo(all.subList(2, all.size()));
    }
  }

  @Test
  void aPlaceThatIsNoneIsRefused() throws Exception {
    Answer header =
        server.api.send(server.api.request("/api/v1/events").header("Last-Event-ID", "x").GET());
    assertThat(header.status()).isEqualTo(400);
    assertThat(header.text("detail")).contains("Last-Event-ID");
    Answer parameter = server.api.get("/api/v1/events?after=x");
    assertThat(parameter.status()).isEqualTo(400);
    assertThat(parameter.contentType()).isEqualTo("application/problem+json");
  }

  /** The numbers of the brand's events after so many posts. */
  private List<Long> posted(int posts) throws Exception {
    for (int i = 0; i < posts; i++) {
      server.accept(server.post(brand, "p" + i));
    }
    return inTheLog();
  }

  private List<Long> inTheLog() {
    return new EventLog(server.running.switchboard().database().jdbi())
        .read(0, Long.MAX_VALUE, 1_000_000).stream()
            .filter(event -> brand.equals(event.brand()) && !event.type().startsWith(STEPS))
            .map(LoggedEvent::seq)
            .toList();
  }

  private EventReader reader(String query) {
    return EventReader.start(server.running.port(), query);
  }

  /** Without the steps that follow from events, a moment later and in between. */
  private static List<Event> told(EventReader reader) {
    return reader.events().stream().filter(event -> !event.type().startsWith(STEPS)).toList();
  }

  private static List<Long> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }
}

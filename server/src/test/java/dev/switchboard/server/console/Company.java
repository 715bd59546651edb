package dev.switchboard.server.console;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.memory.Faults;
import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.channels.ndjson.NdjsonPosts;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Policies;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.OfferDesk;
import dev.switchboard.server.intake.IntakeRefusal;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.testing.TestDatabase;
import dev.switchboard.store.triage.HistoryLabels;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The made-up airline Aurora Air: a real server, its database, and a network in memory. */
final class Company implements AutoCloseable {
  static final String BRAND = "Aurora Air";
  private static final int IMPORT_LINES = 500;
  private static final String OUT = ",\"direction\":\"out\"";
  private static final int MAX_KEPT_REPLIES = 1_000;

  private final MemoryNetwork network;
  private final RunningServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private int posts;

  private Company(MemoryNetwork network, RunningServer server) {
    this.network = network;
    this.server = server;
  }

  static Company open(Path data) throws InterruptedException {
    return open(data, InstantSource.system());
  }

  static Company open(Path data, InstantSource clock) throws InterruptedException {
    return open(data, clock, RoutingSettings.OFF);
  }

  /** One whose people are offered cases, up to three at a time. */
  static Company routing(Path data) throws InterruptedException {
    RoutingSettings usual = RoutingSettings.DEFAULT;
    RoutingSettings threeAtOnce =
        new RoutingSettings(
            usual.on(),
            Policies.offersAtOnce(usual.policy(), 3),
            usual.answerWithin(),
            usual.handling(),
            usual.skillLevel(),
            usual.skills());
    return open(data, InstantSource.system(), threeAtOnce);
  }

  private static Company open(Path data, InstantSource clock, RoutingSettings routing)
      throws InterruptedException {
    MemoryNetwork network = new MemoryNetwork(clock, 1, MAX_KEPT_REPLIES);
    Settings settings =
        new Settings(data, TestDatabase.urlOf(data), 0, null, CasePolicy.DEFAULT).with(routing);
    return new Company(network, RunningServer.start(settings, _ -> network, clock));
  }

  String address() {
    return "http://localhost:" + server.port();
  }

  MemoryNetwork network() {
    return network;
  }

  /** The network surely refuses, without a promise that trying again helps; or works again. */
  void network(Faults faults) {
    network.fail(faults);
  }

  /** Somebody asks for help on X, now; the answer is the case's id. */
  long asks(String author, String text) {
    return caseOf(post(new Post(author, text)));
  }

  /** A post as it comes in; the answer is its external id. */
  String post(Post post) {
    String id = "p" + ++posts;
    send(post.json(id));
    return id;
  }

  /**
   * What comes in.
   *
   * @param more further fields, as JSON with a comma before each; may be empty
   */
  record Post(String author, String text, String channel, Instant at, String brand, String more) {
    Post(String author, String text) {
      this(author, text, "x:@auroraair", Instant.now(), BRAND, ",\"language\":\"en\"");
    }

    Post at(Instant when) {
      return new Post(author, text, channel, when, brand, more);
    }

    Post on(String other) {
      return new Post(author, text, other, at, brand, more);
    }

    Post with(String fields) {
      return new Post(author, text, channel, at, brand, more + fields);
    }

    Post of(String other) {
      return new Post(author, text, channel, at, other, more);
    }

    Post answering(String id) {
      return with(",\"inReplyTo\":\"" + id + "\"");
    }

    private String json(String id) {
      return "{\"id\":\"%s\",\"channel\":\"%s\",\"author\":\"%s\",\"text\":\"%s\",\"createdAt\":\"%s\",\"brand\":\"%s\"%s}"
          .formatted(id, channel, author, text, at, brand, more);
    }
  }

  /** The author changes a post. */
  void change(String id, String field, Post post) {
    send(post.with("," + field).json(id));
  }

  /** Sends lines of JSON. */
  void send(String lines) {
    String answer = send("/api/v1/posts", lines);
    Assertions.assertThat(answer).contains("\"rejected\":[]");
  }

  /** The company's systems are changed: lines of JSON. */
  void change(String brand, String lines) {
    String query = "?brand=" + URLEncoder.encode(brand, StandardCharsets.UTF_8);
    String answer = send("/api/v1/changes" + query, lines);
    Assertions.assertThat(answer).contains("\"rejected\":[]");
  }

  private String send(String path, String lines) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A history that was imported: each question with the brand's answer, some days ago. */
  void answered(String brand, String channel, List<String> questions) {
    Instant at = Instant.now().minus(Duration.ofDays(40));
    StringBuilder lines = new StringBuilder();
    for (String question : questions) {
      String id = "h" + ++posts;
      at = at.plusSeconds(60);
      lines.append(new Post("c" + posts, question, channel, at, brand, "").json(id)).append('\n');
      Post answer = new Post("desk", "We are on it.", channel, at.plusSeconds(30), brand, OUT);
      lines.append(answer.answering(id).json(id + "a")).append('\n');
    }
    List<ParsedLine> parsed = new ArrayList<>();
    NdjsonPosts.parseLines(lines.toString().getBytes(StandardCharsets.UTF_8), parsed::add);
    try {
      for (int i = 0; i < parsed.size(); i += IMPORT_LINES) {
        var part = parsed.subList(i, Math.min(parsed.size(), i + IMPORT_LINES));
        Assertions.assertThat(server.switchboard().intake().accept(part, Origin.IMPORT).rejected())
            .isEmpty();
      }
      new HistoryLabels(server.switchboard().database().jdbi()).label(Instant.now());
    } catch (IntakeRefusal e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The open case that has a post of this external id. */
  long caseOf(String externalId) {
    return jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT c.id FROM cases c JOIN posts p ON p.conversation_id = c.conversation_id
                        WHERE p.external_id = :post AND c.state <> 'closed'
                        """)
                    .bind("post", externalId)
                    .mapTo(Long.class)
                    .findOne())
        .orElseThrow(
            () ->
                new AssertionError(
                    "post " + externalId + " has no open case; does it ask for help?"));
  }

  /** The word of the case's state. */
  String state(long id) {
    return server.switchboard().reads().findCase(id).orElseThrow().row().state().word();
  }

  /** The text of the newest reply that customers can see, or null. */
  @Nullable String lastPublished() {
    var replies = network.newest();
    return replies.isEmpty() ? null : replies.getLast().reply().text();
  }

  Jdbi jdbi() {
    return server.switchboard().database().jdbi();
  }

  /** The ids of all posts on an account. */
  List<Long> posts(String account) {
    return jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT p.id FROM posts p JOIN channels n ON n.id = p.channel_id
                        WHERE n.account = :account ORDER BY p.id
                        """)
                    .bind("account", account)
                    .mapTo(Long.class)
                    .list());
  }

  /** Somebody is in the directory, answers for one brand, and says what they do. */
  void person(String name, String brand, List<String> languages, int capacity, Presence presence) {
    var change =
        new ProfileChange(null, List.of(brand), languages, null, capacity, null, null, null);
    server.switchboard().staff().bring(name, change);
    server.switchboard().staff().setPresence(null, name, presence);
  }

  OfferStore offers() {
    return server.switchboard().offers();
  }

  OfferDesk offerDesk() {
    return server.switchboard().offerDesk();
  }

  CaseDesk desk() {
    return server.switchboard().desk();
  }

  @Override
  public void close() {
    server.close();
  }
}

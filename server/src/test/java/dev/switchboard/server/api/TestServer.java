package dev.switchboard.server.api;

import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.app.Reach;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.desk.DeskRules;
import dev.switchboard.server.people.PasswordWork;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.server.triage.TriageSettings;
import dev.switchboard.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The whole server on a PostgreSQL of its own, with a network in memory and a movable clock. */
public final class TestServer implements AutoCloseable {
  private static final int MAX_KEPT_REPLIES = 10_000;

  /** Next to no work for a password; PasswordsTest and ProxyTest see what it takes in earnest. */
  public static final PasswordWork LITTLE = new PasswordWork(64, 1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  private static final AtomicInteger BRANDS = new AtomicInteger();

  public final MovableClock clock = new MovableClock();
  public final MemoryNetwork network = new MemoryNetwork(clock, 1, MAX_KEPT_REPLIES);
  public final ApiClient api;
  public final RunningServer running;

  private TestServer(Path folder, @Nullable String apiKey, TriageSettings triage)
      throws InterruptedException {
    this(folder, apiKey, triage, DeskRules.DEFAULT, RoutingSettings.OFF);
  }

  private TestServer(
      Path folder,
      @Nullable String apiKey,
      TriageSettings triage,
      DeskRules rules,
      RoutingSettings routing)
      throws InterruptedException {
    Settings settings =
        new Settings(folder, TestDatabase.urlOf(folder), 0, apiKey, CasePolicy.DEFAULT, triage)
            .with(rules)
            .with(routing)
            .with(Reach.local(LITTLE));
    running = RunningServer.start(settings, _ -> network, clock);
    api = new ApiClient(running.port());
  }

  public static TestServer start(Path folder, @Nullable String apiKey) throws InterruptedException {
    return new TestServer(folder, apiKey, TriageSettings.DEFAULT);
  }

  /** With rules of its own for how colleagues work together. */
  public static TestServer start(Path folder, @Nullable String apiKey, DeskRules rules)
      throws InterruptedException {
    return new TestServer(folder, apiKey, TriageSettings.DEFAULT, rules, RoutingSettings.OFF);
  }

  /** One that offers cases to people. */
  public static TestServer startRouting(Path folder, RoutingSettings routing)
      throws InterruptedException {
    return new TestServer(folder, null, TriageSettings.DEFAULT, DeskRules.DEFAULT, routing);
  }

  public static TestServer startTriaging(Path folder, TriageSettings triage)
      throws InterruptedException {
    return new TestServer(folder, null, triage);
  }

  /** A name that no other test uses, so that tests on one server don't meet. */
  public static String newBrand() {
    return "brand" + BRANDS.incrementAndGet();
  }

  /** A post as a line of JSON, with these fields in place of the usual ones; null leaves out. */
  public String post(String brand, String id, @Nullable Object... fields) {
    Map<String, @Nullable Object> post = new LinkedHashMap<>();
    post.put("id", id);
    post.put("channel", "x:@" + brand);
    post.put("author", "casey");
    post.put("text", "my flight was cancelled and nobody answers, please help me rebook");
    post.put("createdAt", clock.instant().toString());
    for (int i = 0; i < fields.length; i += 2) {
      post.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    return ApiClient.JSON.writeValueAsString(post);
  }

  /** Sends posts, which must all be accepted. */
  public void accept(String... posts) throws IOException, InterruptedException {
    Answer answer = api.post("/api/v1/posts", String.join("\n", posts));
    if (answer.status() != 200 || answer.number("accepted") != posts.length) {
      throw new AssertionError("posts were answered with " + answer);
    }
  }

  /** A new case of a brand, with one post, and its id. */
  public long newCase(String brand) throws IOException, InterruptedException {
    accept(post(brand, brand + "-1"));
    return api.get("/api/v1/cases?brand=" + brand).json().path("items").path(0).path("id").asLong();
  }

  public JsonNode read(long caseId) throws IOException, InterruptedException {
    return api.get("/api/v1/cases/" + caseId).json();
  }

  public long claim(long caseId, String agent) throws IOException, InterruptedException {
    Answer answer = act(caseId, "claim", Map.of("agent", agent));
    if (answer.status() != 200) {
      throw new AssertionError("the claim was answered with " + answer);
    }
    return answer.number("token");
  }

  public Answer act(long caseId, String action, Map<String, ?> body)
      throws IOException, InterruptedException {
    return api.post("/api/v1/cases/%d/%s".formatted(caseId, action), body);
  }

  /** Replies with sight of everything. */
  public Answer reply(long caseId, long token, String text)
      throws IOException, InterruptedException {
    long seenThrough = lastPost(caseId);
    return act(caseId, "reply", Map.of("text", text, "token", token, "seenThrough", seenThrough));
  }

  public long lastPost(long caseId) throws IOException, InterruptedException {
    JsonNode posts = read(caseId).path("posts");
    return posts.path(posts.size() - 1).path("id").asLong();
  }

  /** Waits until a case is as it should be; the last look at it, if it never is. */
  public JsonNode awaitCase(long caseId, Expected expected)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    JsonNode found = read(caseId);
    while (!expected.holds(found) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      found = read(caseId);
    }
    if (!expected.holds(found)) {
      throw new AssertionError("the case never became what it should: " + found);
    }
    return found;
  }

  public JsonNode awaitState(long caseId, String state) throws IOException, InterruptedException {
    return awaitCase(caseId, found -> found.path("state").asString("").equals(state));
  }

  /** What a case should become. */
  public interface Expected {
    boolean holds(JsonNode found);
  }

  @Override
  public void close() {
    api.close();
    running.close();
  }
}

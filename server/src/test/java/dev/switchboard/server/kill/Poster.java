package dev.switchboard.server.kill;

import dev.switchboard.server.api.ApiClient;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A network's feed: sends posts, each batch again and again until it is acknowledged. */
final class Poster implements Runnable {
  private static final List<String> TEXTS =
      List.of(
          "my flight was cancelled and nobody answers the phone, please help me rebook",
          "where is my suitcase? it has been missing since yesterday, I need help",
          "I was charged twice for seat 14C, can you please refund me?",
          "what a view from the window this morning");
  private static final int MAX_BATCH_POSTS = 12;
  private static final int MAX_TRIES = 500;

  private final int number;
  private final ApiClient api;
  private final Ledger ledger;
  private final Random random;
  private final BooleanSupplier running;
  private final List<String> sent = new ArrayList<>();
  private int next;

  Poster(int number, ApiClient api, Ledger ledger, long seed, BooleanSupplier running) {
    this.number = number;
    this.api = api;
    this.ledger = ledger;
    this.random = new Random(seed);
    this.running = running;
  }

  @Override
  public void run() {
    try {
      while (running.getAsBoolean()) {
        sendBatch();
        TimeUnit.MILLISECONDS.sleep(10 + random.nextInt(60));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendBatch() throws InterruptedException {
    List<String> ids = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int posts = 1 + random.nextInt(MAX_BATCH_POSTS);
    for (int i = 0; i < posts; i++) {
      String id = "p%d-%d".formatted(number, next++);
      ids.add(id);
      body.append(post(id)).append('\n');
    }
    if (sendUntilAcknowledged(body.toString(), posts)) {
      ids.forEach(ledger::post);
      sent.addAll(ids);
    }
  }

  private String post(String id) {
    Map<String, @Nullable Object> post = new LinkedHashMap<>();
    post.put("id", id);
    post.put("channel", number % 2 == 0 ? "x:@northair" : "mastodon:@harbour");
    post.put("author", "customer-%d-%d".formatted(number, random.nextInt(200)));
    post.put("text", TEXTS.get(random.nextInt(TEXTS.size())) + " #" + id);
    post.put("createdAt", Instant.now().toString());
    if (!sent.isEmpty() && random.nextInt(3) == 0) {
      post.put("inReplyTo", sent.get(random.nextInt(sent.size())));
    }
    return ApiClient.JSON.writeValueAsString(post);
  }

  /** False only if the load was stopped before the server said yes. */
  private boolean sendUntilAcknowledged(String body, int posts) throws InterruptedException {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      try {
        ApiClient.Answer answer = api.post("/api/v1/posts", body);
        if (answer.status() == 200) {
          check(answer, posts);
          return true;
        }
        if (answer.status() != 503 && answer.status() != 429) {
          ledger.surprise("posts were answered with %s".formatted(answer));
          return false;
        }
      } catch (IOException _) {
        ledger.brokenCall();
      }
      TimeUnit.MILLISECONDS.sleep(Agent.TRY_AGAIN.toMillis());
    }
    ledger.surprise("posts were not taken in %d tries".formatted(MAX_TRIES));
    return false;
  }

  private void check(ApiClient.Answer answer, int posts) {
    long counted = answer.number("accepted") + answer.number("duplicates");
    if (counted != posts || !answer.json().path("rejected").isEmpty()) {
      ledger.surprise("%d posts were counted as %s".formatted(posts, answer.body()));
    }
  }
}

package dev.switchboard.server.kill;

import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.ApiClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Someone who answers: takes a waiting case, reads it, replies. Now and then they release it, hand
 * it over, or forget it until the lease runs out. After a broken call they do not know what became
 * of it, and go on with another case.
 */
final class Agent implements Runnable {
  private static final List<Integer> NOT_NOW = List.of(429, 503);

  /** A server that starts needs the processor more than those who ask whether it is there. */
  static final Duration TRY_AGAIN = Duration.ofMillis(200);

  private final String name;
  private final ApiClient api;
  private final Ledger ledger;
  private final Random random;
  private final BooleanSupplier running;
  private int written;

  Agent(int number, ApiClient api, Ledger ledger, long seed, BooleanSupplier running) {
    this.name = "agent-" + number;
    this.api = api;
    this.ledger = ledger;
    this.random = new Random(seed);
    this.running = running;
  }

  @Override
  public void run() {
    try {
      while (running.getAsBoolean()) {
        try {
          workOnOne();
          TimeUnit.MILLISECONDS.sleep(2 + random.nextInt(20));
        } catch (IOException _) {
          ledger.brokenCall();
          TimeUnit.MILLISECONDS.sleep(TRY_AGAIN.toMillis());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void workOnOne() throws IOException, InterruptedException {
    Answer list = api.get("/api/v1/cases?state=waiting&limit=100");
    if (!isFine(list, "list")) {
      return;
    }
    JsonNode items = list.json().path("items");
    if (items.isEmpty()) {
      return;
    }
    // Few to choose from, so that agents often want the same case.
    long id = items.get(random.nextInt(Math.min(12, items.size()))).path("id").asLong();
    Answer claim = api.post(path(id, "claim"), Map.of("agent", name));
    if (isFine(claim, "claim")) {
      work(id, claim.number("token"));
    }
  }

  private void work(long id, long token) throws IOException, InterruptedException {
    int mood = random.nextInt(20);
    if (mood == 0) {
      isFine(api.post(path(id, "release"), Map.of("token", token)), "release");
    } else if (mood == 1) {
      Answer handed = api.post(path(id, "transfer"), Map.of("token", token, "to", name + "-b"));
      if (isFine(handed, "transfer")) {
        reply(id, handed.number("token"), name + "-b");
      }
    } else if (mood == 2) {
      if (isFine(api.post(path(id, "heartbeat"), Map.of("token", token)), "heartbeat")) {
        reply(id, token, name);
      }
    } else if (mood > 3) {
      reply(id, token, name);
    }
  }

  private void reply(long id, long token, String as) throws IOException, InterruptedException {
    Answer read = api.get("/api/v1/cases/" + id);
    if (!isFine(read, "read")) {
      return;
    }
    JsonNode posts = read.json().path("posts");
    long seenThrough = posts.get(posts.size() - 1).path("id").asLong();
    String text =
        "This is sorted now, sorry for the wait. %s/%d ^%s".formatted(name, written++, as);
    Answer answer =
        api.post(
            path(id, "reply"), Map.of("text", text, "token", token, "seenThrough", seenThrough));
    if (answer.status() == 202) {
      ledger.reply(answer.number("reply"), new Ledger.Acknowledged(id, as, text));
    } else {
      isFine(answer, "reply");
    }
  }

  /** True if the call did what it should; a conflict or a server that is away is no surprise. */
  private boolean isFine(Answer answer, String what) {
    if (answer.status() == 409) {
      ledger.conflict();
    } else if (NOT_NOW.contains(answer.status())) {
      ledger.brokenCall();
    } else if (answer.status() != 200) {
      ledger.surprise("%s by %s was answered with %s".formatted(what, name, answer));
    }
    return answer.status() == 200;
  }

  private static String path(long id, String action) {
    return "/api/v1/cases/%d/%s".formatted(id, action);
  }
}

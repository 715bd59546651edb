package dev.switchboard.server.app;

import dev.switchboard.server.api.ApiErrors;
import dev.switchboard.server.api.CasesApi;
import dev.switchboard.server.api.ChangesApi;
import dev.switchboard.server.api.DraftsApi;
import dev.switchboard.server.api.EventsApi;
import dev.switchboard.server.api.ExceptionsApi;
import dev.switchboard.server.api.HealthApi;
import dev.switchboard.server.api.IncidentsApi;
import dev.switchboard.server.api.JudgingApi;
import dev.switchboard.server.api.KeysApi;
import dev.switchboard.server.api.OpenApi;
import dev.switchboard.server.api.PeopleApi;
import dev.switchboard.server.api.PostsApi;
import dev.switchboard.server.api.SessionsApi;
import dev.switchboard.server.api.TriageApi;
import dev.switchboard.server.console.Console;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.outbox.Channels;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.web.OwnCases;
import dev.switchboard.server.web.OwnPosts;
import dev.switchboard.server.web.WebConfig;
import dev.switchboard.server.web.WebServer;
import dev.switchboard.store.people.ClaimOwners;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Switchboard with its web server on top; stopping it finishes what was acknowledged. */
public final class RunningServer implements AutoCloseable {
  private final Closing closing = new Closing();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Switchboard switchboard;
  private final WebServer web;

  private RunningServer(Settings settings, Channels channels, InstantSource clock)
      throws InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    switchboard = closing.add(Switchboard.open(settings, channels, meters, clock));
    List<Object> parts = new ArrayList<>(api(meters));
    parts.add(new IncidentsApi(switchboard.incidentReads(), switchboard.incidents()));
    parts.add(new ChangesApi(switchboard.changes(), clock, switchboard.tail()::wake));
    parts.addAll(
        Console.parts(
            switchboard.reads(),
            new Console.Casework(ownCases(), switchboard.drafts()),
            switchboard.exceptions(),
            switchboard.tail(),
            new Console.Triaging(
                switchboard.triageReads(),
                ownPosts(),
                switchboard.promises(),
                switchboard.usedIntents()::of),
            new Console.Troubles(switchboard.incidentReads(), switchboard.incidents()),
            new Console.Staff(
                switchboard.accounts(),
                new FileImport(switchboard.intake(), switchboard.database().jdbi(), clock))));
    WebConfig config =
        new WebConfig(
            settings.port(),
            settings.apiKey(),
            settings.reach().listening(),
            switchboard.accounts());
    web = closing.add(start(config, parts));
    // Streams never end by themselves; they must before the web server waits for requests.
    closing.add(switchboard.tail()::close);
  }

  /** A server that may not be reached as it should, or whose port is taken, leaves nothing open. */
  private WebServer start(WebConfig config, List<Object> parts) {
    try {
      config.listening().check(config.gate().isClosed());
      config.listening().checkKey(config.apiKey());
      return WebServer.start(config, parts);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private List<Object> api(PrometheusMeterRegistry meters) {
    Accounts accounts = switchboard.accounts();
    return List.of(
        meters,
        new ApiErrors(),
        new OpenApi(),
        new HealthApi(switchboard.database(), meters),
        new PostsApi(switchboard.intake()),
        new CasesApi(switchboard.reads(), ownCases()),
        new DraftsApi(switchboard.drafts()),
        new TriageApi(switchboard.triageReads(), switchboard.promises()),
        new JudgingApi(ownPosts()),
        new ExceptionsApi(switchboard.reads(), switchboard.exceptions()),
        new EventsApi(switchboard.tail(), accounts.streams()),
        new PeopleApi(accounts.people()),
        new KeysApi(accounts.keys()),
        new SessionsApi(accounts.sessions()));
  }

  private CaseDesk ownCases() {
    return new OwnCases(switchboard.desk(), new ClaimOwners(switchboard.database().jdbi()));
  }

  private PostDesk ownPosts() {
    return new OwnPosts(switchboard.judging(), new ClaimOwners(switchboard.database().jdbi()));
  }

  /** Starts everything; {@code clock} is read to the microsecond, as the database keeps it. */
  public static RunningServer start(Settings settings, Channels channels, InstantSource clock)
      throws InterruptedException {
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder can't be made: " + e.getMessage(), e);
    }
    InstantSource micros = Clock.tick(clock.withZone(ZoneOffset.UTC), Duration.ofNanos(1_000));
    return new RunningServer(settings, channels, micros);
  }

  public int port() {
    return web.port();
  }

  public Switchboard switchboard() {
    return switchboard;
  }

  /** Closes everything when the process is told to stop. */
  public void closeOnShutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
  }

  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    closing.close();
    closed.countDown();
  }
}

package dev.switchboard.server.app;

import dev.switchboard.server.api.ApiErrors;
import dev.switchboard.server.api.CasesApi;
import dev.switchboard.server.api.ChangesApi;
import dev.switchboard.server.api.CustomersApi;
import dev.switchboard.server.api.DraftsApi;
import dev.switchboard.server.api.EventsApi;
import dev.switchboard.server.api.ExceptionsApi;
import dev.switchboard.server.api.FlowsApi;
import dev.switchboard.server.api.HealthApi;
import dev.switchboard.server.api.IdentityApi;
import dev.switchboard.server.api.IncidentsApi;
import dev.switchboard.server.api.JudgingApi;
import dev.switchboard.server.api.KeysApi;
import dev.switchboard.server.api.KnownBrands;
import dev.switchboard.server.api.NoticesApi;
import dev.switchboard.server.api.OffersApi;
import dev.switchboard.server.api.OpenApi;
import dev.switchboard.server.api.OperationsApi;
import dev.switchboard.server.api.PeopleApi;
import dev.switchboard.server.api.PostsApi;
import dev.switchboard.server.api.RepliesApi;
import dev.switchboard.server.api.SessionsApi;
import dev.switchboard.server.api.StaffApi;
import dev.switchboard.server.api.StaffImportApi;
import dev.switchboard.server.api.TeamsApi;
import dev.switchboard.server.api.TriageApi;
import dev.switchboard.server.console.Console;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.floor.FairnessWatch;
import dev.switchboard.server.floor.Floors;
import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.outbox.Channels;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.people.StaffImport;
import dev.switchboard.server.watching.Watching;
import dev.switchboard.server.web.OwnCases;
import dev.switchboard.server.web.OwnPosts;
import dev.switchboard.server.web.WebConfig;
import dev.switchboard.server.web.WebServer;
import dev.switchboard.store.floor.FairnessAlarms;
import dev.switchboard.store.people.ClaimOwners;
import dev.switchboard.store.people.Colleagues;
import dev.switchboard.store.process.StepCounts;
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
import org.jdbi.v3.core.Jdbi;

/** Switchboard with its web server on top; stopping it finishes what was acknowledged. */
public final class RunningServer implements AutoCloseable {
  private static final Duration JUDGE_FAIRNESS_EVERY = Duration.ofMinutes(2);

  private final Closing closing = new Closing();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Switchboard switchboard;
  private final WebServer web;

  private RunningServer(Settings settings, Channels channels, InstantSource clock)
      throws InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    switchboard = closing.add(Switchboard.open(settings, channels, meters, clock));
    List<Object> parts = new ArrayList<>(api(meters));
    Staff staff = switchboard.staff();
    StaffImport staffImport = new StaffImport(switchboard.accounts().people(), staff);
    parts.add(new StaffApi(staff));
    parts.add(new TeamsApi(staff.teams()));
    parts.add(new StaffImportApi(staffImport));
    parts.add(new IncidentsApi(switchboard.incidentReads(), switchboard.incidents()));
    parts.add(new CustomersApi(switchboard.customerReads(), switchboard.customers()));
    parts.add(
        new OffersApi(
            switchboard.offers(), switchboard.offerDesk(), switchboard.caseRouting(), clock));
    Floors floors = new Floors(switchboard.database().jdbi(), settings.weights(), clock);
    parts.add(new OperationsApi(switchboard.flowReads(), floors, clock));
    FairnessWatch fairness =
        new FairnessWatch(
            floors,
            new FairnessAlarms(switchboard.database().jdbi()),
            switchboard.reads()::brands,
            clock,
            switchboard.tail()::wake);
    closing.add(new Repeating("fairness", JUDGE_FAIRNESS_EVERY, fairness::look));
    FlowDesk flowDesk =
        new FlowDesk(switchboard.database().jdbi(), clock, switchboard.tail()::wake);
    parts.add(new FlowsApi(flowDesk, switchboard.flows()));
    parts.add(new ChangesApi(switchboard.changes(), clock, switchboard.tail()::wake));
    parts.addAll(
        Console.parts(
            switchboard.reads(),
            new Console.Casework(
                ownCases(),
                switchboard.approvals(),
                switchboard.deciders(),
                switchboard.drafts(),
                switchboard.notices(),
                new Watching(System::nanoTime),
                new Colleagues(switchboard.database().jdbi()),
                switchboard.flows()),
            new Console.Offering(
                switchboard.offers(),
                switchboard.offerDesk(),
                switchboard.caseRouting(),
                staff,
                clock),
            switchboard.exceptions(),
            switchboard.tail(),
            new Console.Triaging(
                switchboard.triageReads(),
                ownPosts(),
                switchboard.promises(),
                switchboard.usedIntents()::of),
            new Console.Troubles(switchboard.incidentReads(), switchboard.incidents()),
            new Console.Customers(switchboard.customerReads(), switchboard.customers()),
            new Console.Company(
                switchboard.accounts(),
                staff,
                staffImport,
                new FileImport(switchboard.intake(), switchboard.database().jdbi(), clock)),
            new Console.Working(
                flowDesk, switchboard.flows(), new StepCounts(switchboard.database().jdbi())),
            new Console.Floor(
                switchboard.flowReads(), switchboard.exceptionReads(), floors, clock)));
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
        new KnownBrands(switchboard.reads()::brands),
        new OpenApi(),
        new HealthApi(switchboard.database(), meters),
        new PostsApi(switchboard.intake()),
        new CasesApi(switchboard.reads(), ownCases()),
        new RepliesApi(switchboard.approvals()),
        new DraftsApi(switchboard.drafts()),
        new NoticesApi(switchboard.notices()),
        new TriageApi(switchboard.triageReads(), switchboard.promises()),
        new JudgingApi(ownPosts()),
        new ExceptionsApi(switchboard.reads(), switchboard.exceptions()),
        new EventsApi(switchboard.tail(), accounts.streams()),
        new PeopleApi(accounts.people()),
        new KeysApi(accounts.keys()),
        new IdentityApi(accounts.identities()),
        new SessionsApi(accounts.sessions()));
  }

  private OwnCases ownCases() {
    Jdbi jdbi = switchboard.database().jdbi();
    return new OwnCases(
        switchboard.desk(), new ClaimOwners(jdbi), new Colleagues(jdbi), switchboard.rules());
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

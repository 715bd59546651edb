package dev.switchboard.server.app;

import dev.switchboard.engine.casework.Approvals;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.server.desk.ApprovalDesk;
import dev.switchboard.server.desk.Approving;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.CustomerDesk;
import dev.switchboard.server.desk.Deciders;
import dev.switchboard.server.desk.Desk;
import dev.switchboard.server.desk.DeskRules;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.FlowRules;
import dev.switchboard.server.desk.Holding;
import dev.switchboard.server.desk.JudgingDesk;
import dev.switchboard.server.desk.OfferDesk;
import dev.switchboard.server.desk.OfferedCases;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.desk.Topics;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.incidents.IncidentRunner;
import dev.switchboard.server.incidents.LiveIncidentDesk;
import dev.switchboard.server.incidents.ServiceMaps;
import dev.switchboard.server.intake.Intake;
import dev.switchboard.server.intake.MuteWatch;
import dev.switchboard.server.language.TextLanguages;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.notices.Bell;
import dev.switchboard.server.notices.Notices;
import dev.switchboard.server.notices.Notifier;
import dev.switchboard.server.outbox.Channels;
import dev.switchboard.server.outbox.Endings;
import dev.switchboard.server.outbox.Outbox;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.process.Steps;
import dev.switchboard.server.routing.CaseRouting;
import dev.switchboard.server.routing.Dispatcher;
import dev.switchboard.server.triage.Audit;
import dev.switchboard.server.triage.Labels;
import dev.switchboard.server.triage.Learning;
import dev.switchboard.server.triage.LivePromises;
import dev.switchboard.server.triage.Promises;
import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.customers.CustomerReads;
import dev.switchboard.store.customers.CustomerStore;
import dev.switchboard.store.database.Database;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.drafts.DraftStore;
import dev.switchboard.store.incidents.ChangeStore;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.incidents.SqlIncidentReads;
import dev.switchboard.store.intake.IntakeMemory;
import dev.switchboard.store.intake.IntakeStore;
import dev.switchboard.store.intake.RememberedLanguages;
import dev.switchboard.store.intake.SeenKeys;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.notices.NoticeStore;
import dev.switchboard.store.outbox.AwaitingReplies;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.ExceptionReads;
import dev.switchboard.store.reads.FlowReads;
import dev.switchboard.store.reads.SqlCaseReads;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.triage.AuditStore;
import dev.switchboard.store.triage.LabelWriter;
import dev.switchboard.store.triage.LearnerStore;
import dev.switchboard.store.triage.SqlTriageReads;
import dev.switchboard.store.triage.TriageReads;
import dev.switchboard.store.triage.UsedIntents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The running system, without its web server: everything is built here, in the order in which a
 * post meets it, and closed in reverse, so that what was acknowledged is finished.
 */
public final class Switchboard implements AutoCloseable {
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
  private static final Duration SAVE_AUDIT_EVERY = Duration.ofMinutes(1);
  private static final Duration SWEEP_SESSIONS_EVERY = Duration.ofSeconds(30);
  private static final Duration SWEEP_OLD_EVERY = Duration.ofHours(1);
  private static final int MAX_SWEEP_CASES = 500;

  private final Closing closing = new Closing();
  private final Database database;
  private final CaseReads reads;
  private final EventTail tail;
  private final Accounts accounts;
  private final Staff staff;
  private final Exceptions exceptions;
  private final CaseDesk desk;
  private final CustomerDesk customers;
  private final ApprovalDesk approvals;
  private final Deciders deciders;
  private final OfferStore offers;
  private final OfferDesk offerDesk;
  private final DeskRules rules;
  private final Drafts drafts;
  private final Notices notices;
  private final PostDesk judging;
  private final TriageReads triageReads;
  private final Promises promises;
  private final Intake intake;
  private final IncidentReads incidentReads;
  private final IncidentDesk incidents;
  private final ChangeStore changes;
  private final FlowBook flows;

  private Switchboard(
      Settings settings, Channels channels, MeterRegistry meters, InstantSource clock)
      throws InterruptedException {
    ServiceMap services = ServiceMaps.read(settings.services());
    database =
        closing.add(
            settings.databaseUrl() == null
                ? Database.embedded(settings.data().resolve("postgres"))
                : Database.external(settings.databaseUrl()));
    Jdbi jdbi = database.jdbi();
    Jdbi byKey = database.byKey();
    SequenceIds ids = new SequenceIds(byKey);
    Directory directory = new Directory(byKey);
    SeenKeys seen = new SeenKeys(jdbi);
    IntakeMemory memory = new IntakeMemory(seen);
    reads = new SqlCaseReads(jdbi, byKey);
    flows = FlowBook.open(jdbi, clock.instant());
    tail = closing.add(EventTail.start(new EventLog(byKey)));

    NoticeStore noticeStore = new NoticeStore(byKey);
    notices = new Notices(noticeStore, clock, new Bell());
    Notifier notifier =
        closing.add(Notifier.start(byKey, noticeStore, notices.bell(), new MuteWatch(memory)));
    closing.add(new Repeating("old-notices", SWEEP_OLD_EVERY, notices::sweep));
    Runnable noticed =
        () -> {
          tail.wake();
          notifier.wake();
        };
    Dispatcher routing =
        closing.add(
            Dispatcher.start(
                byKey, flows, settings.routing(), settings.weights(), clock, noticed, meters));
    Runnable told =
        () -> {
          noticed.run();
          routing.wake();
        };
    Runnable followed =
        () -> {
          tail.wake();
          routing.wake();
        };

    closing.add(Steps.start(byKey, flows, clock, followed));
    Reach reach = settings.reach();
    accounts =
        new Accounts(jdbi, settings.apiKey(), reach.sessions(), reach.passwords(), clock, followed);
    staff = new Staff(jdbi, settings.weights(), clock, followed);
    closing.add(new Repeating("open-streams", SWEEP_EVERY, accounts::lookOver));
    closing.add(new Repeating("old-sessions", SWEEP_SESSIONS_EVERY, accounts::sweep));

    LearnerStore learners = new LearnerStore(byKey);
    Learning learning =
        closing.add(
            Learning.start(learners, directory, settings.triage(), clock, tail::wake, meters));
    Audit audit =
        new Audit(learning, directory, new AuditStore(jdbi), learners, settings.triage(), clock);
    closing.add(audit::save);
    closing.add(new Repeating("audit-place", SAVE_AUDIT_EVERY, audit::save));
    triageReads = new SqlTriageReads(jdbi);
    promises = new LivePromises(learning, audit, learners, triageReads, directory);
    Labels labels = new Labels(new LabelWriter(directory), meters);

    Casework casework = new Casework(settings.cases());
    FlowRules flowRules = new FlowRules(flows);
    DeskStore deskStore = new DeskStore(byKey, directory, ids);
    OutboxStore outboxStore = new OutboxStore(byKey, directory, ids, seen);
    Endings endings = new Endings(casework, deskStore, outboxStore, clock, told);
    Outbox outbox = closing.add(new Outbox(outboxStore, channels, endings, clock));
    Runnable deskCommitted =
        () -> {
          told.run();
          outbox.wake();
        };
    exceptions = new Exceptions(casework, deskStore, outboxStore, endings, clock, deskCommitted);
    rules = settings.desk();
    AwaitingReplies awaiting = new AwaitingReplies(byKey, directory);
    Desk people =
        new Desk(
            casework,
            new Eligibility(settings.weights()),
            flowRules,
            deskStore,
            outboxStore,
            exceptions,
            labels,
            new Holding(rules.approvals(), flowRules, awaiting),
            clock,
            deskCommitted);
    desk = people;
    customers =
        new CustomerDesk(
            new CustomerStore(deskStore, directory),
            deskStore,
            casework,
            memory,
            clock,
            deskCommitted);
    offers = new OfferStore(byKey);
    offerDesk = new OfferedCases(people, deskStore, offers, clock, deskCommitted);
    deciders = new Deciders(jdbi, flowRules);
    approvals =
        new Approving(
            new Approvals(casework),
            new Eligibility(settings.weights()),
            flowRules,
            deskStore,
            awaiting,
            clock,
            deskCommitted);
    Topics topics = new Topics(directory, rules.topics());
    judging =
        new JudgingDesk(casework, deskStore, labels, topics, learning, audit, clock, deskCommitted);
    closing.add(
        new Repeating("claim-expiry", SWEEP_EVERY, () -> people.expireClaims(MAX_SWEEP_CASES)));

    drafts = new Drafts(new DraftStore(byKey, directory), clock);
    closing.add(new Repeating("old-drafts", SWEEP_OLD_EVERY, drafts::sweep));

    incidentReads = new SqlIncidentReads(jdbi);
    changes = new ChangeStore(jdbi);
    IncidentRunner runner =
        closing.add(
            IncidentRunner.start(
                byKey, IncidentSettings.DEFAULT, services, clock, tail::wake, meters));
    incidents = new LiveIncidentDesk(runner, jdbi, directory, clock);

    Thread.ofPlatform().daemon().name("seen-keys").start(seen::load);
    TextLanguages words = new TextLanguages(settings.triage().languages());
    Thread.ofPlatform().daemon().name("languages").start(words::load);
    Languages languages = new Languages(words, new RememberedLanguages(directory, memory));
    Flow flow =
        new Flow(learning.triage(), languages, new PostRules(settings.cases()), ids, audit, topics);
    intake =
        closing.add(
            new Intake(
                flow,
                directory,
                () -> new IntakeStore(database.intake(), directory, ids, memory),
                clock,
                followed,
                meters));
    outbox.start(settings.databaseUrl() == null);
  }

  /**
   * Starts everything.
   *
   * @throws dev.switchboard.store.database.DatabaseException if there is no database to be had
   */
  public static Switchboard open(
      Settings settings, Channels channels, MeterRegistry meters, InstantSource clock)
      throws InterruptedException {
    return new Switchboard(settings, channels, meters, clock);
  }

  public Database database() {
    return database;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** Who works with whom, on what, and whether they are there. */
  public Staff staff() {
    return staff;
  }

  public CaseReads reads() {
    return reads;
  }

  public CaseDesk desk() {
    return desk;
  }

  public CustomerDesk customers() {
    return customers;
  }

  public CustomerReads customerReads() {
    return new CustomerReads(database.jdbi());
  }

  public ApprovalDesk approvals() {
    return approvals;
  }

  public Deciders deciders() {
    return deciders;
  }

  public OfferStore offers() {
    return offers;
  }

  public OfferDesk offerDesk() {
    return offerDesk;
  }

  /** Why this agent. */
  public CaseRouting caseRouting() {
    return new CaseRouting(database.jdbi());
  }

  public DeskRules rules() {
    return rules;
  }

  /** What people are writing. */
  public Drafts drafts() {
    return drafts;
  }

  /** What people are notified of. */
  public Notices notices() {
    return notices;
  }

  public PostDesk judging() {
    return judging;
  }

  public TriageReads triageReads() {
    return triageReads;
  }

  /** What people said that posts are about. */
  public UsedIntents usedIntents() {
    return new UsedIntents(database.jdbi());
  }

  public Promises promises() {
    return promises;
  }

  public IncidentReads incidentReads() {
    return incidentReads;
  }

  public IncidentDesk incidents() {
    return incidents;
  }

  /** What happened to the company's systems. */
  public ChangeStore changes() {
    return changes;
  }

  /** The flows by which cases run. */
  public FlowBook flows() {
    return flows;
  }

  /** How the work flows. */
  public FlowReads flowReads() {
    return new FlowReads(database.jdbi());
  }

  /** What needs a person, for a board. */
  public ExceptionReads exceptionReads() {
    return new ExceptionReads(database.jdbi());
  }

  public Exceptions exceptions() {
    return exceptions;
  }

  public Intake intake() {
    return intake;
  }

  public EventTail tail() {
    return tail;
  }

  @Override
  public void close() {
    closing.close();
  }
}

package dev.switchboard.store.testing;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseDecision.Done;
import dev.switchboard.engine.casework.CaseDecision.Refused;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.engine.testing.ScriptedTriage;
import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.intake.IntakeMemory;
import dev.switchboard.store.intake.IntakeStore;
import dev.switchboard.store.intake.SeenKeys;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.SqlCaseReads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Everything of the store on one database, with a triage that follows a script. */
public final class Spine {
  private final TestDatabase database;
  public final Jdbi jdbi;
  public final Directory directory;
  public final SequenceIds ids;
  public final Flow flow;
  public final Casework casework = new Casework(CasePolicy.DEFAULT);
  public final IntakeStore intake;
  public final DeskStore desk;
  public final OutboxStore outbox;
  public final CaseReads reads;
  public final EventLog log;

  public Spine(TestDatabase database) {
    this.database = database;
    jdbi = database.jdbi();
    directory = new Directory(jdbi);
    ids = new SequenceIds(jdbi);
    flow = new Flow(new ScriptedTriage(), new PostRules(CasePolicy.DEFAULT), ids);
    intake = anotherIntake();
    desk = new DeskStore(jdbi, directory, ids);
    outbox = new OutboxStore(jdbi, directory, ids, new SeenKeys(jdbi));
    reads = new SqlCaseReads(jdbi, jdbi);
    log = new EventLog(jdbi);
  }

  /** An intake with a memory of its own, as another process has it. */
  public IntakeStore anotherIntake() {
    return intake(memory());
  }

  /** A memory that knows of everything that is stored now. */
  public IntakeMemory memory() {
    SeenKeys seen = new SeenKeys(jdbi);
    seen.load();
    return new IntakeMemory(seen);
  }

  public IntakeStore intake(IntakeMemory memory) {
    return new IntakeStore(database.database().intake(), directory, ids, memory);
  }

  /** Stores live posts as one batch, an hour after the beginning. */
  public List<Accepted> arrive(Said... posts) {
    return arrive(Origin.LIVE, Said.minute(60), posts);
  }

  public List<Accepted> arrive(Origin origin, Instant now, Said... posts) {
    return arrive(intake, origin, now, posts);
  }

  public List<Accepted> arrive(IntakeStore into, Origin origin, Instant now, Said... posts) {
    List<Arrival> arrivals =
        Arrays.stream(posts).map(said -> flow.triage(said.post(), origin)).toList();
    return into.write(arrivals, now, batch -> accept(arrivals, batch, now));
  }

  private List<Accepted> accept(List<Arrival> arrivals, Batch batch, Instant now) {
    List<Accepted> accepted = new ArrayList<>();
    arrivals.forEach(arrival -> accepted.add(flow.accept(arrival, batch, now)));
    return accepted;
  }

  public interface Action {
    CaseDecision on(OpenCase on);
  }

  /** What a desk does: locks, decides, saves, commits. */
  public CaseDecision act(long caseId, String actor, Instant now, Action action) {
    desk.person(actor);
    return desk.inTransaction(
        now,
        tx -> {
          OpenCase on = tx.find(caseId).orElseThrow();
          CaseDecision decision = action.on(on);
          if (decision instanceof Done(var file, var events)) {
            tx.save(on, file, actor, events);
          }
          return decision;
        });
  }

  /** Claims a case and gives the token. */
  public long claim(long caseId, String agent, Instant now) {
    CaseDecision decision = act(caseId, agent, now, on -> casework.claim(on.file(), agent, now));
    return switch (decision) {
      case Done(CaseFile file, _) when file.state() instanceof CaseState.Claimed claim ->
          claim.token();
      case Done _, Refused _ -> throw new AssertionError(decision);
    };
  }

  /** Queues a reply that has seen everything, and gives its number. */
  public long reply(long caseId, String agent, long token, String text, Instant now) {
    long reply = desk.nextReply();
    desk.person(agent);
    desk.useTransaction(
        now,
        tx -> {
          OpenCase on = tx.find(caseId).orElseThrow();
          long seen = on.conversation().lastPost();
          Done done = (Done) casework.reply(on.file(), on.conversation(), token, seen, reply, now);
          outbox.queue(tx, on, reply, agent, text, seen, now);
          tx.save(on, done.file(), agent, done.events());
        });
    return reply;
  }

  /** What the outbox does when the network has said that a reply is out. */
  public void sent(QueuedReply reply, String externalId, Instant sentAt) {
    desk.useTransaction(
        sentAt,
        tx -> {
          OpenCase on = tx.find(reply.caseId()).orElseThrow();
          boolean overtaken = outbox.isOvertaken(tx, on, reply);
          outbox.sent(tx, on, reply, externalId, sentAt, overtaken);
          if (casework.sent(on.file(), reply.id(), externalId, sentAt, overtaken)
              instanceof Done(var file, var events)) {
            tx.save(on, file, null, events);
          }
        });
  }

  public CaseDetail detail(long caseId) {
    return reads.findCase(caseId).orElseThrow();
  }

  public CaseRow row(long caseId) {
    return detail(caseId).row();
  }

  /** All open cases, most urgent first. */
  public List<CaseRow> open() {
    return list(null);
  }

  public List<CaseRow> closed() {
    return list("closed");
  }

  private List<CaseRow> list(@Nullable String state) {
    return reads
        .cases(new CaseQuery(state, null, null, null, null, CaseQuery.Order.URGENT, null, 200))
        .items();
  }

  /** The one open case. */
  public long onlyCase() {
    List<CaseRow> open = open();
    if (open.size() != 1) {
      throw new AssertionError("not one open case: " + open);
    }
    return open.getFirst().id();
  }

  /** The history of a case, as the names of its events. */
  public List<String> history(long caseId) {
    return log.ofCase(caseId, 1000).stream().map(LoggedEvent::type).toList();
  }

  public long count(String table) {
    return number("SELECT count(*) FROM " + table);
  }

  /** The one number that a query gives. */
  public long number(String sql) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapTo(long.class).one());
  }
}

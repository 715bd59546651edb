package dev.switchboard.server.process;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.casework.Approvals;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.server.desk.Approving;
import dev.switchboard.server.desk.By;
import dev.switchboard.server.desk.Desk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.FlowRules;
import dev.switchboard.server.desk.Holding;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.outbox.Endings;
import dev.switchboard.server.triage.Labels;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.notices.NoticeStore;
import dev.switchboard.store.outbox.AwaitingReplies;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.process.FlowStore;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.TestDatabase;
import dev.switchboard.store.triage.LabelWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What happens to one case at the desk, as lines such as {@code Mon 09:10 ada claims}, and what the
 * log then says of its steps and deadlines, or why the desk refuses. On a real database; time is
 * what the lines say.
 */
final class DeskStory implements AutoCloseable {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String BRAND = "northwind";

  /** Nobody's claim runs out within a story. */
  private static final Duration LEASE = Duration.ofDays(30);

  /** How long who pauses in a story does so. */
  private static final Duration REST = Duration.ofHours(5);

  private final TestDatabase database = TestDatabase.fresh();
  final Spine spine = new Spine(database);
  final Jdbi jdbi = spine.jdbi;
  final FlowBook flows;
  private final ZoneId zone;
  private final LocalDate monday;
  private final Desk desk;
  private final Approving approving;
  private final Endings endings;
  private StepFollower follower;
  private Instant now;
  private long told;
  private int posts;
  private int others;
  private long caseId;
  private long token;

  DeskStory(FlowKey flow, ZoneId zone, LocalDate monday) {
    this.zone = zone;
    this.monday = monday;
    this.now = monday.atStartOfDay(zone).toInstant();
    this.flows = FlowBook.open(jdbi, now);
    this.follower = follower();
    Casework casework = new Casework(new CasePolicy(LEASE, Duration.ofDays(7), Duration.ofDays(7)));
    FlowRules rules = new FlowRules(flows);
    AwaitingReplies awaiting = new AwaitingReplies(jdbi, spine.directory);
    Runnable nobody = () -> {};
    endings = new Endings(casework, spine.desk, spine.outbox, () -> now, nobody);
    desk =
        new Desk(
            casework,
            new Eligibility(CaseWeights.DEFAULT),
            rules,
            spine.desk,
            spine.outbox,
            new Exceptions(casework, spine.desk, spine.outbox, endings, () -> now, nobody),
            new Labels(new LabelWriter(spine.directory), new SimpleMeterRegistry()),
            new Holding(ApprovalPolicy.DEFAULT, rules, awaiting),
            () -> now,
            nobody);
    approving =
        new Approving(
            new Approvals(casework),
            new Eligibility(CaseWeights.DEFAULT),
            rules,
            spine.desk,
            awaiting,
            () -> now,
            nobody);
    spine.directory.channel(Said.asks("none", 0).post().channel(), null);
    begin(flow);
  }

  /** New cases begin on this version from now on. */
  void begin(FlowKey flow) {
    new FlowStore(jdbi)
        .inTransaction(now, tx -> tx.activate(tx.lockBrand(BRAND).orElseThrow(), flow, null));
  }

  StepFollower follower() {
    return new StepFollower(jdbi, flows, () -> now, () -> {});
  }

  /** Goes on with a follower that knows nothing but what is stored. */
  void restart() {
    follower = follower();
  }

  /** Somebody in the directory. */
  void person(String name, String role, String team, String... skills) {
    jdbi.useHandle(
        h -> {
          h.execute(
              "INSERT INTO people (name, login, role, capacity) VALUES (?, ?, ?, 10)",
              name,
              name,
              role);
          if (!team.isEmpty()) {
            h.execute(
                "INSERT INTO teams (name, created_at) VALUES (?, now()) ON CONFLICT DO NOTHING",
                team);
            h.execute(
                """
                INSERT INTO team_members
                SELECT p.id, t.id FROM people p, teams t WHERE p.name = ? AND t.name = ?
                """,
                name,
                team);
          }
          for (String skill : skills) {
            h.execute(
                "INSERT INTO person_skills SELECT id, ?, 3 FROM people WHERE name = ?",
                skill,
                name);
          }
        });
  }

  /** Of what somebody is notified, the latest first. */
  List<String> notices(String name) {
    NoticeStore notices = new NoticeStore(jdbi);
    List<LoggedEvent> events = spine.log.ofCase(caseId, 1_000);
    notices.make(
        events.stream().filter(NoticeStore::mayConcern).map(LoggedEvent::seq).toList(),
        events.getLast().seq());
    return notices.told(name).latest().stream()
        .map(told -> told.kind().word() + ": " + told.words())
        .toList();
  }

  private boolean leads(String name) {
    return spine.number(
            "SELECT count(*) FROM people WHERE name = '%s' AND role IN ('lead', 'manager')"
                .formatted(name))
        > 0;
  }

  void isNew(String name) {
    jdbi.useHandle(h -> h.execute("UPDATE people SET reviewed = true WHERE name = ?", name));
  }

  /** What the log and the desk say of these lines. */
  String tell(String lines) {
    StringBuilder story = new StringBuilder();
    lines.lines().filter(line -> !line.isBlank()).forEach(line -> story.append(line(line)));
    return story.toString();
  }

  private String line(String line) {
    String[] words = line.strip().split("\\s+", 3);
    Instant at =
        monday
            .plusDays(DAYS.indexOf(words[0].toLowerCase(Locale.ROOT)))
            .atTime(LocalTime.parse(words[1]))
            .atZone(zone)
            .toInstant();
    String meanwhile = passUntil(at);
    String said = happens(words[2]);
    follow();
    return meanwhile + (said.isEmpty() ? what() : shown(now) + " no: " + said + "\n");
  }

  /** Time decides at the moments that it has said, as in a server that runs on. */
  private String passUntil(Instant at) {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      Instant next = nextLook();
      if (next.isAfter(at)) {
        now = at;
        return story.toString();
      }
      now = next.isAfter(now) ? next : now;
      follow();
      story.append(what());
    }
    throw new AssertionError("time never stops deciding");
  }

  private Instant nextLook() {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT min(look_again_at) FROM case_places")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MAX));
  }

  void follow() {
    for (int turns = 0; turns < 100; turns++) {
      if (follower.take() == StepFollower.Turn.DONE) {
        return;
      }
    }
    throw new AssertionError("there is always more to follow");
  }

  private String happens(String what) {
    String[] words = what.split(" ", 3);
    if (words[0].equals("time")) {
      desk.expireClaims(10);
      return "";
    }
    if (words[0].equals("customer")) {
      asks();
      return "";
    }
    if (words[0].equals("network")) {
      sent();
      return "";
    }
    String agent = words[0];
    DeskResult result =
        switch (words[1]) {
          case "claims" -> desk.claim(caseId, agent);
          case "releases" -> desk.release(caseId, token);
          case "hands" -> desk.transfer(caseId, token, words[2]);
          case "takes" -> desk.takeOver(caseId, agent, words[2]);
          case "passes" -> desk.passOn(caseId, agent, token, null);
          case "writes" -> desk.reply(caseId, words[2], token, lastPost());
          case "pauses" -> {
            String[] on = words[2].split(" for ", 2);
            yield desk.pause(
                caseId, token, WaitingOn.find(on[0]).orElseThrow(), on[1], now.plus(REST));
          }
          case "resumes" -> desk.resume(caseId, token);
          case "closes" -> desk.close(caseId, agent, token);
          case "reopens" -> desk.reopen(caseId, agent);
          case "approves" -> approving.approve(reply(), new By(agent, null, leads(agent)));
          case "returns" ->
              approving.sendBack(reply(), new By(agent, null, leads(agent)), words[2]);
          case "withdraws" -> approving.withdraw(reply(), new By(agent, null, leads(agent)));
          default -> throw new AssertionError(what);
        };
    token = 0;
    if (result instanceof DeskResult.Done(var file, _)
        && file.state() instanceof CaseState.Claimed claim) {
      token = claim.token();
    }
    return switch (result) {
      case DeskResult.Done _ -> "";
      case DeskResult.Refused(var refusal, var file) -> {
        token = file.state() instanceof CaseState.Claimed claim ? claim.token() : 0;
        yield refusal.sentence();
      }
      case DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ -> throw new AssertionError(what);
    };
  }

  private void asks() {
    posts++;
    Said post = Said.asks("q" + posts, 0).atTime(now);
    Said said = posts == 1 ? post : post.to("q1");
    spine.arrive(Origin.LIVE, now, said);
    if (posts == 1) {
      caseId = spine.onlyCase();
    }
  }

  /** Another customer's case, of which this story tells from now on. */
  void another() {
    posts = 0;
    others++;
    Said said = Said.asks("another" + others, 0).atTime(now).by("else" + others);
    spine.arrive(Origin.LIVE, now, said);
    caseId = spine.number("SELECT max(case_id) FROM events WHERE type = 'case.opened'");
    follow();
  }

  /** The story goes on with another case of it. */
  void goesOnWith(long known) {
    what();
    caseId = known;
  }

  private void sent() {
    for (QueuedReply reply : spine.outbox.take("story", now, 10)) {
      spine.desk.useTransaction(
          now,
          tx ->
              endings.sent(
                  tx, tx.find(reply.caseId()).orElseThrow(), reply, "r" + reply.id(), now, null));
    }
  }

  private long lastPost() {
    return spine.row(caseId).lastPost();
  }

  private long reply() {
    return spine.number("SELECT max(id) FROM replies WHERE case_id = " + caseId);
  }

  long caseId() {
    return caseId;
  }

  /** What the log says of the case since it was asked last. */
  private String what() {
    List<LoggedEvent> events =
        spine.log.ofCase(caseId, 1_000).stream().filter(event -> event.seq() > told).toList();
    if (!events.isEmpty()) {
      told = events.getLast().seq();
    }
    String words =
        events.stream()
            .map(event -> new EventWords(zone).of(event))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "%s %s\n".formatted(shown(now), words);
  }

  private String shown(Instant at) {
    return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(at.atZone(zone));
  }

  @Override
  public void close() {
    database.close();
  }
}

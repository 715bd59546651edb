package dev.switchboard.store.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.NoticeKind;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.testing.SpineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom an event concerns. */
class NoticeStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private NoticeStore notices;
  private long caseId;

  @BeforeEach
  void oneCase() {
    notices = new NoticeStore(database.jdbi());
    spine.arrive(Said.asks("q", 1));
    caseId = spine.onlyCase();
    for (String name : List.of("ann", "Bob", "Jo", "Jo Doe", "C++ (night)")) {
      spine.desk.person(name);
    }
  }

  private void note(String from, String text) {
    spine.desk.useTransaction(
        NOW,
        tx ->
            tx.record(
                new NewEvent(caseId, null, from, new Event.NoteAdded(text)),
                tx.find(caseId).orElseThrow().brandId()));
  }

  /** Makes what the whole log gives; the names of whom it concerns. */
  private List<String> make() {
    List<LoggedEvent> events = spine.log.ofCase(caseId, 1_000);
    return notices.make(
        events.stream().filter(NoticeStore::mayConcern).map(LoggedEvent::seq).toList(),
        events.getLast().seq());
  }

  @Test
  void whoeverGetsACaseIsToldByWhom() {
    long token = spine.claim(caseId, "ann", NOW);
    spine.act(caseId, "ann", NOW, on -> spine.casework.transfer(on.file(), token, "Bob", NOW));

    assertThat(make()).containsExactly("Bob");
    assertThat(notices.told("Bob").latest())
        .extracting(Notice::kind, Notice::caseId, Notice::actor, Notice::at, Notice::readAt)
        .containsExactly(tuple(NoticeKind.HANDED_OVER, caseId, "ann", NOW, null));
    assertThat(notices.told("ann").latest()).isEmpty();
    // Once more, as after a crash, adds nothing.
    assertThat(make()).containsExactly("Bob");
    assertThat(notices.unread("Bob")).isEqualTo(1);
    assertThat(notices.place()).isEqualTo(spine.log.ofCase(caseId, 1_000).getLast().seq());
  }

  private void event(String type, @Nullable String actor, String data) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    INSERT INTO events (at, brand_id, type, case_id, actor, data)
                    SELECT now(), brand_id, ?, id, ?, ?::jsonb FROM cases
                    """,
                    type,
                    actor,
                    data));
  }

  @Test
  void aTakeOverConcernsWhoHeldTheCaseAndAnApprovalWhoMayGiveIt() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE people SET login = lower(name), role = 'lead' WHERE name LIKE 'Jo%'"));
    event("case.takenOver", "Bob", "{\"from\":\"ann\",\"to\":\"Bob\",\"reason\":\"urgent\"}");
    event("reply.approvalAsked", "Jo", "{\"reply\":1,\"person\":\"Jo\",\"why\":\"newcomer\"}");
    event("reply.approved", "Jo Doe", "{\"reply\":1,\"person\":\"Jo\"}");
    event("reply.sentBack", "Jo Doe", "{\"reply\":1,\"person\":\"ann\",\"note\":\"softer\"}");
    assertThat(make()).containsExactlyInAnyOrder("ann", "Jo Doe", "Jo");
    assertThat(notices.told("ann").latest())
        .extracting(Notice::kind, Notice::actor, Notice::words)
        .containsExactly(
            tuple(NoticeKind.SENT_BACK, "Jo Doe", "softer"),
            tuple(NoticeKind.TAKEN_OVER, "Bob", "urgent"));
    assertThat(notices.told("Jo Doe").latest())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.APPROVAL_ASKED);
    assertThat(notices.told("Jo").latest())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.APPROVED);
  }

  @Test
  void anEscalationConcernsWhomTheFlowCallsThoseAtWorkFirstAndFiftyAtMost() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  """
                  INSERT INTO people (name, login, role, disabled_at, muted_notices, volunteer)
                  SELECT 'lead ' || i, 'lead' || i, 'lead', CASE i WHEN 3 THEN now() END,
                    CASE i WHEN 4 THEN ARRAY['called'] ELSE '{}' END, false
                  FROM generate_series(1, 60) AS i
                  UNION ALL SELECT 'a manager', 'manager', 'manager', NULL, '{}', false
                  UNION ALL SELECT 'an agent', 'agent', 'agent', NULL, '{}', false
                  UNION ALL SELECT 'an expert', 'expert', 'agent', NULL, '{}', false
                  UNION ALL SELECT 'a volunteer', 'volunteer', 'agent', NULL, '{}', true
                  UNION ALL SELECT 'of another brand', 'other', 'lead', NULL, '{}', false
                  UNION ALL SELECT 'a reader', 'reader', 'readOnly', NULL, '{}', false
                  """);
              h.execute(
                  """
                  INSERT INTO person_skills SELECT id, 'Refunds', 3 FROM people WHERE login = 'expert'
                  """);
              h.execute(
                  """
                  INSERT INTO person_brands SELECT id, 'another' FROM people WHERE login = 'other'
                  """);
              h.execute(
                  """
                  INSERT INTO presence SELECT id, 'working', now() FROM people
                  WHERE login IN ('lead60', 'manager')
                  """);
            });
    event("step.escalated", null, called("{\"roles\":[\"lead\"],\"teams\":[],\"topics\":[]}"));
    List<String> told = make();
    assertThat(told).hasSize(50).contains("lead 60", "a manager", "lead 1", "lead 50");
    assertThat(told)
        .doesNotContain(
            "lead 3", "lead 4", "lead 59", "an agent", "a volunteer", "of another brand");
    assertThat(notices.told("lead 60").latest())
        .extracting(Notice::kind, Notice::caseId, Notice::actor, Notice::words)
        .containsExactly(
            tuple(
                NoticeKind.CALLED,
                caseId,
                null,
                "In step \"queue\" for too long: it is for leads now, too."));
    make();
    assertThat(notices.unread("lead 60")).isEqualTo(1);
  }

  @Test
  void anApprovalThatTheFlowAsksForConcernsThoseWhomItNamesAtWorkFirstAndFiftyAtMost() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  """
                  INSERT INTO people (name, login, role)
                  SELECT 'press ' || i, 'press' || i, 'agent' FROM generate_series(1, 60) AS i
                  UNION ALL SELECT 'a lead', 'lead', 'lead'
                  UNION ALL SELECT 'an agent', 'agent', 'agent'
                  """);
              h.execute("INSERT INTO teams (name, created_at) VALUES ('Press', now())");
              h.execute(
                  """
                  INSERT INTO team_members
                  SELECT p.id, t.id FROM people p, teams t WHERE p.name LIKE 'press%'
                  """);
              h.execute(
                  """
                  INSERT INTO presence SELECT id, 'working', now() FROM people
                  WHERE login IN ('press60', 'lead')
                  """);
            });
    event("reply.approvalAsked", "press 1", asked("press 1", "{\"teams\":[\"Press\"]}"));
    List<String> told = make();
    assertThat(told).hasSize(50).contains("press 60", "press 2");
    assertThat(told).doesNotContain("press 1", "press 59", "a lead", "an agent");
    assertThat(notices.told("press 60").latest())
        .extracting(Notice::kind, Notice::caseId, Notice::actor)
        .containsExactly(tuple(NoticeKind.APPROVAL_ASKED, caseId, "press 1"));

    // Whoever the flow names, the last one is for everybody who answers customers.
    event("reply.approvalAsked", "a lead", asked("a lead", ""));
    make();
    assertThat(notices.unread("press 60")).isEqualTo(2);
    assertThat(notices.unread("a lead")).isZero();
  }

  private static String asked(String writer, String group) {
    String whole = group.isEmpty() ? "" : group.replace("}", ",\"roles\":[],\"topics\":[]}");
    return "{\"reply\":1,\"person\":\"%s\",\"why\":\"flow\",\"step\":\"press\",\"who\":[%s]}"
        .formatted(writer, whole);
  }

  @Test
  void anEscalationToThoseWhoKnowATopicOrToATeamConcernsThemOnly() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "UPDATE people SET login = lower(name), role = 'agent' WHERE name IN ('ann', 'Bob')");
              h.execute(
                  "INSERT INTO person_skills SELECT id, 'Refunds', 3 FROM people WHERE name = 'ann'");
              h.execute("INSERT INTO teams (name, created_at) VALUES ('Press', now())");
              h.execute(
                  """
                  INSERT INTO team_members
                  SELECT p.id, t.id FROM people p, teams t WHERE p.name IN ('Bob', 'Jo')
                  """);
            });
    event("step.escalated", null, called("{\"roles\":[],\"teams\":[],\"topics\":[\"refunds\"]}"));
    assertThat(make()).containsExactly("ann");
    event(
        "step.escalated",
        null,
        called("{\"roles\":[\"agent\"],\"teams\":[\"Press\"],\"topics\":[]}"));
    // Jo is in the team and can't sign in.
    assertThat(make()).containsExactlyInAnyOrder("ann", "Bob");
    assertThat(notices.unread("ann")).isEqualTo(1);
  }

  private static String called(String group) {
    return "{\"step\":\"queue\",\"after\":60,\"to\":\"leads\",\"who\":[" + group + "]}";
  }

  @Test
  void whoIsTakenForAwayIsToldSoWithoutACase() {
    LoggedEvent gone = presence("{\"person\":\"Bob\",\"why\":\"notLooking\",\"offers\":3}");
    LoggedEvent said = presence("{\"person\":\"Jo\",\"from\":\"working\",\"to\":\"away\"}");
    assertThat(NoticeStore.mayConcern(gone)).isTrue();
    assertThat(NoticeStore.mayConcern(said)).isFalse();
    assertThat(notices.make(List.of(gone.seq(), said.seq()), said.seq())).containsExactly("Bob");
    assertThat(notices.told("Bob").latest())
        .extracting(Notice::kind, Notice::caseId, Notice::words)
        .containsExactly(
            tuple(
                NoticeKind.SET_AWAY,
                null,
                "3 offers ran out, one after the other. Say that you work, and others come."));
  }

  private LoggedEvent presence(String data) {
    long seq =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            INSERT INTO events (at, type, data)
                            VALUES (now(), 'person.presenceChanged', :data::jsonb) RETURNING seq
                            """)
                        .bind("data", data)
                        .mapTo(long.class)
                        .one());
    return new LoggedEvent(
        seq, NOW, null, "person.presenceChanged", null, null, null, null, data, 1);
  }

  @Test
  void aNoteConcernsWhomItNamesAndNobodyElse() {
    note("ann", "@bob and @Jo Doe: please look, me@ann.example says it is urgent");
    note("Bob", "@Bobby knows more, ask @C++ (night).");
    assertThat(make()).containsExactlyInAnyOrder("Bob", "Jo Doe", "C++ (night)");
    assertThat(notices.told("Jo Doe").latest().getFirst().words()).startsWith("@bob and @Jo Doe");
    assertThat(notices.told("Bob").latest()).hasSize(1);
    note("Jo", "@Jo is me, @Bob");
    make();
    assertThat(notices.told("Jo").latest()).isEmpty();
    assertThat(notices.told("Bob").latest()).hasSize(2);
  }

  @Test
  void aReplyThatDidNotGoOutConcernsItsWriter() {
    long reply = spine.reply(caseId, "ann", spine.claim(caseId, "ann", NOW), "Dear", NOW);
    spine.desk.useTransaction(
        NOW,
        tx -> {
          var on = tx.find(caseId).orElseThrow();
          tx.raise(on, reply, ExceptionKind.SEND_FAILED, "too long");
          tx.raise(on, reply, ExceptionKind.SEND_UNKNOWN, "no answer");
        });
    assertThat(make()).containsExactly("ann");
    assertThat(notices.told("ann").latest())
        .extracting(Notice::kind, Notice::words)
        .containsExactly(
            tuple(NoticeKind.REPLY_UNKNOWN, "no answer"),
            tuple(NoticeKind.REPLY_FAILED, "too long"));
  }

  @Test
  void whatIsMutedIsNotMadeAndWhatIsReadIsNotCounted() {
    notices.mute("Bob", Set.of(NoticeKind.MENTIONED));
    assertThat(notices.muted("Bob")).containsExactly(NoticeKind.MENTIONED);
    note("ann", "@Bob");
    assertThat(make()).isEmpty();
    notices.mute("Bob", Set.of());
    note("ann", "@Bob, again");
    note("ann", "@Bob, and again");
    make();
    // The first one, too: it had not been made.
    assertThat(notices.unread("Bob")).isEqualTo(3);
    List<Notice> all = notices.told("Bob").latest();
    notices.read("Bob", all.getLast().id(), NOW);
    notices.read("ann", all.getFirst().id(), NOW);
    assertThat(notices.unread("Bob")).isEqualTo(2);
    notices.readThrough("Bob", all.get(1).id(), NOW);
    assertThat(notices.unread("Bob")).isEqualTo(1);
    assertThat(notices.told("Bob").latest().getLast().readAt()).isEqualTo(NOW);
    assertThat(notices.forget(NOW)).isZero();
    assertThat(notices.forget(NOW.plus(Duration.ofSeconds(1)))).isEqualTo(3);
  }

  @Test
  void eachPersonsOldestMakeRoom() {
    for (int i = 0; i < NoticeStore.MAX_KEPT_EACH + 5; i++) {
      note("ann", "@Bob " + i);
    }
    make();
    assertThat(spine.count("notifications")).isEqualTo(NoticeStore.MAX_KEPT_EACH);
    assertThat(notices.told("Bob").latest().getFirst().words())
        .isEqualTo("@Bob " + (NoticeStore.MAX_KEPT_EACH + 4));
  }

  @Test
  void thePlaceNeverGoesBack() {
    notices.keepPlace(9);
    notices.keepPlace(4);
    assertThat(notices.place()).isEqualTo(9);
  }
}

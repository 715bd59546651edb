package dev.switchboard.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.flows.FlowFile;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.process.FlowStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases go through their flows as the log tells, and the desk keeps to what the flows say. */
class StepsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final LocalDate BEFORE_SUMMER = LocalDate.of(2026, 3, 23);
  private static final FlowKey SPOKESPERSON = new FlowKey("spokesperson", 1);
  private static final FlowKey TEAM = new FlowKey("service-team", 1);
  private static final FlowKey COMPANY = new FlowKey("whole-company", 1);

  private static final String APPROVAL_ASKED = "approvalAsked: null";

  private @Nullable DeskStory story;

  private DeskStory story(FlowKey flow, LocalDate monday) {
    DeskStory begun = new DeskStory(flow, BERLIN, monday);
    story = begun;
    return begun;
  }

  @AfterEach
  void close() {
    if (story != null) {
      story.close();
    }
  }

  @Test
  void aSpokespersonAnswersTheNextMorningAndOnceTooLate() {
    assertThat(
            story(SPOKESPERSON, MONDAY)
                .tell(
                    """
                    Mon 16:00 customer asks
                    Tue 09:00 ada claims
                    Tue 09:30 ada writes We are on it.
                    Tue 09:31 network sends
                    Wed 10:00 customer asks again
                    Wed 14:30 ada claims
                    Wed 14:31 ada writes Still on it.
                    Wed 14:32 network sends
                    Wed 14:40 ada closes
                    """))
        .isEqualTo(
            """
            Mon 16:00 waiting (waiting), firstAnswer due Tue 12:00
            Tue 09:00 writing (claimed), with ada
            Tue 09:30 sending (pending), on its way
            Tue 09:31 answered (answered), firstAnswer met
            Wed 10:00 waiting (waiting), nextAnswer due Wed 14:00
            Wed 13:00 nextAnswer in danger: 1h left, ! The next answer is due Wed 7 Jan 14:00 (Europe/Berlin), and that will be missed as things go.
            Wed 14:00 nextAnswer breached, over: breached, ! The next answer was due Wed 7 Jan 14:00 (Europe/Berlin).
            Wed 14:30 writing (claimed), with ada
            Wed 14:31 sending (pending), on its way
            Wed 14:32 answered (answered), nextAnswer late by 32m, over: over
            Wed 14:40 done (closed)
            """);
  }

  @Test
  void whatRestsGoesOnByHandWhenTheCustomerWritesAndWhenTheTimeComes() {
    DeskStory resting = story(TEAM, MONDAY);
    assertThat(
            resting.tell(
                """
                Mon 09:00 customer asks
                Mon 09:10 ada claims
                Mon 09:20 ada pauses company for the workshop looks for it
                Mon 09:30 ada resumes
                Mon 09:31 ada resumes
                Mon 09:35 ada pauses customer for a photo of the ticket
                Mon 09:45 customer sends it
                Mon 09:46 ada pauses customer for the number on it
                Mon 14:46 time passes
                """))
        .isEqualTo(
            """
            Mon 09:00 queue (waiting), firstAnswer due Mon 11:00, close due Thu 09:00
            Mon 09:10 work (claimed), with ada, step due Mon 09:55
            Mon 09:20 ada waits for the company
            Mon 09:30 ada goes on
            Mon 09:31 no: The case does not rest, or no longer; look at it again.
            Mon 09:35 ada waits for the customer, close rests with 35h 25m left, step rests with 20m left
            Mon 09:45 it goes on, close goes on, due Thu 09:10, step goes on, due Mon 10:05
            Mon 09:46 ada waits for the customer, close rests with 35h 24m left, step rests with 19m left
            Mon 10:30 firstAnswer in danger: 30m left, ! The first answer is due Mon 5 Jan 11:00 (Europe/Berlin), and that will be missed as things go.
            Mon 11:00 firstAnswer breached, over: breached, ! The first answer was due Mon 5 Jan 11:00 (Europe/Berlin).
            Mon 14:46 it goes on, close goes on, due Thu 14:10, step goes on, due Mon 15:05
            """);
    assertThat(resting.notices("ada"))
        .containsExactly(
            "resumed: The time for it has come.", "resumed: The customer has written.");
  }

  @Test
  void aTeamsLeadIsCalledAndApprovesAndWhatIsHardGoesToThoseWhoKnow() {
    DeskStory team = story(TEAM, MONDAY);
    team.person("ada", "agent", "Social");
    team.person("ben", "agent", "Social", "refunds");
    team.person("cleo", "lead", "Social");
    team.person("rita", "readOnly", "");
    team.isNew("ben");
    assertThat(
            team.tell(
                """
                Mon 09:00 customer asks
                Mon 10:01 rita claims
                Mon 10:02 cleo claims
                Mon 10:03 cleo hands ada
                Mon 10:05 ada passes it on
                Mon 10:06 ada claims
                Mon 10:07 ben claims
                Mon 10:10 ben writes You get it back.
                Mon 10:11 ada approves
                Mon 10:12 cleo returns be kinder
                Mon 10:13 ben claims
                Mon 10:15 ben writes Sorry! You get it back.
                Mon 10:16 customer asks what is taking so long
                Mon 10:17 cleo approves
                Mon 10:18 cleo returns read what is new
                Mon 10:19 ben claims
                Mon 10:20 ben writes It is on its way.
                Mon 10:21 cleo approves
                Mon 10:22 network sends
                """))
        .isEqualTo(
            """
            Mon 09:00 queue (waiting), firstAnswer due Mon 11:00, close due Thu 09:00
            Mon 10:00 calls leads, ! In step "queue" for 1h: it is for leads now, too.
            Mon 10:01 no: rita may not act in step "queue" of the flow: it is for agents.
            Mon 10:02 work (claimed), with cleo, step due Mon 10:47, over: left_step
            Mon 10:03 work (claimed), with ada, step met, step due Mon 10:48
            Mon 10:05 second-level (waiting), step met, step due Mon 12:05
            Mon 10:06 no: ada may not act in step "second-level" of the flow: it is for people who know rebooking or refunds.
            Mon 10:07 expert-work (claimed), with ben, step met, step due Mon 12:07
            Mon 10:10 ! The flow asks for it: its writer is new, for leads., reply (pending), step met
            Mon 10:11 no: ada may not act in step "reply" of the flow: it is for leads.
            Mon 10:12 over: sent_back, second-level (waiting), step due Mon 12:12
            Mon 10:13 expert-work (claimed), with ben, step met, step due Mon 12:13
            Mon 10:15 ! The flow asks for it: its writer is new, for leads., reply (pending), step met
            Mon 10:17 no: The conversation has moved on: you saw it through post 1, it now ends with post 2; read what is new and send again.
            Mon 10:18 over: sent_back, second-level (waiting), step due Mon 12:18
            Mon 10:19 expert-work (claimed), with ben, step met, step due Mon 12:19
            Mon 10:20 ! The flow asks for it: its writer is new, for leads., reply (pending), step met
            Mon 10:21 over: approved, with cleo
            Mon 10:22 answered (answered), firstAnswer met, close rests with 34h 38m left
            """);
    assertThat(team.notices("cleo"))
        .last()
        .isEqualTo("called: In step \"queue\" for too long: it is for leads now, too.");
    team.restart();
    assertThat(team.notices("cleo")).filteredOn(told -> told.startsWith("called")).hasSize(1);
    assertThat(team.notices("ada")).noneMatch(told -> told.startsWith("called"));
  }

  @Test
  void aWholeCompanysReplyIsReadTwice() {
    DeskStory company = story(COMPANY, MONDAY);
    company.person("ada", "agent", "Social");
    company.person("ben", "agent", "Social");
    company.person("eve", "agent", "Experts");
    company.person("gus", "agent", "Press");
    company.person("lena", "lead", "Social");
    company.isNew("eve");
    String begun =
        company.tell(
            """
            Mon 09:00 customer asks
            Mon 09:01 ada claims
            Mon 09:02 ada passes it on
            Mon 09:03 ben claims
            Mon 09:04 eve claims
            """);
    company.jdbi.useHandle(
        h -> h.execute("UPDATE cases SET topics = '{safety}' WHERE id = ?", company.caseId()));
    String read =
        company.tell(
            """
            Mon 09:05 eve writes All is safe.
            Mon 09:06 eve approves
            Mon 09:07 ben approves
            Mon 09:08 ben approves
            Mon 09:09 gus approves
            Mon 09:10 network sends
            """);
    assertThat(begun + read)
        .isEqualTo(
            """
            Mon 09:00 floor (waiting), firstAnswer due Mon 09:30, close due Wed 09:00, step due Mon 09:20
            Mon 09:01 work (claimed), with ada, step met
            Mon 09:02 experts (waiting)
            Mon 09:03 no: ben may not act in step "experts" of the flow: it is for people of Experts, or leads.
            Mon 09:04 expert-work (claimed), with eve, step due Mon 13:04
            Mon 09:05 ! The flow asks for it: its writer is new, for agents., review (pending), step met
            Mon 09:06 no: Nobody approves or sends back their own reply; reply 1 needs a colleague's eyes.
            Mon 09:07 over: approved, ! The flow asks for it: it touches on safety, for people of Press, or managers., press (pending)
            Mon 09:08 no: ben may not act in step "press" of the flow: it is for people of Press, or managers.
            Mon 09:09 over: approved, sending (pending), on its way
            Mon 09:10 answered (answered), firstAnswer met, close rests with 47h 50m left
            """);
    // Agents were asked first, then the press office: neither who wrote it nor leads as such.
    assertThat(company.notices("gus")).filteredOn(APPROVAL_ASKED::equals).hasSize(2);
    for (String agent : List.of("ada", "ben", "lena")) {
      assertThat(company.notices(agent)).filteredOn(APPROVAL_ASKED::equals).hasSize(1);
    }
    assertThat(company.notices("eve")).doesNotContain(APPROVAL_ASKED);
  }

  @Test
  void whereNoFlowNamesAnybodyLeadsApproveAndSendBack() {
    DeskStory plain = story(FlowBook.USUAL, MONDAY);
    plain.person("ada", "agent", "");
    plain.person("ben", "agent", "");
    plain.person("cleo", "lead", "");
    plain.isNew("ben");
    assertThat(
            plain.tell(
                """
                Mon 09:00 customer asks
                Mon 09:01 ben claims
                Mon 09:02 ben writes We are on it.
                Mon 09:03 ada approves
                Mon 09:04 ada returns be kinder
                Mon 09:05 cleo approves
                """))
        .contains(
            "Mon 09:03 no: ada may not approve or send back this reply: where no flow names"
                + " others, leads do.",
            "Mon 09:04 no: ada may not approve or send back this reply: where no flow names"
                + " others, leads do.")
        .doesNotContain("Mon 09:05 no");
  }

  /** The night to 29 March has seven hours between ten and six; two is three. */
  @Test
  void aNightInWhichClocksChangeIsShorter() {
    DeskStory night = story(SPOKESPERSON, BEFORE_SUMMER);
    night.begin(save(night, nights(1)));
    assertThat(
            night.tell(
                """
                Sat 22:00 customer asks
                Sun 22:30 time passes
                """))
        .isEqualTo(
            """
            Sat 22:00 queue (waiting), firstAnswer due Sun 22:30
            Sun 05:00 firstAnswer in danger: 1h 30m left, ! The first answer is due Sun 29 Mar 22:30 (Europe/Berlin), and that will be missed as things go.
            Sun 22:30 firstAnswer breached, over: breached, ! The first answer was due Sun 29 Mar 22:30 (Europe/Berlin).
            """);
  }

  private static String nights(int version) {
    return """
    flow: nights
    version: %d
    hours: Europe/Berlin Mon-Sun 22:00-06:00
    deadlines: {firstAnswer: 7h 30m}
    policies: {foresee: 20%%}
    steps:
      queue: {state: waiting}
      work: {state: claimed}
      reply: {state: pending}
      answered: {state: answered}
      done: {state: closed}
    """
        .formatted(version);
  }

  private static FlowKey save(DeskStory story, String yaml) {
    FlowKey key = FlowFile.read(yaml).flows().getFirst().key();
    new FlowStore(story.jdbi).keep(key, yaml, Instant.EPOCH);
    return key;
  }

  @Test
  void aCaseFinishesOnTheVersionOnWhichItBeganAlsoAfterARestart() {
    DeskStory versions = story(SPOKESPERSON, MONDAY);
    String first = versions.tell("Mon 09:00 customer asks");
    long began = versions.caseId();
    versions.begin(save(versions, nights(2)));
    versions.restart();
    String then =
        versions.tell(
            """
            Mon 09:05 ada claims
            Mon 09:06 ada releases
            """);
    versions.another();
    assertThat(first + then)
        .isEqualTo(
            """
            Mon 09:00 waiting (waiting), firstAnswer due Mon 13:00
            Mon 09:05 writing (claimed), with ada
            Mon 09:06 waiting (waiting)
            """);
    assertThat(flow(versions, began)).isEqualTo("spokesperson 1 waiting");
    assertThat(flow(versions, versions.caseId())).isEqualTo("nights 2 queue");
  }

  /** As after an update that reads what is kept more strictly than before. */
  @Test
  void aVersionThatCanNotBeReadAnyMoreStopsNoCase() {
    DeskStory goingOn = story(SPOKESPERSON, MONDAY);
    goingOn.begin(save(goingOn, nights(1)));
    goingOn.person("ada", "agent", "");
    goingOn.tell(
        """
        Mon 22:00 customer asks
        Mon 22:05 ada claims
        Tue 22:05 time passes
        """);
    assertThat(flow(goingOn, goingOn.caseId())).isEqualTo("nights 1 work");
    assertThat(kinds(goingOn)).containsExactly("DEADLINE_BREACHED");

    FlowKey lost = new FlowKey("lost", 1);
    new FlowStore(goingOn.jdbi).keep(lost, "flow: lost\nversion: 1\nsteps: {}\n", Instant.EPOCH);
    goingOn.jdbi.useHandle(h -> h.execute("UPDATE case_places SET flow = 'lost'"));
    goingOn.begin(lost);
    goingOn.restart();
    assertThat(
            goingOn.tell(
                """
                Tue 22:06 ada writes We are on it.
                Tue 22:07 network sends
                """))
        .isEqualTo(
            """
            Tue 22:06 reply (pending), on its way, over: over
            Tue 22:07 answered (answered)
            """);
    assertThat(flow(goingOn, goingOn.caseId())).isEqualTo("plain 1 answered");
    assertThat(kinds(goingOn)).as("what was due in it is over").containsExactly("FLOW_UNREADABLE");
    assertThat(goingOn.spine.reads.exceptions(null).getFirst().reason())
        .contains("lost", "can't be read: line ");

    goingOn.another();
    assertThat(flow(goingOn, goingOn.caseId())).startsWith("plain 1 ");
    assertThat(kinds(goingOn)).containsExactly("FLOW_UNREADABLE");
  }

  private static List<String> kinds(DeskStory story) {
    return story.spine.reads.exceptions(null).stream().map(row -> row.kind().name()).toList();
  }

  private static String flow(DeskStory story, long caseId) {
    return story.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT flow || ' ' || version || ' ' || step FROM case_places
                    WHERE case_id = :case
                    """)
                .bind("case", caseId)
                .mapTo(String.class)
                .one());
  }

  @Test
  void ofTwoFollowersOneDoesTheWork() {
    DeskStory two = story(SPOKESPERSON, MONDAY);
    StepFollower other = two.follower();
    other.take();
    two.tell("Mon 09:00 customer asks");
    assertThat(other.take()).isEqualTo(StepFollower.Turn.NOT_OURS);
    assertThat(two.spine.history(two.caseId()))
        .containsOnlyOnce("step.enabled")
        .containsOnlyOnce("deadline.started");
    // It goes on from where the first has stopped.
    two.spine.claim(two.caseId(), "ada", Said.minute(120));
    while (other.take() != StepFollower.Turn.DONE) {}
    assertThat(flow(two, two.caseId())).isEqualTo("spokesperson 1 writing");
    two.follow();
    assertThat(two.spine.history(two.caseId())).containsOnlyOnce("step.started");
  }

  @Test
  void casesThatWereThereBeforeArePlacedAndNobodyIsTold() {
    DeskStory old = story(SPOKESPERSON, MONDAY);
    old.tell(
        """
        Mon 09:00 customer asks
        Mon 09:05 ada claims
        """);
    old.jdbi.useHandle(
        h -> {
          h.execute("DELETE FROM case_places");
          h.execute("DELETE FROM events WHERE type LIKE 'step.%' OR type LIKE 'deadline.%'");
          h.execute("INSERT INTO unplaced_cases SELECT id FROM cases");
        });
    old.restart();
    assertThat(old.tell("Fri 10:00 time passes")).isEmpty();
    assertThat(flow(old, old.caseId())).isEqualTo("spokesperson 1 writing");
    assertThat(old.spine.number("SELECT count(*) FROM exceptions")).isZero();
    assertThat(old.spine.row(old.caseId()).step())
        .satisfies(step -> assertThat(step.late()).isTrue());
  }

  @Test
  void aCaseWithWhichSomethingIsWrongHoldsUpNobody() {
    DeskStory wrong = story(SPOKESPERSON, MONDAY);
    wrong.tell("Mon 09:00 customer asks");
    long unreadable = wrong.caseId();
    wrong.another();
    long nowhere = wrong.caseId();
    wrong.another();
    wrong.jdbi.useHandle(
        h -> {
          h.execute("UPDATE case_places SET place = '{}' WHERE case_id = ?", unreadable);
          h.execute("UPDATE case_places SET step = 'gone' WHERE case_id = ?", nowhere);
        });
    assertThat(wrong.tell("Mon 13:00 time passes")).contains("firstAnswer breached");
    assertThat(flow(wrong, unreadable)).as("placed anew").isEqualTo("spokesperson 1 waiting");
    assertThat(
            wrong.spine.number(
                "SELECT count(*) FROM case_places WHERE look_again_at = '2026-01-05 14:00+1'"
                    + " AND case_id = "
                    + nowhere))
        .as("looked at again an hour later")
        .isEqualTo(1);
  }

  @Test
  void whoTakesAReplyBackNeedsRoomForTheCase() {
    DeskStory team = story(TEAM, MONDAY);
    team.person("ada", "agent", "Social");
    team.isNew("ada");
    team.jdbi.useHandle(h -> h.execute("UPDATE people SET capacity = 1"));
    team.tell(
        """
        Mon 09:00 customer asks
        Mon 09:01 ada claims
        Mon 09:02 ada writes You get it back.
        """);
    long first = team.caseId();
    team.another();
    team.tell("Mon 09:03 ada claims");
    team.goesOnWith(first);
    assertThat(team.tell("Mon 09:04 ada withdraws"))
        .isEqualTo(
            "Mon 09:04 no: ada holds as much as they can, 1 of 1: let another case go first.\n");
  }

  @Test
  void statementsDoNotGrowWithCasesNorEvents() {
    DeskStory many = story(TEAM, MONDAY);
    List<String> statements = new ArrayList<>();
    many.tell("Mon 09:00 customer asks");
    count(many, statements);
    many.spine.arrive(posts(1, 2));
    statements.clear();
    many.follow();
    int few = statements.size();
    many.spine.arrive(posts(2, 302));
    statements.clear();
    many.follow();
    assertThat(statements).hasSize(few).hasSizeLessThan(12);
    assertThat(many.spine.count("case_places")).isEqualTo(302);
  }

  private static Said[] posts(int from, int to) {
    List<Said> posts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      posts.add(Said.asks("more" + i, 60).by("customer" + i));
    }
    return posts.toArray(Said[]::new);
  }

  private static void count(DeskStory story, List<String> statements) {
    story
        .jdbi
        .getConfig(SqlStatements.class)
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                statements.add(context.getRawSql());
              }
            });
  }
}

package dev.switchboard.channels.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.process.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Flows as text: what is read of them, and what is said of mistakes. */
class FlowFileTest {
  private static final String SMALL =
      """
      flow: small
      version: 1
      steps:
        open: {state: waiting}
        work: {state: claimed}
        out: {state: pending}
        said: {state: answered}
        done: {state: closed}
      """;

  private static List<String> mistakes(String yaml) {
    return FlowFile.read(yaml).sentences();
  }

  @Test
  void aSmallFlowIsFiveSteps() {
    FlowFile.Read read = FlowFile.read(SMALL);
    assertThat(read.sentences()).isEmpty();
    Flow flow = read.flows().getFirst();
    assertThat(flow.start()).isEqualTo("open");
    assertThat(flow.steps()).hasSize(5);
    assertThat(flow.deadlines().targets()).isEmpty();
    assertThat(flow.deadlines().foreseeShare()).isEqualTo(0.25);
  }

  @Test
  void everyKeyIsRead() {
    Flow flow =
        FlowFile.read(
                """
                flow: full
                version: 7
                start: open
                hours: Europe/Berlin Mon-Fri 09:00-17:00
                holidays: [2026-12-25, 2026-12-24 09:00-13:00]
                deadlines: {firstAnswer: 1h 30m, nextAnswer: 2h, close: 40h}
                policies: {pauseWhileAnswered: false, foresee: 40%}
                steps:
                  other: {state: waiting}
                  open:
                    state: waiting
                    who:
                      - {roles: [agent, volunteer], teams: [Social], topics: [Refunds]}
                      - {roles: lead}
                    within: 20m
                    escalate:
                      - {after: 10m, to: {roles: [lead]}}
                      - after: 20m
                        to:
                          - {teams: [Night]}
                          - {roles: [manager]}
                    next: {passesOn: other}
                  work: {state: claimed}
                  out:
                    state: pending
                    approval: {when: [newcomer, sensitive], by: {roles: [lead]}}
                  said: {state: answered}
                  done: {state: closed}
                """)
            .flows()
            .getFirst();
    assertThat(flow.version()).isEqualTo(7);
    assertThat(flow.start()).isEqualTo("open");
    assertThat(flow.deadlines().hours().otherDays()).hasSize(2);
    assertThat(flow.deadlines().targets())
        .containsEntry(DeadlineKind.FIRST_ANSWER, Duration.ofMinutes(90))
        .containsEntry(DeadlineKind.CLOSE, Duration.ofHours(40));
    assertThat(flow.deadlines().pausedWhileAnswered()).isFalse();
    assertThat(flow.deadlines().foreseeShare()).isEqualTo(0.4);
    Step open = flow.getStep("open");
    assertThat(open.state()).isEqualTo(Lifecycle.WAITING);
    assertThat(open.who().words())
        .isEqualTo("volunteers or agents of Social who know refunds, or leads");
    assertThat(open.within()).isEqualTo(Duration.ofMinutes(20));
    assertThat(open.escalations()).hasSize(2);
    assertThat(open.escalations().get(1).to().groups()).hasSize(2);
    assertThat(open.next()).containsEntry(Trigger.PASSES_ON, "other");
    assertThat(flow.getStep("out").approval())
        .isEqualTo(
            new Approval(
                List.of(Approval.Occasion.NEWCOMER, Approval.Occasion.SENSITIVE),
                Who.of(Group.of(FlowRole.LEAD))));
  }

  @Test
  void allMistakesOfAFlowAreToldWithTheirPlaces() {
    assertThat(
            mistakes(
                """
                flow: Small
                versoin: 1
                hours: Europe/Berlin Mon-Fri 09:00-25:00
                holidays:
                  - 2026-12-25
                  - Christmas
                deadlines:
                  firstAnswer: 2d
                  fistAnswer: 2h
                policies:
                  foresee: a lot
                  pauseWhileAnswered: maybe
                steps:
                  open:
                    state: wating
                    who: {roles: [agnet], team: [Social]}
                  work:
                    state: claimed
                    within: quickly
                    next:
                      write: out
                      writes: said
                      claims: work
                      passesOn: opne
                  out:
                    state: pending
                    approval: {by: {roles: [lead]}}
                    escalate:
                      - {after: 2h, to: {roles: [lead]}}
                      - {after: 1h, to: {}}
                      - {to: {roles: [lead]}}
                  said:
                    state: answered
                    within: 2h
                  lost:
                    state: answered
                  done:
                    state: closed
                    approval: {when: always}
                """))
        .containsExactly(
            "line 1, column 1: version: is missing; begin with 1, and raise it with each change",
            "line 1, column 7: the name of a flow has lower-case letters, digits and hyphens, at"
                + " most 40, not \"Small\"",
            "line 2, column 1: unknown key \"versoin\" in a flow: did you mean \"version\"?",
            "line 3, column 8: hours: \"25:00\" is no time; write one such as 09:30",
            "line 6, column 5: holidays: \"Christmas\" is no holiday; a holiday reads like"
                + " 2026-12-25, a half day like 2026-12-24 09:00-13:00",
            "line 8, column 16: firstAnswer: \"2d\" has no fixed length in business time; write"
                + " hours, such as 16h for two days of eight",
            "line 9, column 3: unknown key \"fistAnswer\" in deadlines: did you mean"
                + " \"firstAnswer\"?",
            "line 11, column 12: foresee: \"a lot\" is no share of a target; write one such as"
                + " 25%",
            "line 12, column 23: pauseWhileAnswered: write true or false, not maybe",
            "line 15, column 12: state: there is no \"wating\": did you mean \"waiting\"?",
            "line 16, column 19: roles: there is no \"agnet\": did you mean \"agent\"?",
            "line 16, column 27: unknown key \"team\" in who: did you mean \"teams\"?",
            "line 19, column 13: within: \"quickly\" is no time; write one such as 30m, 2h or 1h"
                + " 30m",
            "line 21, column 7: unknown key \"write\" in next: did you mean \"writes\"?",
            "line 22, column 15: after writes a case is pending, and step \"said\" is answered",
            "line 23, column 15: claims does not happen while a case is claimed; there are"
                + " releases, claimExpires, handsOver, takesOver, passesOn, writes, closes",
            "line 24, column 17: there is no step \"opne\": did you mean \"open\"?",
            "line 27, column 5: approval needs when: one or more of always, newcomer, sensitive,"
                + " volunteer",
            "line 30, column 17: an escalation comes later than the one before it",
            "line 30, column 21: an escalation needs somebody to call, such as roles: [lead]",
            "line 31, column 9: an escalation needs after: and a time, such as 30m",
            "line 34, column 13: a time limit is for steps that wait on the company; step"
                + " \"said\" is answered",
            "line 39, column 5: a reply is approved in a pending step; step \"done\" is closed");
  }

  @Test
  void whatIsKeptIsReadUnlessSomethingStopsCases() {
    String odd =
        SMALL.replace("open: {state: waiting}", "open: {state: waiting}\n  lost: {state: waiting}");
    assertThat(FlowFile.read(odd).flows()).isEmpty();
    assertThat(FlowFile.readKept(odd).flows()).hasSize(1);
    assertThat(FlowFile.readKept(odd).mistakes()).isEmpty();
    String stuck = SMALL.replace("  said: {state: answered}\n", "");
    assertThat(FlowFile.readKept(stuck).flows()).isEmpty();
    assertThat(FlowFile.readKept(stuck).mistakes()).isNotEmpty();
    String whom = SMALL.replace("{state: waiting}", "{state: waiting, who: {roles: [agnet]}}");
    assertThat(FlowFile.readKept(whom).flows())
        .as("what is not understood is not left out: more could act than the company wants")
        .isEmpty();
  }

  @Test
  void whatLeadsNowhereAndWhatNothingLeadsToIsTold() {
    assertThat(
            mistakes(
                SMALL.replace(
                    "open: {state: waiting}", "open: {state: waiting}\n  lost: {state: waiting}")))
        .containsExactly(
            "line 5, column 3: nothing leads to step \"lost\"; name it under next of another"
                + " step, or leave it out");
    assertThat(mistakes(SMALL.replace("  said: {state: answered}\n", "")))
        .containsExactly("line 3, column 1: no step has state answered; a case needs one of each");
    assertThat(mistakes(SMALL.replace("version: 1", "version: 1\nstart: work")))
        .containsExactly(
            "line 3, column 8: a case starts waiting, and step \"work\" is claimed; start with a"
                + " step of state waiting");
    assertThat(mistakes(SMALL.replace("version: 1", "version: 1\nstart: opn")))
        .containsExactly(
            "line 3, column 8: there is no step \"opn\" to start with: did you mean \"open\"?");
    assertThat(
            mistakes(
                SMALL.replace(
                    "out: {state: pending}",
                    "out: {state: pending, next: {approves: too}}\n"
                        + "  too: {state: pending, next: {approves: out}}")))
        .containsExactly(
            "line 6, column 42: approvals go in a circle: from step \"out\" back to it",
            "line 7, column 42: approvals go in a circle: from step \"too\" back to it");
  }

  @Test
  void whoActsInAPendingStepIsSaidUnderApproval() {
    assertThat(
            mistakes(
                SMALL.replace(
                    "out: {state: pending}", "out: {state: pending, who: {roles: [lead]}}")))
        .containsExactly(
            "line 6, column 25: nobody works in a pending step; name who approves under approval,"
                + " as by");
  }

  @Test
  void targetsThatTakeYearsAreTold() {
    assertThat(
            mistakes(
                SMALL.replace(
                    "version: 1",
                    "version: 1\nhours: UTC Mon 09:00-09:01\ndeadlines: {close: 10h}")))
        .containsExactly(
            "line 4, column 20: 10h of business time may take years in these hours; write less");
  }

  @Test
  void hoursThatAreNeverOpenAreTold() {
    assertThat(mistakes(SMALL.replace("version: 1", "version: 1\nhours: Europe/Berlin")))
        .singleElement()
        .asString()
        .startsWith("line 3, column 8: hours: business hours are never open");
  }

  @Test
  void aFlowWithAMistakeLeavesItsNeighboursAlone() {
    FlowFile.Read read =
        FlowFile.read(
            SMALL
                + "---\n"
                + SMALL.replace("small", "broken").replace("claimed", "clamed")
                + "---\n"
                + SMALL.replace("small", "third")
                + "---\n"
                + SMALL);
    assertThat(read.flows()).extracting(Flow::name).containsExactly("small", "third");
    assertThat(read.sentences())
        .containsExactly(
            "line 14, column 17: state: there is no \"clamed\": did you mean \"claimed\"?",
            "line 28, column 7: small, version 1 is there twice");
  }

  @Test
  void brokenYamlIsNamedWithItsPlaceAndWhatCameBeforeIsKept() {
    FlowFile.Read read = FlowFile.read(SMALL + "---\nflow: [\n}\n");
    assertThat(read.flows()).hasSize(1);
    assertThat(read.sentences())
        .singleElement()
        .asString()
        .startsWith("line 11, column 1: not YAML: ");
  }

  @Test
  void aHolidayIsThereOnce() {
    assertThat(
            mistakes(
                SMALL
                    + "holidays:\n  - 2026-12-24 09:00-13:00\n  - 2026-12-25\n"
                    + "  - 2026-12-24 14:00-15:00\n"))
        .containsExactly(
            "line 12, column 5: holidays: 2026-12-24 is there twice; write all of its hours in one"
                + " place");
  }

  @Test
  void aCharacterThatNoFileHasIsNamedWithItsPlace() {
    assertThat(mistakes(SMALL + "# é\n  # bell \u0007\n"))
        .containsExactly("line 10, column 10: the character U+0007 can't stand here; leave it out");
  }

  @Test
  void whatIsNoFlowAtAllSaysHowToStart() {
    assertThat(mistakes(""))
        .containsExactly("line 1, column 1: the file is empty; start it with flow: and a name");
    assertThat(mistakes("- a\n- b\n"))
        .contains("line 1, column 1: a flow has keys with values, and is not a list");
    assertThat(mistakes(SMALL.replace("open: {state: waiting}", "open:")))
        .containsExactly("line 4, column 3: step \"open\" needs a state");
    assertThat(mistakes(SMALL.replace("open: {state: waiting}", "open: {state: [waiting]}")))
        .containsExactly("line 4, column 17: state has a single value, and is not a list");
    assertThat(mistakes(SMALL.replace("  work:", "  open: {}\n  work:")))
        .containsExactly("line 5, column 3: key \"open\" is twice in steps; the first counts");
  }

  @Test
  void whateverIsWrittenIsReadWithoutFalling() {
    assertThat(mistakes("flow: &a [*a]\nsteps: &b {b: *b}\n")).isNotEmpty();
    for (ShippedFlows shipped : ShippedFlows.values()) {
      String yaml = shipped.yaml();
      for (int cut = 0; cut < yaml.length(); cut += 7) {
        FlowFile.read(yaml.substring(0, cut));
        FlowFile.read(yaml.substring(0, cut) + "\n? [" + yaml.substring(cut));
        FlowFile.read(yaml.substring(0, cut) + yaml.substring(Math.min(yaml.length(), cut + 5)));
      }
    }
  }

  /** The guide's examples are flows, and it names every key and word. */
  @Test
  void theGuideTellsTheTruth() throws IOException {
    String guide = Files.readString(Path.of("../docs/flows.md"));
    Matcher examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(guide);
    assertThat(examples.find()).isTrue();
    assertThat(mistakes(examples.group(1))).isEmpty();
    Matcher wrong =
        Pattern.compile("```yaml mistakes\n(.*?)```.*?```text\n(.*?)```", Pattern.DOTALL)
            .matcher(guide);
    assertThat(wrong.find()).isTrue();
    assertThat(String.join("\n", mistakes(wrong.group(1))) + "\n").isEqualTo(wrong.group(2));
    Stream.of(
            FlowReader.KEYS,
            FlowReader.DEADLINES,
            FlowReader.POLICIES,
            StepReader.KEYS,
            StepReader.GROUP,
            StepReader.APPROVAL,
            StepReader.ESCALATION,
            StepReader.STATES,
            StepReader.ROLES,
            StepReader.OCCASIONS,
            StepReader.TRIGGERS)
        .flatMap(List::stream)
        .forEach(word -> assertThat(guide).contains("`" + word + "`"));
    for (ShippedFlows shipped : ShippedFlows.values()) {
      assertThat(guide).contains("`" + shipped.word() + "`");
    }
  }
}

package dev.switchboard.channels.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.process.Flow;
import org.junit.jupiter.api.Test;

/** The flows that ship, each in stories: what happens, and what becomes of the case. */
class ShippedFlowsTest {
  private static void assertStory(ShippedFlows flow, String happens, String told) {
    assertThat(FlowStory.tell(flow.flow(), happens)).isEqualTo(told);
  }

  @Test
  void allAreValidAndNamedAsTheirFiles() {
    assertThat(ShippedFlows.all())
        .extracting(Flow::name)
        .containsExactly("plain", "spokesperson", "service-team", "whole-company");
    for (ShippedFlows shipped : ShippedFlows.values()) {
      assertThat(shipped.flow().name()).isEqualTo(shipped.word());
    }
  }

  @Test
  void aSpokespersonAnswersTheNextMorning() {
    assertStory(
        ShippedFlows.SPOKESPERSON,
        """
        Mon 16:00 customer asks
        Tue 09:00 Ada claims
        Tue 09:30 Ada writes
        Tue 09:31 sent
        Wed 10:00 customer asks
        Wed 10:05 Ada claims
        Wed 10:06 Ada closes
        """,
        """
        Mon 16:00 waiting (waiting), first answer due Tue 12:00
        Tue 09:00 writing (claimed), with Ada
        Tue 09:30 sending (pending), on its way
        Tue 09:31 answered (answered), first answer met
        Wed 10:00 waiting (waiting), next answer due Wed 14:00
        Wed 10:05 writing (claimed), with Ada
        Wed 10:06 done (closed), next answer dropped
        """);
  }

  @Test
  void aSpokespersonIsTooLateAndAReplyFails() {
    assertStory(
        ShippedFlows.SPOKESPERSON,
        """
        Mon 09:00 customer asks
        Mon 12:30 Ada claims
        Mon 12:40 Ada writes
        Mon 12:41 notSent
        Mon 13:30 Ada claims
        Mon 13:40 Ada writes
        Mon 13:45 sent
        """,
        """
        Mon 09:00 waiting (waiting), first answer due Mon 13:00
        Mon 12:00 first answer in danger: 1h left
        Mon 12:30 writing (claimed), with Ada
        Mon 12:40 sending (pending), on its way
        Mon 12:41 waiting (waiting)
        Mon 13:00 first answer breached
        Mon 13:30 writing (claimed), with Ada
        Mon 13:40 sending (pending), on its way
        Mon 13:45 answered (answered), first answer late by 45m
        """);
  }

  @Test
  void whoTheCustomerOvertakesAnswersAgain() {
    assertStory(
        ShippedFlows.SPOKESPERSON,
        """
        Mon 09:00 customer asks
        Mon 09:30 Ada claims
        Mon 09:40 Ada writes
        Mon 09:41 customer asks
        Mon 09:42 sent
        """,
        """
        Mon 09:00 waiting (waiting), first answer due Mon 13:00
        Mon 09:30 writing (claimed), with Ada
        Mon 09:40 sending (pending), on its way
        Mon 09:42 waiting (waiting), first answer met, next answer due Mon 13:41
        """);
  }

  @Test
  void aTeamsLeadIsCalledWhenACaseWaitsTooLong() {
    assertStory(
        ShippedFlows.SERVICE_TEAM,
        """
        Mon 09:00 customer asks
        Mon 09:10 offered to Ada
        Mon 10:20 Cleo claims
        Mon 10:25 Cleo handsOver to Ben
        Mon 10:40 Ben writes
        Mon 10:40 sent
        Tue 09:00 Ben claims
        Tue 09:01 Ben releases
        """,
        """
        Mon 09:00 queue (waiting), first answer due Mon 11:00, close due Thu 09:00
        Mon 09:10 offered to Ada
        Mon 10:00 queue for 1h: calls leads
        Mon 10:20 work (claimed), with Cleo, step due Mon 11:05
        Mon 10:25 work (claimed), with Ben, step met, step due Mon 11:10
        Mon 10:30 first answer in danger: 30m left
        Mon 10:40 reply (pending), on its way, step met
        Mon 10:40 answered (answered), first answer out of danger, first answer met, close rests with 34h 20m left
        Tue 09:00 work (claimed), with Ben, step due Tue 09:45
        Tue 09:01 answered (answered), step met
        """);
  }

  @Test
  void whatIsSensitiveIsReadByALeadBeforeItGoesOut() {
    assertStory(
        ShippedFlows.SERVICE_TEAM,
        """
        Mon 09:00 customer asks about refunds and speaks of a lawyer
        Mon 09:05 Rita claims
        Mon 09:06 Finn claims
        Mon 09:07 Ada claims
        Mon 09:08 Ben writes
        Mon 09:15 Ada writes
        Mon 09:16 sent
        Mon 09:17 Ada approves
        Mon 09:18 Ben approves
        Mon 09:20 Cleo sendsBack
        Mon 09:21 Ada claims
        Mon 09:25 Ada writes
        Mon 10:00 Dan approves
        Mon 10:01 sent
        Mon 10:02 Cleo approves
        """,
        """
        Mon 09:00 queue (waiting), first answer due Mon 11:00, close due Thu 09:00
        Mon 09:05 no: Rita may not act in step "queue": it is for agents.
        Mon 09:06 no: Finn may not act in step "queue": it is for agents.
        Mon 09:07 work (claimed), with Ada, step due Mon 09:52
        Mon 09:08 no: Ben can't do this: Ada holds the case; ask for a hand-over.
        Mon 09:15 reply (pending), to be approved by leads: it touches on a lawyer, step met
        Mon 09:16 no: The reply waits in step "reply" for approval by leads.
        Mon 09:17 no: Ada wrote this reply; a colleague approves it or sends it back.
        Mon 09:18 no: Ben may not act in step "reply": it is for leads.
        Mon 09:20 queue (waiting)
        Mon 09:21 work (claimed), with Ada, step due Mon 10:06
        Mon 09:25 reply (pending), to be approved by leads: it touches on a lawyer, step met
        Mon 09:55 reply for 30m: calls managers
        Mon 10:00 with Dan
        Mon 10:01 answered (answered), first answer met, close rests with 34h 59m left
        Mon 10:02 no: The case is in step "answered" (answered), where it can't be approved; look at it again.
        """);
  }

  @Test
  void aTeamsNewcomerIsReadAndMayTakeTheReplyBack() {
    assertStory(
        ShippedFlows.SERVICE_TEAM,
        """
        Mon 09:00 customer asks about baggage
        Mon 09:01 Ada claims
        Mon 09:05 Ada writes newly
        Mon 09:06 Ben withdraws
        Mon 09:07 Ada withdraws
        Mon 09:10 Ada writes newly
        Mon 09:11 customer asks
        Mon 09:12 Cleo approves
        Mon 09:13 sent
        Mon 09:14 Dan reopens
        Mon 09:15 Ada handsOver to Ben
        Mon 09:16 Dan closes
        Mon 09:17 Ada reopens
        """,
        """
        Mon 09:00 queue (waiting), first answer due Mon 11:00, close due Thu 09:00
        Mon 09:01 work (claimed), with Ada, step due Mon 09:46
        Mon 09:05 reply (pending), to be approved by leads: its writer is new, step met
        Mon 09:06 no: Ben can't withdraw a reply by Ada; send it back instead.
        Mon 09:07 work (claimed), with Ada, step due Mon 09:52
        Mon 09:10 reply (pending), to be approved by leads: its writer is new, step met
        Mon 09:12 with Cleo
        Mon 09:13 queue (waiting), first answer met, next answer due Mon 13:11
        Mon 09:14 no: The case is in step "queue" (waiting), where it can't be reopened; look at it again.
        Mon 09:15 no: The case is in step "queue" (waiting), where it can't be handed over; look at it again.
        Mon 09:16 done (closed), next answer dropped, close met
        Mon 09:17 queue (waiting), next answer due Mon 13:17, close due Thu 09:17
        """);
  }

  @Test
  void whatATeamPassesOnGoesToThoseWhoKnow() {
    assertStory(
        ShippedFlows.SERVICE_TEAM,
        """
        Fri 19:00 customer asks about refunds
        Fri 19:05 Ada claims
        Fri 19:20 Ada passesOn
        Fri 19:25 Ada claims
        Fri 19:30 Ben claims
        Fri 19:40 Ben rests for customer
        Sat 10:10 customer asks
        Sat 10:15 Ben rests for company
        Sat 10:20 Ben resumes
        Sat 10:25 Ben writes
        Sat 10:26 sent
        Mon 09:00 closes
        """,
        """
        Fri 19:00 queue (waiting), first answer due Sat 11:00, close due Wed 13:00
        Fri 19:05 work (claimed), with Ada, step due Fri 19:50
        Fri 19:20 second-level (waiting), step met, step due Sat 11:20
        Fri 19:25 no: Ada may not act in step "second-level": it is for people who know rebooking or refunds.
        Fri 19:30 expert-work (claimed), with Ben, step met, step due Sat 11:30
        Fri 19:40 rests for the customer, close rests with 35h 20m left, step rests with 1h 50m left
        Sat 10:10 goes on as the customer wrote, close goes on, due Wed 13:30, step goes on, due Sat 12:00
        Sat 10:15 rests for the company
        Sat 10:20 goes on
        Sat 10:25 reply (pending), on its way, step met
        Sat 10:26 answered (answered), first answer met, close rests with 35h 4m left
        Mon 09:00 done (closed), close met
        """);
  }

  @Test
  void volunteersAreCalledForWhatTheyKnow() {
    assertStory(
        ShippedFlows.WHOLE_COMPANY,
        """
        Mon 02:00 customer asks about baggage
        Mon 02:05 Finn claims
        Mon 02:12 Finn claims
        Mon 02:20 Finn writes
        Mon 02:22 Ada approves
        Mon 02:23 sent
        """,
        """
        Mon 02:00 floor (waiting), first answer due Mon 02:30, close due Wed 02:00, step due Mon 02:20
        Mon 02:05 no: Finn may not act in step "floor": it is for agents.
        Mon 02:10 floor for 10m: calls volunteers
        Mon 02:12 work (claimed), with Finn, step met
        Mon 02:20 review (pending), to be approved by agents: its writer is a volunteer
        Mon 02:22 sending (pending), on its way
        Mon 02:23 answered (answered), first answer met, close rests with 47h 37m left
        """);
    assertStory(
        ShippedFlows.WHOLE_COMPANY,
        """
        Mon 02:00 customer asks about refunds
        Mon 02:12 Finn claims
        """,
        """
        Mon 02:00 floor (waiting), first answer due Mon 02:30, close due Wed 02:00, step due Mon 02:20
        Mon 02:10 floor for 10m: calls volunteers
        Mon 02:12 no: Finn is a volunteer and not certified for "refunds".
        """);
  }

  @Test
  void whatIsHardGoesToExpertsAndWhatIsSensitiveToThePress() {
    assertStory(
        ShippedFlows.WHOLE_COMPANY,
        """
        Mon 02:00 customer asks about delay and speaks of an accident
        Mon 02:01 Ada claims
        Mon 02:03 Ada passesOn
        Mon 02:04 Ada claims
        Mon 02:05 Eve claims
        Mon 02:15 Eve writes
        Mon 02:16 Ada approves
        Mon 02:17 Gus approves
        Mon 02:18 sent
        """,
        """
        Mon 02:00 floor (waiting), first answer due Mon 02:30, close due Wed 02:00, step due Mon 02:20
        Mon 02:01 work (claimed), with Ada, step met
        Mon 02:03 experts (waiting)
        Mon 02:04 no: Ada may not act in step "experts": it is for people of Experts, or leads.
        Mon 02:05 expert-work (claimed), with Eve, step due Mon 06:05
        Mon 02:15 press (pending), to be approved by people of Press, or managers: it touches on an accident, step met
        Mon 02:16 no: Ada may not act in step "press": it is for people of Press, or managers.
        Mon 02:17 sending (pending), on its way
        Mon 02:18 answered (answered), first answer met, close rests with 47h 42m left
        """);
  }

  @Test
  void aSlowQueueIsAnExceptionBeforeItIsABreach() {
    assertStory(
        ShippedFlows.WHOLE_COMPANY,
        """
        Mon 02:00 customer asks
        Mon 02:02 queue takes 40m
        Mon 02:05 queue takes 10m
        Mon 02:06 Ada claims
        Mon 02:08 claimExpires
        Mon 02:09 Ada passesOn
        """,
        """
        Mon 02:00 floor (waiting), first answer due Mon 02:30, close due Wed 02:00, step due Mon 02:20
        Mon 02:02 first answer in danger: 28m left
        Mon 02:05 first answer out of danger
        Mon 02:06 work (claimed), with Ada, step met
        Mon 02:08 floor (waiting), step due Mon 02:28
        Mon 02:09 experts (waiting), step met
        """);
  }
}

package dev.switchboard.server.console;

import dev.switchboard.engine.process.Trigger;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.AtHand;
import dev.switchboard.server.console.view.CaseView;
import dev.switchboard.server.console.view.CustomerPanel;
import dev.switchboard.server.console.view.ListView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.incident.IncidentCard;
import dev.switchboard.server.desk.Deciders;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.web.Deciding;
import dev.switchboard.server.web.OwnCases;
import dev.switchboard.store.customers.CustomerReads;
import dev.switchboard.store.identity.IdentityReads;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.StepRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case: the whole page with the list beside it, or the case alone. */
@RestController
final class CasePages {
  private final CaseReads reads;
  private final OwnCases hands;
  private final Deciders deciders;
  private final Drafts drafts;
  private final IncidentReads incidents;
  private final CustomerReads customers;
  private final IdentityReads identities;
  private final FlowBook flows;
  private final Lists lists;
  private final Whys whys;
  private final Shells shells;
  private final Pages pages;

  CasePages(
      CaseReads reads,
      OwnCases hands,
      Deciders deciders,
      Drafts drafts,
      IncidentReads incidents,
      CustomerReads customers,
      IdentityReads identities,
      FlowBook flows,
      Lists lists,
      Whys whys,
      Shells shells,
      Pages pages) {
    this.reads = reads;
    this.hands = hands;
    this.deciders = deciders;
    this.drafts = drafts;
    this.incidents = incidents;
    this.customers = customers;
    this.identities = identities;
    this.flows = flows;
    this.lists = lists;
    this.whys = whys;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<String> page(
      @PathVariable long id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    ListView list = lists.list(scope, agent, null);
    CaseView view = view(id, scope, agent, null);
    return pages.page(
        "case",
        Map.of(
            "shell", shells.shell(view.row().author(), agent, scope, list.seq(), request),
            "list", list,
            "view", view));
  }

  /**
   * The case alone: to be put beside a list that is there, or to bring what is there up to date.
   */
  @GetMapping("/console/cases/{id}")
  ResponseEntity<String> part(@PathVariable long id, Scope scope, Agent agent) {
    CaseView view = view(id, scope, agent, null);
    return pages.page("part/case", Map.of("view", view));
  }

  /** The incident that a post of the case reports, or null. */
  private @Nullable IncidentCard incident(long id, Scope scope) {
    return incidents.findByCase(id).map(row -> IncidentCard.of(row, scope)).orElse(null);
  }

  /** Who asks, with what they came with before; null if no customer wrote yet. */
  private @Nullable CustomerPanel customer(long id, Scope scope) {
    return customers
        .findByCase(id)
        .map(detail -> new CustomerPanel(detail, id, scope))
        .orElse(null);
  }

  private AtHand.Rights rights(CaseDetail detail, Agent agent) {
    ReplyRow awaiting = AtHand.findAwaiting(detail);
    ReplyRow.Approval asked = awaiting == null ? null : awaiting.approval();
    boolean approves =
        asked != null
            && deciders.may(detail.row().id(), asked.why().step(), Deciding.by(agent.name()));
    return new AtHand.Rights(approves, hands.mayTakeOver());
  }

  /** Where a case in this step is passed on to, or null. */
  private @Nullable String passTo(@Nullable StepRow at) {
    return at == null
        ? null
        : flows
            .get(at.flow())
            .findStep(at.step())
            .map(step -> step.next().get(Trigger.PASSES_ON))
            .orElse(null);
  }

  CaseView view(long id, Scope scope, Agent agent, @Nullable String notice) {
    return reads
        .findCase(id)
        .map(
            detail ->
                CaseView.of(
                    detail,
                    drafts.find(id, agent.name()).orElse(null),
                    whys.of(detail, agent),
                    incident(id, scope),
                    customer(id, scope),
                    identities.signing(agent.name(), detail.row().brand()),
                    scope,
                    agent,
                    rights(detail, agent),
                    passTo(detail.row().step()),
                    notice))
        .orElseThrow(() -> new NoSuchPage("There is no case %d.".formatted(id)));
  }
}

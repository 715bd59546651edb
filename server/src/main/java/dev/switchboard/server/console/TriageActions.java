package dev.switchboard.server.console;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.server.console.view.Act;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.TriageCard;
import dev.switchboard.server.console.view.TriageTab;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.desk.PostResult;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.triage.TriagePostRow;
import dev.switchboard.store.triage.TriageReads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say of the posts on triage's lists. The answer is the card as it then is. */
@RestController
final class TriageActions {
  private final PostDesk desk;
  private final TriageReads posts;
  private final CaseReads cases;
  private final TriageCards cards;
  private final Pages pages;

  TriageActions(PostDesk desk, TriageReads posts, CaseReads cases, TriageCards cards, Pages pages) {
    this.desk = desk;
    this.posts = posts;
    this.cases = cases;
    this.cards = cards;
    this.pages = pages;
  }

  @PostMapping("/console/triage/{view}/{id}/{act}")
  ResponseEntity<String> say(
      @PathVariable String view,
      @PathVariable long id,
      @PathVariable String act,
      Scope scope,
      Agent agent) {
    TriageTab tab = TriagePages.tab(view);
    Act what =
        Act.findByWord(act)
            .orElseThrow(() -> new NoSuchPage("\"%s\" can't be said.".formatted(act)));
    return switch (say(tab, id, what, agent)) {
      case PostResult.Done done ->
          ResponseEntity.ok()
              .header("HX-Trigger-After-Swap", Triggers.said(what.word(), id, done.model()))
              .headers(headers -> headers.setContentType(Pages.HTML))
              .body(
                  pages.text("part/triagecard", Map.of("card", card(id, tab, scope, agent, null))));
      case PostResult.Refused(var refusal, _) ->
          refused(id, tab, scope, agent, Refusals.sentence(refusal, agent));
      case PostResult.NotPossible(_, var sentence) -> refused(id, tab, scope, agent, sentence);
      case PostResult.NoSuchPost _, PostResult.NoSuchCase _ -> throw noSuchPost(id);
    };
  }

  private PostResult say(TriageTab tab, long id, Act act, Agent agent) {
    boolean audit = tab == TriageTab.CHECK;
    return switch (act) {
      case HELP -> audit ? desk.audit(id, agent.name(), true) : desk.bringBack(id, agent.name());
      case SET_ASIDE ->
          audit
              ? desk.audit(id, agent.name(), false)
              : desk.setAside(id, agent.name(), token(id, agent));
      case THANK -> desk.thank(id, agent.name());
      case UNDO -> desk.undo(id, agent.name());
    };
  }

  /** The agent's claim on the post's case; 0 if they hold none. */
  private long token(long id, Agent agent) {
    Long caseId = posts.findPost(id).map(TriagePostRow::caseId).orElse(null);
    return caseId == null
        ? 0
        : cases.cases(List.of(caseId)).stream()
            .map(row -> row.state())
            .filter(CaseState.Claimed.class::isInstance)
            .map(CaseState.Claimed.class::cast)
            .filter(claim -> claim.agent().equals(agent.name()))
            .mapToLong(CaseState.Claimed::token)
            .findFirst()
            .orElse(0);
  }

  private ResponseEntity<String> refused(
      long id, TriageTab tab, Scope scope, Agent agent, String why) {
    TriageCard card = card(id, tab, scope, agent, why);
    return pages.page(HttpStatus.CONFLICT, "part/triagecard", Map.of("card", card));
  }

  private TriageCard card(
      long id, TriageTab tab, Scope scope, Agent agent, @Nullable String notice) {
    return cards.card(id, tab, scope, agent, notice).orElseThrow(() -> noSuchPost(id));
  }

  private static NoSuchPage noSuchPost(long id) {
    return new NoSuchPage("There is no customer's post %d.".formatted(id));
  }
}

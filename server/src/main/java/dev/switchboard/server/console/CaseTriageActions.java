package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.CaseView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.desk.PostResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an agent says of a case that triage learns from. The answer is the case as it then is. */
@RestController
final class CaseTriageActions {
  private final PostDesk desk;
  private final CasePages cases;
  private final Pages pages;

  CaseTriageActions(PostDesk desk, CasePages cases, Pages pages) {
    this.desk = desk;
    this.cases = cases;
    this.pages = pages;
  }

  /** Nobody needs help here; {@code token} is 0 if nobody holds the case. */
  @PostMapping("/console/cases/{id}/set-aside")
  ResponseEntity<String> setAside(
      @PathVariable long id, @RequestParam long token, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.setAsideCase(id, agent.name(), token), "setAside");
  }

  /** Takes back what was said last of a post. */
  @PostMapping("/console/cases/{id}/undo")
  ResponseEntity<String> undo(
      @PathVariable long id, @RequestParam long post, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.undo(post, agent.name()), "undone");
  }

  /** Says what a post is about, or whether it reports a problem. */
  @PostMapping("/console/cases/{id}/tag")
  ResponseEntity<String> tag(
      @PathVariable long id,
      @RequestParam long post,
      @RequestParam(required = false) @Nullable String intent,
      @RequestParam(required = false) @Nullable Boolean problem,
      Scope scope,
      Agent agent) {
    PostResult result;
    try {
      String about = intent == null || intent.isBlank() ? null : intent.strip();
      result = desk.tag(post, agent.name(), about, problem);
    } catch (IllegalArgumentException e) {
      return refused(id, scope, agent, String.valueOf(e.getMessage()));
    }
    return answer(id, scope, agent, result, "tagged");
  }

  private ResponseEntity<String> answer(
      long id, Scope scope, Agent agent, PostResult result, String done) {
    return switch (result) {
      case PostResult.Done _ -> {
        CaseView view = cases.view(id, scope, agent, null);
        yield ResponseEntity.ok()
            .header("HX-Trigger", Triggers.done(done, id))
            .headers(headers -> headers.setContentType(Pages.HTML))
            .body(pages.text("part/case", Map.of("view", view)));
      }
      case PostResult.Refused(var refusal, _) ->
          refused(id, scope, agent, Refusals.sentence(refusal, agent));
      case PostResult.NotPossible(_, var sentence) -> refused(id, scope, agent, sentence);
      case PostResult.NoSuchPost(var post) ->
          throw new NoSuchPage("There is no customer's post %d.".formatted(post));
      case PostResult.NoSuchCase _ -> throw new NoSuchPage("There is no case %d.".formatted(id));
    };
  }

  private ResponseEntity<String> refused(long id, Scope scope, Agent agent, String why) {
    CaseView view = cases.view(id, scope, agent, why);
    return pages.page(HttpStatus.CONFLICT, "part/case", Map.of("view", view));
  }
}

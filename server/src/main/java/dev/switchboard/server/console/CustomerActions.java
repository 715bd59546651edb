package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.CaseView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.desk.CustomerDesk;
import dev.switchboard.server.desk.CustomerResult;
import dev.switchboard.store.customers.AuthorRow;
import dev.switchboard.store.customers.CustomerDetail;
import dev.switchboard.store.customers.CustomerReads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an agent says of a case's customer. The answer is the case as it then is. */
@RestController
final class CustomerActions {
  private static final int MAX_SEARCH_CHARS = 200;

  private final CustomerDesk desk;
  private final CustomerReads reads;
  private final CasePages cases;
  private final Pages pages;

  CustomerActions(CustomerDesk desk, CustomerReads reads, CasePages cases, Pages pages) {
    this.desk = desk;
    this.reads = reads;
    this.cases = cases;
    this.pages = pages;
  }

  /** Accounts that may be joined to the customer of this case. */
  @GetMapping("/console/cases/{id}/customer/search")
  ResponseEntity<String> search(@PathVariable long id, @RequestParam String handle, Scope scope) {
    CustomerDetail customer = reads.findByCase(id).orElseThrow(() -> noCustomer(id));
    String start = handle.strip();
    Set<Long> theirs = customer.authors().stream().map(AuthorRow::id).collect(Collectors.toSet());
    List<AuthorRow> found =
        start.isEmpty() || start.length() > MAX_SEARCH_CHARS
            ? List.of()
            : reads.search(customer.authors().getFirst().brand(), start).stream()
                .filter(row -> !theirs.contains(row.id()))
                .toList();
    return pages.page(
        "part/joinable",
        Map.of(
            "found", found,
            "start", start,
            "at", scope.address("/console/cases/%d/customer/join".formatted(id))));
  }

  @PostMapping("/console/cases/{id}/customer/join")
  ResponseEntity<String> join(
      @PathVariable long id, @RequestParam long author, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.join(author(id), author, agent.name()), "joined");
  }

  @PostMapping("/console/cases/{id}/customer/part")
  ResponseEntity<String> part(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long join,
      Scope scope,
      Agent agent) {
    return answer(id, scope, agent, desk.undo(author(id), join, agent.name()), "parted");
  }

  @PostMapping("/console/cases/{id}/customer/mute")
  ResponseEntity<String> mute(
      @PathVariable long id, @RequestParam long author, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.mute(author, agent.name()), "muted");
  }

  @PostMapping("/console/cases/{id}/customer/unmute")
  ResponseEntity<String> unmute(
      @PathVariable long id, @RequestParam long author, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.unmute(author, agent.name()), "unmuted");
  }

  @PostMapping("/console/cases/{id}/customer/spam")
  ResponseEntity<String> spam(
      @PathVariable long id, @RequestParam long author, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.spam(author, agent.name()), "spam");
  }

  private long author(long caseId) {
    return reads.authorOf(caseId).orElseThrow(() -> noCustomer(caseId));
  }

  private static NoSuchPage noCustomer(long caseId) {
    return new NoSuchPage("There is no case %d in which a customer wrote.".formatted(caseId));
  }

  private ResponseEntity<String> answer(
      long id, Scope scope, Agent agent, CustomerResult result, String done) {
    return switch (result) {
      case CustomerResult.Done(_, _, var left) -> {
        String notice =
            left == 0
                ? null
                : "%d of their cases %s left open, since somebody works on %s."
                    .formatted(left, left == 1 ? "is" : "are", left == 1 ? "it" : "them");
        CaseView view = cases.view(id, scope, agent, notice);
        yield ResponseEntity.ok()
            .header("HX-Trigger", Triggers.done(done, id))
            .headers(headers -> headers.setContentType(Pages.HTML))
            .body(pages.text("part/case", Map.of("view", view)));
      }
      case CustomerResult.Refused(var why) ->
          pages.page(
              HttpStatus.CONFLICT, "part/case", Map.of("view", cases.view(id, scope, agent, why)));
      case CustomerResult.NoSuch(var sentence) -> throw new NoSuchPage(sentence);
    };
  }
}

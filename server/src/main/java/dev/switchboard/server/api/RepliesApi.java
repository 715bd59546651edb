package dev.switchboard.server.api;

import dev.switchboard.server.desk.ApprovalDesk;
import dev.switchboard.server.desk.By;
import dev.switchboard.server.web.Deciding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replies that wait for approval: approved, sent back, withdrawn. */
@RestController
public final class RepliesApi {
  private final ApprovalDesk desk;

  public RepliesApi(ApprovalDesk desk) {
    this.desk = desk;
  }

  record Agent(@Nullable String agent) {}

  record Note(@Nullable String agent, @Nullable String note) {}

  @PostMapping("/api/v1/replies/{id}/approve")
  public ResponseEntity<Object> approve(@PathVariable long id, @RequestBody Agent body) {
    return CasesApi.state(desk.approve(id, by(body.agent())));
  }

  @PostMapping("/api/v1/replies/{id}/send-back")
  public ResponseEntity<Object> sendBack(@PathVariable long id, @RequestBody Note body) {
    String note = Needed.text("note", body.note());
    return CasesApi.state(desk.sendBack(id, by(body.agent()), note));
  }

  /** Withdraws one's own reply; one holds the case again, with the token in the answer. */
  @PostMapping("/api/v1/replies/{id}/withdraw")
  public ResponseEntity<Object> withdraw(@PathVariable long id, @RequestBody Agent body) {
    return CasesApi.claimed(desk.withdraw(id, by(body.agent())));
  }

  private static By by(@Nullable String agent) {
    return Deciding.by(Acting.as(agent));
  }
}

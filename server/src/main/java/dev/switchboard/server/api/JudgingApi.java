package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.desk.PostResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people say of posts, so that triage learns. */
@RestController
public final class JudgingApi {
  private final PostDesk desk;

  public JudgingApi(PostDesk desk) {
    this.desk = desk;
  }

  record Who(@Nullable String agent) {}

  record Holder(@Nullable String agent, @Nullable Long token) {
    long tokenOrNone() {
      return token == null ? 0 : token;
    }
  }

  record TagBody(@Nullable String agent, @Nullable String intent, @Nullable Boolean problem) {}

  record AuditBody(@Nullable String agent, @Nullable Boolean needsHelp) {}

  record Done(
      long post,
      @Nullable Long label,
      @Nullable String judged,
      @JsonProperty("case") @Nullable Long caseId,
      @Nullable String caseState,
      int model) {}

  @PostMapping("/api/v1/posts/{id}/set-aside")
  public ResponseEntity<Object> setAside(@PathVariable long id, @RequestBody Holder body) {
    return answer(desk.setAside(id, Acting.as(body.agent()), body.tokenOrNone()));
  }

  @PostMapping("/api/v1/cases/{id}/set-aside")
  public ResponseEntity<Object> setAsideCase(@PathVariable long id, @RequestBody Holder body) {
    return answer(desk.setAsideCase(id, Acting.as(body.agent()), body.tokenOrNone()));
  }

  @PostMapping("/api/v1/posts/{id}/bring-back")
  public ResponseEntity<Object> bringBack(@PathVariable long id, @RequestBody Who body) {
    return answer(desk.bringBack(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/posts/{id}/thank")
  public ResponseEntity<Object> thank(@PathVariable long id, @RequestBody Who body) {
    return answer(desk.thank(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/posts/{id}/tag")
  public ResponseEntity<Object> tag(@PathVariable long id, @RequestBody TagBody body) {
    return answer(desk.tag(id, Acting.as(body.agent()), body.intent(), body.problem()));
  }

  @PostMapping("/api/v1/posts/{id}/audit")
  public ResponseEntity<Object> audit(@PathVariable long id, @RequestBody AuditBody body) {
    if (body.needsHelp() == null) {
      throw new IllegalArgumentException("the body must have \"needsHelp\", true or false");
    }
    return answer(desk.audit(id, Acting.as(body.agent()), body.needsHelp()));
  }

  @PostMapping("/api/v1/posts/{id}/undo")
  public ResponseEntity<Object> undo(@PathVariable long id, @RequestBody Who body) {
    return answer(desk.undo(id, Acting.as(body.agent())));
  }

  private static ResponseEntity<Object> answer(PostResult result) {
    return switch (result) {
      case PostResult.Done(var post, var label, var judged, var file, var model) ->
          ResponseEntity.ok(
              new Done(
                  post,
                  label,
                  judged == null ? null : judged.word(),
                  file == null ? null : Long.valueOf(file.id()),
                  file == null ? null : file.state().word(),
                  model));
      case PostResult.Refused(var refusal, var file) -> Problems.refused(refusal, file);
      case PostResult.NotPossible(_, var sentence) ->
          Problems.of(HttpStatus.CONFLICT, "not-possible", sentence);
      case PostResult.NoSuchPost(var id) -> Problems.noSuch("customer's post", id);
      case PostResult.NoSuchCase(var id) -> Problems.noSuch("case", id);
    };
  }
}

package dev.switchboard.server.api;

import dev.switchboard.server.desk.Drafts;
import dev.switchboard.store.drafts.Draft;
import dev.switchboard.store.drafts.SavedDraft;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one is writing oneself; nobody reads another's. */
@RestController
public final class DraftsApi {
  private final Drafts drafts;

  public DraftsApi(Drafts drafts) {
    this.drafts = drafts;
  }

  record Body(
      @Nullable String agent,
      @Nullable String text,
      @Nullable Long seenThrough,
      @Nullable Long revision) {}

  record Written(
      long id,
      String text,
      long seenThrough,
      long revision,
      Instant updatedAt,
      @Nullable String leftBy) {}

  record Saved(long id, long revision) {}

  @GetMapping("/api/v1/cases/{id}/draft")
  public ResponseEntity<Object> find(
      @PathVariable long id, @RequestParam(required = false) @Nullable String agent) {
    return drafts
        .find(id, Acting.oneself(agent))
        .<ResponseEntity<Object>>map(draft -> ResponseEntity.ok(written(id, draft)))
        .orElseGet(() -> Problems.noSuch("draft of yours on case", id));
  }

  @PostMapping("/api/v1/cases/{id}/draft")
  public ResponseEntity<Object> save(@PathVariable long id, @RequestBody Body body) {
    SavedDraft saved =
        drafts.save(
            id,
            Acting.oneself(body.agent()),
            Needed.text("text", body.text()),
            body.seenThrough() == null ? 0 : body.seenThrough(),
            Needed.number("revision", body.revision()));
    return switch (saved) {
      case SavedDraft.Kept(var revision) -> ResponseEntity.ok(new Saved(id, revision));
      case SavedDraft.Overtaken(var now) -> overtaken(id, now);
      case SavedDraft.NoSuchCase _ -> Problems.noSuch("case", id);
    };
  }

  private static Written written(long id, Draft draft) {
    return new Written(
        id, draft.text(), draft.seenThrough(), draft.revision(), draft.updatedAt(), draft.leftBy());
  }

  private static ResponseEntity<Object> overtaken(long id, @Nullable Draft now) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT,
            "A later revision of this draft is kept already; go on from that one.");
    problem.setType(URI.create("urn:switchboard:problem:draft-overtaken"));
    problem.setTitle(HttpStatus.CONFLICT.getReasonPhrase());
    problem.setProperty("case", id);
    problem.setProperty("revision", now == null ? 0 : now.revision());
    problem.setProperty("text", now == null ? "" : now.text());
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}

package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.store.drafts.Draft;
import dev.switchboard.store.drafts.SavedDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the composer keeps while somebody types, for its scripts. */
@RestController
final class DraftParts {
  private final Drafts drafts;

  DraftParts(Drafts drafts) {
    this.drafts = drafts;
  }

  /** A draft as the page knows it; revision 0 is none. */
  record Here(String text, long revision, long at, @Nullable String leftBy) {
    static Here of(@Nullable Draft draft) {
      return draft == null
          ? new Here("", 0, 0, null)
          : new Here(
              draft.text(), draft.revision(), draft.updatedAt().toEpochMilli(), draft.leftBy());
    }
  }

  @GetMapping("/console/cases/{id}/draft")
  ResponseEntity<Here> find(@PathVariable long id, Agent agent) {
    return ResponseEntity.ok(Here.of(drafts.find(id, agent.name()).orElse(null)));
  }

  /** Keeps what was typed; 409 with what is kept if another page of the same person was later. */
  @PostMapping("/console/cases/{id}/draft")
  ResponseEntity<Here> save(
      @PathVariable long id,
      @RequestParam String text,
      @RequestParam long seen,
      @RequestParam long revision,
      Agent agent) {
    return switch (drafts.save(id, agent.name(), text, seen, revision)) {
      case SavedDraft.Kept _ -> ResponseEntity.noContent().build();
      case SavedDraft.Overtaken(var now) ->
          ResponseEntity.status(HttpStatus.CONFLICT).body(Here.of(now));
      case SavedDraft.NoSuchCase _ -> ResponseEntity.notFound().build();
    };
  }

  /** What can't be kept is not tried again. */
  @ExceptionHandler
  ResponseEntity<Void> wrong(IllegalArgumentException e) {
    return ResponseEntity.badRequest().build();
  }
}

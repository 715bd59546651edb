package dev.switchboard.server.api;

import dev.switchboard.server.triage.Promises;
import dev.switchboard.store.reads.Page;
import dev.switchboard.store.triage.TriageCounts;
import dev.switchboard.store.triage.TriageQuery;
import dev.switchboard.store.triage.TriageReads;
import dev.switchboard.store.triage.TriageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What triage makes of posts: its lists, its reasons and its promise. */
@RestController
public final class TriageApi {
  private final TriageReads reads;
  private final Promises promises;

  public TriageApi(TriageReads reads, Promises promises) {
    this.reads = reads;
    this.promises = promises;
  }

  @GetMapping("/api/v1/triage/posts")
  public Page<TriageJson.Post> posts(
      @RequestParam String view,
      @RequestParam(required = false) @Nullable String brand,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    var page = reads.posts(new TriageQuery(TriageView.ofWord(view), brand, cursor, limit));
    return new Page<>(page.items().stream().map(TriageJson::of).toList(), page.next());
  }

  @GetMapping("/api/v1/triage/counts")
  public TriageCounts counts(@RequestParam(required = false) @Nullable String brand) {
    return reads.counts(brand);
  }

  @GetMapping("/api/v1/triage/promise")
  public Page<TriageJson.Promise> promise(@RequestParam(required = false) @Nullable String brand) {
    return new Page<>(promises.promises(brand).stream().map(TriageJson::of).toList(), null);
  }

  @GetMapping("/api/v1/posts/{id}/why")
  public ResponseEntity<Object> why(@PathVariable long id) {
    return promises
        .judge(id)
        .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(TriageJson.of(found)))
        .orElseGet(() -> Problems.noSuch("customer's post", id));
  }
}

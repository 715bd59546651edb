package dev.switchboard.server.api;

import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.incidents.IncidentResult;
import dev.switchboard.store.incidents.IncidentQuery;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.reads.Page;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: listed, read, and what people do with them. */
@RestController
public final class IncidentsApi {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final IncidentReads reads;
  private final IncidentDesk desk;

  public IncidentsApi(IncidentReads reads, IncidentDesk desk) {
    this.reads = reads;
    this.desk = desk;
  }

  record Who(@Nullable String agent) {}

  record Noted(@Nullable String agent, @Nullable String note) {}

  record MergeBody(@Nullable String agent, @Nullable Long from) {}

  record ApartBody(@Nullable String agent, @Nullable Long other) {}

  record SplitBody(@Nullable String agent, @Nullable List<Long> posts) {}

  record UndoBody(@Nullable String agent, @Nullable Long action) {}

  record Done(long id, String state, @Nullable Long action) {}

  @GetMapping("/api/v1/incidents")
  public Page<IncidentJson.Summary> incidents(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String brand,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    List<String> states = state == null ? List.of() : List.of(state.split(",", -1));
    var page = reads.incidents(new IncidentQuery(states, brand, cursor, limit));
    return new Page<>(page.items().stream().map(IncidentJson::of).toList(), page.next());
  }

  @GetMapping("/api/v1/incidents/{id}")
  public ResponseEntity<Object> find(@PathVariable long id) {
    return reads
        .findIncident(id)
        .<ResponseEntity<Object>>map(detail -> ResponseEntity.ok(IncidentJson.of(detail)))
        .orElseGet(() -> Problems.noSuch("incident", id));
  }

  @PostMapping("/api/v1/incidents/{id}/acknowledge")
  public ResponseEntity<Object> acknowledge(@PathVariable long id, @RequestBody Who body)
      throws InterruptedException {
    return answer(desk.acknowledge(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/incidents/{id}/resolve")
  public ResponseEntity<Object> resolve(@PathVariable long id, @RequestBody Noted body)
      throws InterruptedException {
    return answer(desk.resolve(id, Acting.as(body.agent()), body.note()));
  }

  @PostMapping("/api/v1/incidents/{id}/reopen")
  public ResponseEntity<Object> reopen(@PathVariable long id, @RequestBody Who body)
      throws InterruptedException {
    return answer(desk.reopen(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/incidents/{id}/causes/{change}/confirm")
  public ResponseEntity<Object> confirm(
      @PathVariable long id, @PathVariable String change, @RequestBody Noted body)
      throws InterruptedException {
    return answer(desk.judgeCause(id, change, true, Acting.as(body.agent()), body.note()));
  }

  @PostMapping("/api/v1/incidents/{id}/causes/{change}/reject")
  public ResponseEntity<Object> reject(
      @PathVariable long id, @PathVariable String change, @RequestBody Noted body)
      throws InterruptedException {
    return answer(desk.judgeCause(id, change, false, Acting.as(body.agent()), body.note()));
  }

  @PostMapping("/api/v1/incidents/{id}/merge")
  public ResponseEntity<Object> merge(@PathVariable long id, @RequestBody MergeBody body)
      throws InterruptedException {
    return answer(desk.merge(id, Needed.number("from", body.from()), Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/incidents/{id}/keep-apart")
  public ResponseEntity<Object> keepApart(@PathVariable long id, @RequestBody ApartBody body)
      throws InterruptedException {
    return answer(
        desk.keepApart(id, Needed.number("other", body.other()), Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/incidents/{id}/split")
  public ResponseEntity<Object> split(@PathVariable long id, @RequestBody SplitBody body)
      throws InterruptedException {
    if (body.posts() == null || body.posts().isEmpty()) {
      throw new IllegalArgumentException("the body must have \"posts\", a list of post ids");
    }
    return answer(desk.split(id, body.posts(), Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/incidents/{id}/undo")
  public ResponseEntity<Object> undo(@PathVariable long id, @RequestBody UndoBody body)
      throws InterruptedException {
    return answer(desk.undo(id, Needed.number("action", body.action()), Acting.as(body.agent())));
  }

  private static ResponseEntity<Object> answer(IncidentResult result) {
    return switch (result) {
      case IncidentResult.Done(var id, var state, var action) ->
          ResponseEntity.ok(new Done(id, state.word(), action));
      case IncidentResult.NotPossible(_, var sentence) ->
          Problems.of(HttpStatus.CONFLICT, "not-possible", sentence);
      case IncidentResult.NoSuchIncident(var id) -> Problems.noSuch("incident", id);
      case IncidentResult.Later(var sentence) ->
          Problems.later(HttpStatus.SERVICE_UNAVAILABLE, sentence, RETRY);
    };
  }
}

package dev.switchboard.server.api;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: listed, read, and worked on. */
@RestController
public final class CasesApi {
  private static final List<String> STATES =
      List.of("waiting", "claimed", "paused", "pending", "awaiting", "answered", "closed");

  private final CaseReads reads;
  private final CaseDesk desk;

  public CasesApi(CaseReads reads, CaseDesk desk) {
    this.reads = reads;
    this.desk = desk;
  }

  record Agent(@Nullable String agent) {}

  record Token(@Nullable Long token) {}

  record Transfer(@Nullable Long token, @Nullable String to, @Nullable String note) {}

  record PassOn(@Nullable String agent, @Nullable Long token, @Nullable String note) {}

  record PauseBody(
      @Nullable Long token,
      @Nullable String waitingOn,
      @Nullable String reason,
      @Nullable Instant until) {}

  record TakeOver(@Nullable String agent, @Nullable String reason) {}

  record ReplyBody(
      @Nullable String text,
      @Nullable Long token,
      @Nullable Long seenThrough,
      @Nullable String personalData,
      @Nullable Boolean sign) {
    CaseDesk.Manner manner() {
      if (personalData != null && !personalData.equals("intended")) {
        throw new IllegalArgumentException(
            "personalData must be intended, or left out, not \"%s\"".formatted(personalData));
      }
      return new CaseDesk.Manner(personalData != null, sign == null || sign, null);
    }
  }

  record NoteBody(@Nullable String agent, @Nullable String text) {}

  record CloseBody(@Nullable String agent, @Nullable Long token) {}

  record Claimed(long token, Instant expiresAt) {}

  record Queued(long reply, String state, String status) {}

  record State(long id, String state) {}

  @GetMapping("/api/v1/cases")
  public Page<CaseJson.Case> cases(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String brand,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "urgent") String sort,
      @RequestParam(required = false) @Nullable String step,
      @RequestParam(required = false) @Nullable String due,
      @RequestParam(required = false) @Nullable String waitingOn,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    if (state != null && !STATES.contains(state)) {
      throw new IllegalArgumentException(
          "state must be one of %s, not \"%s\"".formatted(STATES, state));
    }
    var query =
        new CaseQuery(
            state,
            brand,
            agent,
            channel,
            q,
            order(sort),
            cursor,
            limit,
            step,
            due(due),
            waitingOn == null ? null : waitingOn(waitingOn));
    Page<CaseRow> page = reads.cases(query);
    return new Page<>(page.items().stream().map(CaseJson::of).toList(), page.next());
  }

  @GetMapping("/api/v1/cases/{id}")
  public ResponseEntity<Object> find(@PathVariable long id) {
    return reads
        .findCase(id)
        .<ResponseEntity<Object>>map(detail -> ResponseEntity.ok(CaseJson.of(detail)))
        .orElseGet(() -> Problems.noSuch("case", id));
  }

  @PostMapping("/api/v1/cases/{id}/claim")
  public ResponseEntity<Object> claim(@PathVariable long id, @RequestBody Agent body) {
    return claimed(desk.claim(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/cases/{id}/heartbeat")
  public ResponseEntity<Object> heartbeat(@PathVariable long id, @RequestBody Token body) {
    return claimed(desk.heartbeat(id, Needed.number("token", body.token())));
  }

  @PostMapping("/api/v1/cases/{id}/release")
  public ResponseEntity<Object> release(@PathVariable long id, @RequestBody Token body) {
    return state(desk.release(id, Needed.number("token", body.token())));
  }

  @PostMapping("/api/v1/cases/{id}/transfer")
  public ResponseEntity<Object> transfer(@PathVariable long id, @RequestBody Transfer body) {
    return claimed(
        desk.transfer(
            id, Needed.number("token", body.token()), Needed.text("to", body.to()), body.note()));
  }

  /** Takes a case out of a colleague's hands. */
  @PostMapping("/api/v1/cases/{id}/take-over")
  public ResponseEntity<Object> takeOver(@PathVariable long id, @RequestBody TakeOver body) {
    String reason = Needed.text("reason", body.reason());
    return claimed(desk.takeOver(id, Acting.as(body.agent()), reason));
  }

  @PostMapping("/api/v1/cases/{id}/reply")
  public ResponseEntity<Object> reply(@PathVariable long id, @RequestBody ReplyBody body) {
    DeskResult result =
        desk.reply(
            id,
            Needed.text("text", body.text()),
            body.manner(),
            Needed.number("token", body.token()),
            Needed.number("seenThrough", body.seenThrough()));
    return result instanceof DeskResult.Done(var file, Long reply) && reply != null
        ? ResponseEntity.status(HttpStatus.ACCEPTED)
            .body(new Queued(reply, file.state().word(), status(file.state())))
        : state(result);
  }

  private static String status(CaseState state) {
    return state instanceof CaseState.Pending(_, _, var awaiting) && awaiting
        ? "awaiting"
        : "queued";
  }

  @PostMapping("/api/v1/cases/{id}/note")
  public ResponseEntity<Object> note(@PathVariable long id, @RequestBody NoteBody body) {
    return state(desk.note(id, Acting.as(body.agent()), Needed.text("text", body.text())));
  }

  @PostMapping("/api/v1/cases/{id}/close")
  public ResponseEntity<Object> close(@PathVariable long id, @RequestBody CloseBody body) {
    if (body.agent() == null && body.token() == null && !Acting.hasName()) {
      throw new IllegalArgumentException(
          "give token if you hold the case, or agent if nobody does");
    }
    return state(
        body.agent() == null && body.token() != null
            ? desk.close(id, body.token())
            : desk.close(id, Acting.as(body.agent()), body.token() == null ? 0 : body.token()));
  }

  @PostMapping("/api/v1/cases/{id}/reopen")
  public ResponseEntity<Object> reopen(@PathVariable long id, @RequestBody Agent body) {
    return state(desk.reopen(id, Acting.as(body.agent())));
  }

  /** Gives a case to those who act in another step of the flow. */
  @PostMapping("/api/v1/cases/{id}/pass-on")
  public ResponseEntity<Object> passOn(@PathVariable long id, @RequestBody PassOn body) {
    long token = body.token() == null ? 0 : body.token();
    return state(desk.passOn(id, Acting.as(body.agent()), token, body.note()));
  }

  /** Lets a case rest that one holds. */
  @PostMapping("/api/v1/cases/{id}/pause")
  public ResponseEntity<Object> pause(@PathVariable long id, @RequestBody PauseBody body) {
    String on = Needed.text("waitingOn", body.waitingOn());
    return claimed(
        desk.pause(
            id,
            Needed.number("token", body.token()),
            waitingOn(on),
            Needed.text("reason", body.reason()),
            body.until()));
  }

  @PostMapping("/api/v1/cases/{id}/resume")
  public ResponseEntity<Object> resume(@PathVariable long id, @RequestBody Token body) {
    return claimed(desk.resume(id, Needed.number("token", body.token())));
  }

  @PostMapping("/api/v1/cases/{id}/consult")
  public ResponseEntity<Object> consult(@PathVariable long id) {
    return Problems.of(
        HttpStatus.NOT_IMPLEMENTED,
        "not-yet",
        "Asking an expert about case %d comes with a later version.".formatted(id));
  }

  static ResponseEntity<Object> claimed(DeskResult result) {
    return result instanceof DeskResult.Done(var file, _)
            && file.state() instanceof CaseState.Claimed(_, var token, var expiresAt, _)
        ? ResponseEntity.ok(new Claimed(token, expiresAt))
        : state(result);
  }

  static ResponseEntity<Object> state(DeskResult result) {
    return switch (result) {
      case DeskResult.Done(var file, _) ->
          ResponseEntity.ok(new State(file.id(), file.state().word()));
      case DeskResult.Refused(var refusal, var file) -> Problems.refused(refusal, file);
      case DeskResult.NoSuchCase(var id) -> Problems.noSuch("case", id);
      case DeskResult.NoSuchReply(var id) -> Problems.noSuch("reply", id);
    };
  }

  private static WaitingOn waitingOn(String word) {
    return WaitingOn.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "waitingOn must be customer or company, not \"%s\"".formatted(word)));
  }

  private static CaseQuery.@Nullable Due due(@Nullable String word) {
    return switch (word) {
      case null -> null;
      case "inDanger" -> CaseQuery.Due.IN_DANGER;
      case "late" -> CaseQuery.Due.LATE;
      case String other ->
          throw new IllegalArgumentException(
              "due must be inDanger or late, not \"%s\"".formatted(other));
    };
  }

  private static CaseQuery.Order order(String sort) {
    for (CaseQuery.Order order : CaseQuery.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
        return order;
      }
    }
    throw new IllegalArgumentException(
        "sort must be urgent, newest or oldest, not \"%s\"".formatted(sort));
  }
}

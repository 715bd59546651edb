package dev.switchboard.server.api;

import dev.switchboard.server.desk.CaseDesk.Clearing;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.Page;
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

/** What needs a person, and how a person clears it. */
@RestController
public final class ExceptionsApi {
  private final CaseReads reads;
  private final Exceptions exceptions;

  public ExceptionsApi(CaseReads reads, Exceptions exceptions) {
    this.reads = reads;
    this.exceptions = exceptions;
  }

  record ClearBody(@Nullable String agent, @Nullable String how) {}

  record Cleared(long id, boolean cleared) {}

  @GetMapping("/api/v1/exceptions")
  Page<CaseJson.OpenException> exceptions(@RequestParam(required = false) @Nullable String brand) {
    return new Page<>(reads.exceptions(brand).stream().map(CaseJson::of).toList(), null);
  }

  @PostMapping("/api/v1/exceptions/{id}/clear")
  public ResponseEntity<Object> clear(@PathVariable long id, @RequestBody ClearBody body) {
    Exceptions.Cleared cleared =
        exceptions.clear(id, Acting.as(body.agent()), clearing(Needed.text("how", body.how())));
    return switch (cleared) {
      case Exceptions.Cleared.Done() -> ResponseEntity.ok(new Cleared(id, true));
      case Exceptions.Cleared.NoSuchException(var unknown) ->
          Problems.noSuch("open exception", unknown);
      case Exceptions.Cleared.Refused(var refusal) ->
          Problems.of(HttpStatus.CONFLICT, "refused", refusal.sentence());
    };
  }

  private static Clearing clearing(String how) {
    for (Clearing clearing : Clearing.values()) {
      if (clearing.name().toLowerCase(Locale.ROOT).equals(how)) {
        return clearing;
      }
    }
    throw new IllegalArgumentException(
        "how must be was_sent, send_again, give_up, seen or not_sensitive, not \"%s\""
            .formatted(how));
  }
}

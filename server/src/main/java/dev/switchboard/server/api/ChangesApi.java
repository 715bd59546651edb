package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.store.incidents.ChangeStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Changes of the company's systems come in: one JSON object, an array, or one a line; the simple
 * form or CloudEvents with CDEvents types. Answers once they are committed.
 */
@RestController
public final class ChangesApi {
  public static final int MAX_BODY_BYTES = 4 << 20;
  private static final int MAX_BRAND_CHARS = 200;

  private final ChangeStore store;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit
   */
  public ChangesApi(ChangeStore store, InstantSource clock, Runnable committed) {
    this.store = store;
    this.clock = clock;
    this.committed = committed;
  }

  record Rejected(long line, String reason) {}

  /** {@code ignored}: events that are right, but of nothing that customers could feel. */
  record Receipt(
      int accepted,
      int duplicates,
      List<Rejected> rejected,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rejected> ignored) {}

  @PostMapping("/api/v1/changes")
  public ResponseEntity<Object> changes(HttpServletRequest request) throws IOException {
    String brand = brand(request.getQueryString());
    if (brand != null && (brand.isBlank() || brand.length() > MAX_BRAND_CHARS)) {
      throw new IllegalArgumentException(
          "brand must have 1 to %d characters; leave it out if the changes concern all brands"
              .formatted(MAX_BRAND_CHARS));
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return Problems.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "A body may have at most %d bytes; send the changes in several requests."
              .formatted(MAX_BODY_BYTES));
    }
    return ResponseEntity.ok(accept(body, brand));
  }

  /** Not by the container's means, which would take a body for a form if its type says so. */
  private static @Nullable String brand(@Nullable String query) {
    if (query == null) {
      return null;
    }
    String found =
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("brand");
    return found == null ? null : URLDecoder.decode(found, StandardCharsets.UTF_8);
  }

  private Receipt accept(byte[] body, @Nullable String brand) {
    List<Change> changes = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    List<Rejected> ignored = new ArrayList<>();
    ChangeLines.parseBody(
        body,
        parsed -> {
          switch (parsed) {
            case ParsedChange.Good(_, var change) -> changes.add(change);
            case ParsedChange.Ignored(var line, var reason) ->
                ignored.add(new Rejected(line, reason));
            case ParsedChange.Bad(var line, var reason) -> rejected.add(new Rejected(line, reason));
          }
        });
    int added = store.add(changes, brand, clock.instant());
    committed.run();
    return new Receipt(added, changes.size() - added, rejected, ignored);
  }
}

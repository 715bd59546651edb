package dev.switchboard.server.api;

import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.flows.FlowResult;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.process.SavedFlow;
import dev.switchboard.store.reads.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the company works on its cases: flows and their versions, kept and chosen. */
@RestController
public final class FlowsApi {
  private static final int MAX_BYTES_A_CHAR = 4;

  private final FlowDesk desk;
  private final FlowBook book;

  public FlowsApi(FlowDesk desk, FlowBook book) {
    this.desk = desk;
    this.book = book;
  }

  record BrandBody(@Nullable String brand) {}

  /**
   * What was kept, or would be.
   *
   * @param saved false if it was only checked, or there before
   */
  record Saved(String name, int version, boolean saved, List<String> hints) {}

  record Activated(String brand, String name, int version, @Nullable Before before) {}

  record Before(String name, int version) {}

  @GetMapping("/api/v1/flows")
  Page<FlowJson.Version> flows() {
    return new Page<>(versions(desk.reads().all()), null);
  }

  @GetMapping("/api/v1/flows/{name}")
  ResponseEntity<Object> versions(@PathVariable String name) {
    List<SavedFlow> versions =
        desk.reads().all().stream().filter(saved -> saved.key().name().equals(name)).toList();
    return versions.isEmpty()
        ? notFound("There is no flow \"%s\".".formatted(name))
        : ResponseEntity.ok(new Page<>(versions(versions), null));
  }

  private static List<FlowJson.Version> versions(List<SavedFlow> saved) {
    return saved.stream().map(FlowJson.Version::of).toList();
  }

  @GetMapping("/api/v1/flows/{name}/{version}")
  ResponseEntity<Object> version(@PathVariable String name, @PathVariable int version) {
    FlowKey key = new FlowKey(name, version);
    Optional<SavedFlow> saved = desk.reads().find(key);
    Optional<String> yaml = desk.reads().findYaml(key);
    return saved.isEmpty() || yaml.isEmpty()
        ? notFound(FlowDesk.noSuch(key).sentence())
        : ResponseEntity.ok(
            FlowJson.Whole.of(
                saved.get(), yaml.get(), book.get(key), book.findProblem(key).orElse(null)));
  }

  /**
   * Keeps a flow, or a later version of one; the body is its text. A dry run only says what is
   * wrong.
   */
  @PostMapping("/api/v1/flows")
  ResponseEntity<Object> save(HttpServletRequest request) throws IOException {
    boolean dryRun = AddressFlag.of(request, "dryRun");
    byte[] body = request.getInputStream().readNBytes(FlowDesk.MAX_CHARS * MAX_BYTES_A_CHAR + 1);
    String yaml = new String(body, StandardCharsets.UTF_8);
    return answer(dryRun ? desk.check(yaml) : desk.save(yaml, Callers.current().name()), dryRun);
  }

  @PostMapping("/api/v1/flows/{name}/{version}/activate")
  ResponseEntity<Object> activate(
      @PathVariable String name, @PathVariable int version, @RequestBody BrandBody body) {
    String brand = Needed.text("brand", body.brand());
    return answer(
        desk.activate(new FlowKey(name, version), brand, Callers.current().name()), false);
  }

  private static ResponseEntity<Object> answer(FlowResult result, boolean dryRun) {
    return switch (result) {
      case FlowResult.Good(var flow, var isNew, var hints) ->
          ResponseEntity.ok(new Saved(flow.name(), flow.version(), isNew && !dryRun, hints));
      case FlowResult.Wrong(var mistakes) -> Problems.mistakes(mistakes);
      case FlowResult.Activated(var brand, var key, var before) ->
          ResponseEntity.ok(
              new Activated(
                  brand,
                  key.name(),
                  key.version(),
                  before == null ? null : new Before(before.name(), before.version())));
      case FlowResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case FlowResult.NoSuch(var what) -> notFound(what);
    };
  }

  private static ResponseEntity<Object> notFound(String what) {
    return Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
  }
}

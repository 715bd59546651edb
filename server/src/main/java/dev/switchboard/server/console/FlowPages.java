package dev.switchboard.server.console;

import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.flow.FlowDraft;
import dev.switchboard.server.console.view.flow.FlowPage;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.flows.FlowResult;
import dev.switchboard.store.process.StepCounts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the company works: its flows drawn and in words, written, kept and chosen. */
@RestController
final class FlowPages {
  private static final int MAX_BYTES_A_CHAR = 4;

  private final FlowDesk desk;
  private final Flowcharts flows;
  private final Shells shells;
  private final Pages pages;

  FlowPages(FlowDesk desk, FlowBook book, StepCounts counts, Shells shells, Pages pages) {
    this.desk = desk;
    this.flows = new Flowcharts(desk, book, counts);
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/flows")
  ResponseEntity<String> list(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return pages.page(
        "flows",
        Map.of(
            "shell", shells.shell("Flows", agent, scope, shells.seq(), request),
            "flows", flows.cards(),
            "brands", flows.choices(FlowBook.USUAL)));
  }

  /**
   * A version.
   *
   * @param saved whether it has just been kept
   */
  @GetMapping("/flows/{name}/{version}")
  ResponseEntity<String> flow(
      @PathVariable String name,
      @PathVariable int version,
      @RequestParam(defaultValue = "false") boolean saved,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    FlowKey key = new FlowKey(name, version);
    String notice =
        saved
            ? "%s is kept. Cases begin on it once you choose it for a brand, below."
                .formatted(key.words())
            : "";
    return flow(HttpStatus.OK, key, notice, scope, agent, request);
  }

  private ResponseEntity<String> flow(
      HttpStatus status,
      FlowKey key,
      String notice,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    long seq = shells.seq();
    FlowPage page =
        flows.page(key).orElseThrow(() -> new NoSuchPage(FlowDesk.noSuch(key).sentence()));
    return pages.page(
        status,
        "flow",
        Map.of(
            "shell",
            shells.shell(key.name(), agent, scope, seq, request),
            "page",
            page,
            "notice",
            notice,
            "good",
            status.is2xxSuccessful()));
  }

  /** How many open cases are in each step, for a page that is open. */
  @GetMapping("/console/flows/{name}/{version}/now")
  Map<String, Integer> now(@PathVariable String name, @PathVariable int version) {
    return flows.now(new FlowKey(name, version));
  }

  @PostMapping("/flows/{name}/{version}/activate")
  ResponseEntity<String> activate(
      @PathVariable String name,
      @PathVariable int version,
      @RequestParam(name = "for", defaultValue = "") String brand,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    FlowKey key = new FlowKey(name, version);
    return switch (desk.activate(key, brand, agent.name())) {
      case FlowResult.Activated(_, _, var before) ->
          flow(HttpStatus.OK, key, activated(key, brand, before), scope, agent, request);
      case FlowResult.NoSuch(var what) ->
          flow(HttpStatus.CONFLICT, key, what, scope, agent, request);
      case FlowResult.Refused(var why) ->
          flow(HttpStatus.CONFLICT, key, why, scope, agent, request);
      case FlowResult.Good _, FlowResult.Wrong _ ->
          throw new IllegalStateException("a version is chosen, not read");
    };
  }

  private static String activated(FlowKey key, String brand, @Nullable FlowKey before) {
    FlowKey old = before == null ? FlowBook.USUAL : before;
    return old.equals(key)
        ? "New cases of %s begin on %s.".formatted(brand, key.words())
        : "New cases of %s begin on %s from now on. Those that run finish on the version on which they began, the latest of them on %s."
            .formatted(brand, key.words(), old.words());
  }

  /** Where a flow is written, from the text of another or anew. */
  @GetMapping("/flows/write")
  ResponseEntity<String> write(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "1") int version,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return write(HttpStatus.OK, flows.draft(new FlowKey(from, version)), scope, agent, request);
  }

  @PostMapping("/flows")
  ResponseEntity<String> save(
      @RequestParam(defaultValue = "") String yaml,
      @RequestParam(defaultValue = "") String from,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    // Browsers send a form's lines as those of a typewriter.
    String text = yaml.replace("\r\n", "\n");
    FlowResult result = desk.save(text, agent.name());
    if (result instanceof FlowResult.Good(var flow, _, _)) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(FlowPage.address(flow.key()) + "?saved=true"))
          .build();
    }
    HttpStatus status =
        result instanceof FlowResult.Refused ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
    return write(status, flows.draft(result, text, from), scope, agent, request);
  }

  private ResponseEntity<String> write(
      HttpStatus status, FlowDraft draft, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return pages.page(
        status,
        "flowwrite",
        Map.of(
            "shell",
            shells.shell("Write a flow", agent, scope, shells.seq(), request),
            "draft",
            draft));
  }

  /** What is wrong with a text while it is written; the body is the text. */
  @PostMapping("/console/flows/check")
  ResponseEntity<String> check(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(FlowDesk.MAX_CHARS * MAX_BYTES_A_CHAR + 1);
    return pages.page(
        "part/flowcheck",
        Map.of("draft", flows.checked(new String(body, StandardCharsets.UTF_8), "")));
  }
}

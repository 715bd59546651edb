package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.floor.FloorView;
import dev.switchboard.server.floor.Floors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The floor: what waits, who is there, what needs somebody, who waits how long. */
@RestController
final class FloorPages {
  private final Floors floors;
  private final Shells shells;
  private final Pages pages;

  FloorPages(Floors floors, Shells shells, Pages pages) {
    this.floors = floors;
    this.shells = shells;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param wall if it is there, for a screen that all can see
   */
  @GetMapping("/floor")
  ResponseEntity<String> page(
      @RequestParam(required = false) @Nullable String wall,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    long seq = shells.seq();
    return pages.page(
        "floor",
        Map.of(
            "shell", shells.shell("Floor", agent, scope, seq, request),
            "view", view(scope, wall != null)));
  }

  /** What the page shows, alone, to bring it up to date; who opens it by hand gets the page. */
  @GetMapping("/console/floor")
  ResponseEntity<String> part(
      @RequestParam(required = false) @Nullable String wall,
      Scope scope,
      HttpServletRequest request) {
    FloorView view = view(scope, wall != null);
    if (request.getHeader("HX-Request") == null) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(view.pageAddress()))
          .build();
    }
    return pages.page("part/floor", Map.of("view", view));
  }

  private FloorView view(Scope scope, boolean wall) {
    return FloorView.of(floors.now(scope.brand()), floors.waits(scope.brand()), scope, wall);
  }
}

package dev.switchboard.server.console;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.people.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The switch by which one says whether one works, is away, or off. */
@RestController
final class PresencePages {
  private final Staff staff;
  private final Shells shells;
  private final Pages pages;

  PresencePages(Staff staff, Shells shells, Pages pages) {
    this.staff = staff;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/console/presence")
  ResponseEntity<String> look(Agent agent, HttpServletRequest request) {
    return fragment(agent, request);
  }

  @PostMapping("/console/presence")
  ResponseEntity<String> change(
      @RequestParam(defaultValue = "") String presence, Agent agent, HttpServletRequest request) {
    Presence wanted =
        Presence.find(presence)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no presence \"%s\".".formatted(presence)));
    staff.setPresence(agent.name(), agent.name(), wanted);
    if (request.getHeader("HX-Request") == null) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/people/me")).build();
    }
    return fragment(agent, request);
  }

  private ResponseEntity<String> fragment(Agent agent, HttpServletRequest request) {
    return shells
        .presence(agent)
        .map(
            shown ->
                pages.page(
                    "part/presence", Map.of("presence", shown, "csrf", Shells.csrf(request))))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}

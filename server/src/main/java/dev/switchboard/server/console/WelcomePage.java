package dev.switchboard.server.console;

import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.people.Gate;
import dev.switchboard.server.people.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a name; while the server is open, that is all it takes. */
@RestController
final class WelcomePage {
  private static final String INBOX = "/";

  private final Assets assets;
  private final Pages pages;

  private final Gate gate;
  private final Staff staff;

  WelcomePage(Assets assets, Pages pages, Gate gate, Staff staff) {
    this.staff = staff;
    this.assets = assets;
    this.pages = pages;
    this.gate = gate;
  }

  @GetMapping("/welcome")
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = INBOX) String to, HttpServletRequest request) {
    if (gate.isClosed()) {
      return signIn();
    }
    String name = AgentCookie.find(request).map(Agent::name).orElse("");
    return page(HttpStatus.OK, name, to, "", request);
  }

  @PostMapping("/welcome")
  ResponseEntity<String> enter(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = INBOX) String to,
      HttpServletRequest request) {
    if (gate.isClosed()) {
      return signIn();
    }
    Agent agent;
    try {
      agent = new Agent(name.strip());
    } catch (IllegalArgumentException e) {
      return page(HttpStatus.BAD_REQUEST, name, to, String.valueOf(e.getMessage()), request);
    }
    // Only who is in the directory can say that they work, and is offered cases then.
    staff.bring(agent.name(), ProfileChange.NONE);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Set-Cookie", AgentCookie.of(agent))
        .header("Location", isOurs(to) ? to : INBOX)
        .build();
  }

  private static ResponseEntity<String> signIn() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/sign-in").build();
  }

  /** Only paths of this server: no other server, no line breaks. */
  static boolean isOurs(String to) {
    return to.startsWith("/")
        && !to.startsWith("//")
        && to.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\');
  }

  private ResponseEntity<String> page(
      HttpStatus status, String name, String to, String problem, HttpServletRequest request) {
    return pages.page(
        status,
        "welcome",
        Map.of(
            "assets", assets.folder(),
            "csrf", Shells.csrf(request),
            "name", name,
            "to", to,
            "problem", problem));
  }
}

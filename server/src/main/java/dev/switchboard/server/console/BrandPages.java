package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Identities;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.identity.BrandVoice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How each brand appears: whether replies are signed, and whether everybody may read by whom. */
@RestController
final class BrandPages {
  private final Identities identities;
  private final Shells shells;
  private final Pages pages;

  BrandPages(Identities identities, Shells shells, Pages pages) {
    this.identities = identities;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/brands")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return page(HttpStatus.OK, scope, agent, request, "");
  }

  @PostMapping("/brands")
  ResponseEntity<String> choose(
      @RequestParam String name,
      @RequestParam(defaultValue = "false") boolean signatures,
      @RequestParam(defaultValue = "") String signOff,
      @RequestParam(defaultValue = "false") boolean teamPage,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    BrandVoice wanted = new BrandVoice(name, signatures, signOff, teamPage);
    return switch (identities.choose(wanted, Callers.current().name())) {
      case AccountResult.Done _ ->
          page(HttpStatus.OK, scope, agent, request, "%s is saved.".formatted(name));
      case AccountResult.Refused(var why) -> page(HttpStatus.CONFLICT, scope, agent, request, why);
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, Scope scope, Agent agent, HttpServletRequest request, String notice)
      throws InterruptedException {
    return pages.page(
        status,
        "brands",
        Map.of(
            "shell", shells.shell("Brands", agent, scope, shells.seq(), request),
            "voices", identities.reads().voices(),
            "notice", notice,
            "good", status.is2xxSuccessful()));
  }
}

package dev.switchboard.server.console;

import dev.switchboard.server.people.Links;
import dev.switchboard.server.people.SignInResult;
import dev.switchboard.store.people.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where one-time links lead: the first administrator, and choosing a password. */
@RestController
final class LinkPages {
  private static final String GONE =
      "This link has been used, or is too old. Ask whoever gave it to you for a new one; the first "
          + "administrator's is printed anew when the server is started again.";

  private final Links links;
  private final Assets assets;
  private final Pages pages;

  LinkPages(Links links, Assets assets, Pages pages) {
    this.links = links;
    this.assets = assets;
    this.pages = pages;
  }

  @GetMapping("/first/{secret}")
  ResponseEntity<String> first(@PathVariable String secret, HttpServletRequest request) {
    if (!links.isFirst(secret)) {
      throw new NoSuchPage(GONE);
    }
    return first(HttpStatus.OK, secret, "", "", "", request);
  }

  @PostMapping("/first/{secret}")
  ResponseEntity<String> makeFirst(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    return switch (links.useFirst(secret, name, login, password)) {
      case SignInResult.Done(var token, _) -> SignInPages.begin(token, "/people", request);
      case SignInResult.Refused(var why) ->
          first(HttpStatus.BAD_REQUEST, secret, name, login, why, request);
      case SignInResult.Wrong _, SignInResult.Shut _ -> throw new NoSuchPage(GONE);
    };
  }

  @GetMapping("/link/{secret}")
  ResponseEntity<String> link(@PathVariable String secret, HttpServletRequest request) {
    Account who = links.findPerson(secret).orElseThrow(() -> new NoSuchPage(GONE));
    return link(HttpStatus.OK, secret, who, "", request);
  }

  @PostMapping("/link/{secret}")
  ResponseEntity<String> use(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    Optional<Account> who = links.findPerson(secret);
    return switch (links.use(secret, password)) {
      case SignInResult.Done(var token, _) -> SignInPages.begin(token, "/", request);
      case SignInResult.Refused(var why) when who.isPresent() ->
          link(HttpStatus.BAD_REQUEST, secret, who.get(), why, request);
      case SignInResult.Refused _, SignInResult.Wrong _, SignInResult.Shut _ ->
          throw new NoSuchPage(GONE);
    };
  }

  private ResponseEntity<String> first(
      HttpStatus status,
      String secret,
      String name,
      String login,
      String problem,
      HttpServletRequest request) {
    return pages.page(
        status,
        "first",
        Map.of(
            "assets", assets.folder(),
            "csrf", Shells.csrf(request),
            "secret", secret,
            "name", name,
            "login", login,
            "problem", problem));
  }

  private ResponseEntity<String> link(
      HttpStatus status, String secret, Account who, String problem, HttpServletRequest request) {
    return pages.page(
        status,
        "link",
        Map.of(
            "assets", assets.folder(),
            "csrf", Shells.csrf(request),
            "secret", secret,
            "name", who.name(),
            "login", who.login(),
            "problem", problem));
  }
}

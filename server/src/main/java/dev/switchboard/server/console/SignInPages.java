package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Passwords;
import dev.switchboard.server.people.SignInResult;
import dev.switchboard.server.web.Callers;
import dev.switchboard.server.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
final class SignInPages {
  private static final String INBOX = "/";

  private final Accounts accounts;
  private final Assets assets;
  private final Pages pages;

  SignInPages(Accounts accounts, Assets assets, Pages pages) {
    this.accounts = accounts;
    this.assets = assets;
    this.pages = pages;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = INBOX) String to, HttpServletRequest request) {
    if (!accounts.isClosed()) {
      return go("/welcome");
    }
    return page(HttpStatus.OK, "", to, "", request);
  }

  @PostMapping("/sign-in")
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = INBOX) String to,
      HttpServletRequest request) {
    Caller.Person before = Callers.current() instanceof Caller.Person person ? person : null;
    SignInResult result =
        accounts.signIn().signIn(login, password, request.getRemoteAddr(), before);
    return switch (result) {
      case SignInResult.Done(var token, _) ->
          begin(token, WelcomePage.isOurs(to) ? to : INBOX, request);
      case SignInResult.Wrong() ->
          page(
              HttpStatus.FORBIDDEN,
              login,
              to,
              "Sign-in name or password are not right. Look at both again.",
              request);
      case SignInResult.Shut(var until) ->
          page(HttpStatus.TOO_MANY_REQUESTS, login, to, shut(until), request);
      case SignInResult.Refused(var sentence) ->
          page(HttpStatus.BAD_REQUEST, login, to, sentence, request);
    };
  }

  static String shut(Instant until) {
    return "Too many wrong passwords. Try again after %s UTC.".formatted(Words.time(until));
  }

  /** On to a page, with a session that begins. */
  static ResponseEntity<String> begin(String token, String to, HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Set-Cookie", SessionCookie.of(token, request), SessionCookie.newFormToken(request))
        .header("Location", to)
        .build();
  }

  private static ResponseEntity<String> go(String to) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", to).build();
  }

  @PostMapping("/sign-out")
  ResponseEntity<String> signOut(HttpServletRequest request) {
    if (Callers.current() instanceof Caller.Person person) {
      accounts.sessions().signOut(person);
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Set-Cookie", SessionCookie.gone(request), SessionCookie.newFormToken(request))
        // What this browser keeps of the pages goes, too.
        .header("Clear-Site-Data", "\"cache\", \"storage\"")
        .header("Location", "/sign-in")
        .build();
  }

  @ExceptionHandler
  ResponseEntity<String> busy(Passwords.TooBusy e, HttpServletRequest request) {
    return page(HttpStatus.SERVICE_UNAVAILABLE, "", INBOX, String.valueOf(e.getMessage()), request);
  }

  private ResponseEntity<String> page(
      HttpStatus status, String login, String to, String problem, HttpServletRequest request) {
    return pages.page(
        status,
        "signin",
        Map.of(
            "assets", assets.folder(),
            "csrf", Shells.csrf(request),
            "login", login,
            "to", to,
            "problem", problem));
  }
}

package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.SignInResult;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own account: what one is, password, and where one is signed in. */
@RestController
final class AccountPages {
  private final Accounts accounts;
  private final Shells shells;
  private final Pages pages;

  AccountPages(Accounts accounts, Shells shells, Pages pages) {
    this.accounts = accounts;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/account")
  ResponseEntity<String> page(
      @RequestParam(defaultValue = "") String done,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    String notice = done.equals("password") ? "Your password is changed." : "";
    return page(HttpStatus.OK, scope, agent, request, notice, "");
  }

  @PostMapping("/account/password")
  ResponseEntity<String> password(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return switch (accounts.signIn().changePassword(self(), current, password)) {
      case SignInResult.Done(var token, _) ->
          SignInPages.begin(token, "/account?done=password", request);
      case SignInResult.Wrong() ->
          page(
              HttpStatus.FORBIDDEN,
              scope,
              agent,
              request,
              "",
              "The current password is not right.");
      case SignInResult.Shut(var until) ->
          page(HttpStatus.TOO_MANY_REQUESTS, scope, agent, request, "", SignInPages.shut(until));
      case SignInResult.Refused(var why) ->
          page(HttpStatus.BAD_REQUEST, scope, agent, request, "", why);
    };
  }

  @PostMapping("/account/sessions/{id}/end")
  ResponseEntity<String> end(
      @PathVariable long id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    boolean ended = accounts.sessions().end(self().person(), id, agent.name());
    String notice = ended ? "That session is ended." : "That session had ended already.";
    return page(HttpStatus.OK, scope, agent, request, notice, "");
  }

  private static Caller.Person self() {
    if (Callers.current() instanceof Caller.Person person) {
      return person;
    }
    throw new IllegalStateException("the table of access lets only people in here");
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      String notice,
      String problem)
      throws InterruptedException {
    Caller.Person self = self();
    Account account = accounts.people().find(self.person()).orElseThrow();
    return pages.page(
        status,
        "account",
        Map.of(
            "shell",
            shells.shell("Your account", agent, scope, shells.seq(), request),
            "account",
            account,
            "sessions",
            accounts.sessions().of(self.person()),
            "session",
            self.session(),
            "notice",
            notice,
            "problem",
            problem));
  }
}

package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.ProfileForm;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Identities;
import dev.switchboard.server.people.SignInResult;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.identity.Profile;
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
    String notice =
        switch (done) {
          case "password" -> "Your password is changed.";
          case "profile" -> "Customers know you so from now on.";
          default -> "";
        };
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

  /** As whom one answers; answered with the page anew, so that a reload sends nothing twice. */
  @PostMapping("/account/profile")
  ResponseEntity<String> profile(
      @RequestParam(defaultValue = "") String signature,
      @RequestParam(defaultValue = "") String pseudonym,
      @RequestParam(defaultValue = "false") boolean signs,
      @RequestParam(defaultValue = "false") boolean publicPage,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String helpsWith,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    var wanted = new Identities.Wanted(signature, pseudonym, signs, publicPage, handle, helpsWith);
    return switch (accounts.identities().choose(self().person(), agent.name(), wanted)) {
      case AccountResult.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header("Location", "/account?done=profile#profile")
              .build();
      case AccountResult.Refused(var why) ->
          page(HttpStatus.CONFLICT, scope, agent, request, "", "", why);
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
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
    return page(status, scope, agent, request, notice, problem, "");
  }

  private ProfileForm profileForm(int person, String problem) {
    Identities identities = accounts.identities();
    Profile profile = identities.profile(person);
    return new ProfileForm(
        profile, identities.alsoSigning(person, profile), identities.reads().voices(), problem);
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      String notice,
      String problem,
      String profileProblem)
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
            "profile",
            profileForm(self.person(), profileProblem),
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

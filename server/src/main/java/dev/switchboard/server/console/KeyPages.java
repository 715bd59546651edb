package dev.switchboard.server.console;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Keys;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.KeyRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API keys: one's own, and for administrators all. A key's secret is shown once. */
@RestController
final class KeyPages {
  private final Keys keys;
  private final Shells shells;
  private final Pages pages;

  KeyPages(Keys keys, Shells shells, Pages pages) {
    this.keys = keys;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/keys")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return page(HttpStatus.OK, scope, agent, request, "", "");
  }

  @PostMapping("/keys")
  ResponseEntity<String> make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> scopes,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    if (!(Callers.current() instanceof Caller.Person person)) {
      throw new IllegalArgumentException("A key belongs to a person: sign in to make one.");
    }
    Set<Permission> wanted = EnumSet.noneOf(Permission.class);
    scopes.forEach(word -> Permission.find(word).ifPresent(wanted::add));
    AccountResult result = keys.make(person.person(), name, wanted);
    return switch (result) {
      case AccountResult.Done(_, var secret) ->
          page(HttpStatus.OK, scope, agent, request, "", String.valueOf(secret));
      case AccountResult.Refused(var why) ->
          page(HttpStatus.CONFLICT, scope, agent, request, why, "");
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  @PostMapping("/keys/{id}/revoke")
  ResponseEntity<String> revoke(
      @PathVariable long id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    Caller caller = Callers.current();
    return switch (keys.revoke(caller.name(), ownerOf(caller), id)) {
      case AccountResult.Done _ ->
          page(HttpStatus.OK, scope, agent, request, "The key is worth nothing any more.", "");
      case AccountResult.Refused(var why) ->
          page(HttpStatus.CONFLICT, scope, agent, request, why, "");
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  /** Administrators see to everybody's keys, others to their own. */
  private static @Nullable Integer ownerOf(Caller caller) {
    return switch (caller) {
      case Caller.Person p when !p.may(Permission.MANAGE_PEOPLE) -> p.person();
      case Caller.Key k when !k.may(Permission.MANAGE_PEOPLE) -> k.person();
      case Caller.Person _, Caller.Key _, Caller.Script _, Caller.Open _, Caller.Stranger _ -> null;
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      String notice,
      String secret)
      throws InterruptedException {
    Caller caller = Callers.current();
    Integer owner = ownerOf(caller);
    List<KeyRow> shown =
        keys.all().stream().filter(key -> owner == null || key.person() == owner).toList();
    return pages.page(
        status,
        "keys",
        Map.of(
            "shell", shells.shell("API keys", agent, scope, shells.seq(), request),
            "keys", shown,
            "notice", notice,
            "good", status == HttpStatus.OK,
            "secret", secret));
  }
}

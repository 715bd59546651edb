package dev.switchboard.server.api;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Keys;
import dev.switchboard.server.web.Callers;
import dev.switchboard.server.web.NotYou;
import dev.switchboard.store.reads.Page;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API keys: one's own; for those who look after people, all. */
@RestController
public final class KeysApi {
  private final Keys keys;

  public KeysApi(Keys keys) {
    this.keys = keys;
  }

  record NewKey(@Nullable String name, @Nullable List<String> scopes) {}

  @GetMapping("/api/v1/keys")
  Page<PeopleJson.Key> keys() {
    Integer owner = owner(Callers.current());
    return new Page<>(
        keys.all().stream()
            .filter(key -> owner == null || key.person() == owner)
            .map(PeopleJson::of)
            .toList(),
        null);
  }

  /** Makes a key for oneself; the answer holds it, this once. */
  @PostMapping("/api/v1/keys")
  public ResponseEntity<Object> make(@RequestBody NewKey body) {
    String name = Needed.text("name", body.name());
    if (body.scopes() == null) {
      throw new IllegalArgumentException("the body must have \"scopes\", a list of words");
    }
    Set<Permission> scopes = EnumSet.noneOf(Permission.class);
    body.scopes().forEach(word -> scopes.add(scope(word)));
    return switch (keys.make(self(scopes), name, scopes)) {
      case AccountResult.Done(var id, var secret) ->
          ResponseEntity.ok(new PeopleJson.Made(id, null, secret));
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }

  @PostMapping("/api/v1/keys/{id}/revoke")
  public ResponseEntity<Object> revoke(@PathVariable long id) {
    Caller caller = Callers.current();
    return switch (keys.revoke(caller.name(), owner(caller), id)) {
      case AccountResult.Done _ -> ResponseEntity.ok(new PeopleJson.Made(id, null, null));
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }

  private static @Nullable Integer owner(Caller caller) {
    return switch (caller) {
      case Caller.Person p when !p.may(Permission.MANAGE_PEOPLE) -> p.person();
      case Caller.Key k when !k.may(Permission.MANAGE_PEOPLE) -> k.person();
      case Caller.Person _, Caller.Key _, Caller.Script _, Caller.Open _, Caller.Stranger _ -> null;
    };
  }

  /** A key makes none that may do more than it may itself. */
  private static int self(Set<Permission> scopes) {
    return switch (Callers.current()) {
      case Caller.Person person -> person.person();
      case Caller.Key key when key.permissions().containsAll(scopes) -> key.person();
      case Caller.Key _ -> throw new NotYou("A key can't make one that may do more than itself.");
      case Caller.Script _, Caller.Open _, Caller.Stranger _ ->
          throw new NotYou("A key belongs to a person; sign in, or use a person's key.");
    };
  }

  private static Permission scope(String word) {
    return Permission.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scopes are of %s, not \"%s\""
                        .formatted(
                            Arrays.stream(Permission.values())
                                .map(Permission::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }
}

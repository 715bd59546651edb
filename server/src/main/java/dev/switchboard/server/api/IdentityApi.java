package dev.switchboard.server.api;

import dev.switchboard.engine.identity.Identity;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Identities;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.identity.BrandVoice;
import dev.switchboard.store.identity.Profile;
import dev.switchboard.store.reads.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** As whom people answer: one's own profile, and how each brand appears. */
@RestController
public final class IdentityApi {
  private final Identities identities;

  public IdentityApi(Identities identities) {
    this.identities = identities;
  }

  /** A profile as it is; what is null is left to the default. */
  record Shown(
      String name,
      String shownAs,
      String signature,
      @Nullable String pseudonym,
      boolean signs,
      boolean publicPage,
      @Nullable String handle,
      @Nullable String helpsWith) {
    static Shown of(Profile profile) {
      Identity identity = profile.identity();
      return new Shown(
          identity.name(),
          identity.shown(),
          identity.letters().letters(),
          identity.pseudonym(),
          identity.signs(),
          profile.publicPage(),
          profile.handle() == null ? null : profile.handle().word(),
          profile.helpsWith());
    }
  }

  record Wanted(
      @Nullable String signature,
      @Nullable String pseudonym,
      @Nullable Boolean signs,
      @Nullable Boolean publicPage,
      @Nullable String handle,
      @Nullable String helpsWith) {}

  record Voice(
      @Nullable String brand,
      @Nullable Boolean signatures,
      @Nullable String signOff,
      @Nullable Boolean teamPage) {}

  @GetMapping("/api/v1/profile")
  public ResponseEntity<Object> profile() {
    return ResponseEntity.ok(Shown.of(identities.profile(self().person())));
  }

  /** Takes the whole profile: what is left out is left to the default. */
  @PostMapping("/api/v1/profile")
  public ResponseEntity<Object> choose(@RequestBody Wanted body) {
    Caller.Person self = self();
    AccountResult result =
        identities.choose(
            self.person(),
            self.name(),
            new Identities.Wanted(
                body.signature(),
                body.pseudonym(),
                body.signs() == null || body.signs(),
                body.publicPage() != null && body.publicPage(),
                body.handle(),
                body.helpsWith()));
    return answer(result, () -> Shown.of(identities.profile(self.person())));
  }

  @GetMapping("/api/v1/brands")
  public Page<BrandVoice> brands() {
    return new Page<>(identities.reads().voices(), null);
  }

  /** Takes all of how a brand appears: what is left out is left to the default. */
  @PostMapping("/api/v1/brands")
  public ResponseEntity<Object> voice(@RequestBody Voice body) {
    BrandVoice voice =
        new BrandVoice(
            Needed.text("brand", body.brand()),
            body.signatures() == null || body.signatures(),
            body.signOff(),
            body.teamPage() != null && body.teamPage());
    return answer(identities.choose(voice, Callers.current().name()), () -> voice);
  }

  private interface Now {
    Object get();
  }

  private static ResponseEntity<Object> answer(AccountResult result, Now now) {
    return switch (result) {
      case AccountResult.Done _ -> ResponseEntity.ok(now.get());
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }

  private static Caller.Person self() {
    if (Callers.current() instanceof Caller.Person person) {
      return person;
    }
    throw new IllegalStateException("the table of access lets only people in here");
  }
}

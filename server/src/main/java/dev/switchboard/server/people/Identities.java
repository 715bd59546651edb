package dev.switchboard.server.people;

import dev.switchboard.engine.identity.Identity;
import dev.switchboard.engine.identity.PublicHandle;
import dev.switchboard.engine.identity.Signature;
import dev.switchboard.engine.identity.Signing;
import dev.switchboard.store.identity.BrandVoice;
import dev.switchboard.store.identity.IdentityReads;
import dev.switchboard.store.identity.IdentityStore;
import dev.switchboard.store.identity.Profile;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * As whom people answer: chosen by each for themselves, and by managers for a brand. Any thread.
 */
public final class Identities {
  private final IdentityReads reads;
  private final IdentityStore store;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that wrote events
   */
  public Identities(Jdbi jdbi, InstantSource clock, Runnable committed) {
    this.reads = new IdentityReads(jdbi);
    this.store = new IdentityStore(jdbi);
    this.clock = clock;
    this.committed = committed;
  }

  public IdentityReads reads() {
    return reads;
  }

  /**
   * What a person typed on their account's page; what is blank is left to the default.
   *
   * @param handle of their public page
   */
  public record Wanted(
      @Nullable String signature,
      @Nullable String pseudonym,
      boolean signs,
      boolean publicPage,
      @Nullable String handle,
      @Nullable String helpsWith) {}

  /** What a person chose; it is one who has an account. */
  public Profile profile(int person) {
    return reads.profile(person).orElseThrow();
  }

  /** Writes what a person wants to be; refused with a sentence if it can't be. */
  public AccountResult choose(int person, @Nullable String actor, Wanted wanted) {
    Optional<Profile> before = reads.profile(person);
    if (before.isEmpty()) {
      return new AccountResult.NoSuch("There is no person %d.".formatted(person));
    }
    Profile profile;
    try {
      profile = profile(before.get(), wanted);
    } catch (IllegalArgumentException e) {
      return new AccountResult.Refused(String.valueOf(e.getMessage()));
    }
    if (!store.save(person, profile, actor, clock.instant())) {
      return new AccountResult.Refused(
          "Somebody else's page has the address \"%s\"; choose another."
              .formatted(profile.handle() == null ? "" : profile.handle().word()));
    }
    committed.run();
    return new AccountResult.Done(person, null);
  }

  private static Profile profile(Profile before, Wanted wanted) {
    String letters = said(wanted.signature());
    Identity identity =
        new Identity(
            before.identity().name(),
            said(wanted.pseudonym()),
            letters == null ? null : new Signature(letters),
            wanted.signs());
    String typed = said(wanted.handle());
    PublicHandle handle =
        typed != null
            ? new PublicHandle(typed)
            : wanted.publicPage() ? PublicHandle.ofName(identity.shown()) : null;
    return new Profile(identity, wanted.publicPage(), handle, said(wanted.helpsWith()));
  }

  /** Writes how a brand appears; refused with a sentence if it can't be. */
  public AccountResult choose(BrandVoice wanted, @Nullable String actor) {
    try {
      BrandVoice voice =
          new BrandVoice(
              wanted.brand(), wanted.signatures(), said(wanted.signOff()), wanted.teamPage());
      // Signing says what a sign-off may be.
      new Signing(null, voice.signatures(), voice.signOff());
      if (!store.save(voice, actor, clock.instant())) {
        return new AccountResult.NoSuch("There is no brand \"%s\".".formatted(wanted.brand()));
      }
    } catch (IllegalArgumentException e) {
      return new AccountResult.Refused(String.valueOf(e.getMessage()));
    }
    committed.run();
    return new AccountResult.Done(0, null);
  }

  /** Colleagues whose replies end with the same letters: customers could not tell them apart. */
  public List<String> alsoSigning(int person, Profile profile) {
    return profile.identity().signs()
        ? reads.alsoSigning(person, profile.identity().letters())
        : List.of();
  }

  private static @Nullable String said(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}

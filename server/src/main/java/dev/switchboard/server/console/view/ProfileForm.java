package dev.switchboard.server.console.view;

import dev.switchboard.engine.identity.Identity;
import dev.switchboard.engine.identity.PublicHandle;
import dev.switchboard.engine.identity.SignStyle;
import dev.switchboard.engine.identity.Signature;
import dev.switchboard.engine.identity.Signing;
import dev.switchboard.store.identity.BrandVoice;
import dev.switchboard.store.identity.Profile;
import java.util.List;

/**
 * How one signs and is shown, on one's account's page.
 *
 * @param also colleagues whose replies end with the same letters
 * @param brands as they appear
 * @param problem why it could not be saved, or ""
 */
public record ProfileForm(
    Profile profile, List<String> also, List<BrandVoice> brands, String problem) {
  private Identity identity() {
    return profile.identity();
  }

  /** A reply before its signature. */
  public String before() {
    return "You are on the 18:40, and your bag comes along.";
  }

  public String tail() {
    BrandVoice brand = brands.isEmpty() ? new BrandVoice("", true, null, false) : brands.getFirst();
    return new Signing(identity(), brand.signatures(), brand.signOff()).tail(SignStyle.CARET);
  }

  public String signature() {
    return identity().signature() == null ? "" : identity().signature().letters();
  }

  public String usual() {
    return Signature.ofName(identity().shown()).letters();
  }

  public String pseudonym() {
    return identity().pseudonym() == null ? "" : identity().pseudonym();
  }

  public boolean signs() {
    return identity().signs();
  }

  public boolean publicPage() {
    return profile.publicPage();
  }

  public String handle() {
    return profile.handle() == null ? "" : profile.handle().word();
  }

  public String usualHandle() {
    return PublicHandle.ofName(identity().shown()).word();
  }

  public String helpsWith() {
    return profile.helpsWith() == null ? "" : profile.helpsWith();
  }

  /** Where one can be read of now. */
  public List<String> pages() {
    return profile.publicPage()
        ? brands.stream()
            .filter(BrandVoice::teamPage)
            .map(brand -> TeamWords.address(brand.brand()) + "/" + handle())
            .toList()
        : List.of();
  }
}

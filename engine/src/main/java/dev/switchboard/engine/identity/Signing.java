package dev.switchboard.engine.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs replies. What is signed here is what is sent and stored; whoever has signed by hand is not
 * signed for. Pure.
 *
 * @param identity null for somebody without an account, who is not signed for
 * @param brandSigns whether the brand wants replies to be signed
 * @param signOff what the brand signs with for those who have opted out, without a caret; or null
 */
public record Signing(@Nullable Identity identity, boolean brandSigns, @Nullable String signOff) {
  public static final Signing NONE = new Signing(null, false, null);
  public static final int MAX_SIGN_OFF_CHARS = 40;

  /** A caret with some letters at the very end; {@code ^Ada} and {@code ^ JD} are such, too. */
  private static final Pattern CARET_AT_END = Pattern.compile("\\^\\s?[\\p{L}.]{1,20}\\s*$");

  public Signing {
    if (signOff != null
        && (signOff.isBlank()
            || signOff.length() > MAX_SIGN_OFF_CHARS
            || signOff.chars().anyMatch(c -> c < ' '))) {
      throw new IllegalArgumentException(
          "A sign-off has 1 to %d characters.".formatted(MAX_SIGN_OFF_CHARS));
    }
  }

  /** The text as it is sent. */
  public String sign(String text, SignStyle style) {
    String tail = tail(style);
    return tail.isEmpty() || isSigned(text, style) ? text : text.stripTrailing() + tail;
  }

  /** What is put behind a text that is not signed yet, blank or line before it included; or "". */
  public String tail(SignStyle style) {
    if (identity == null || !brandSigns) {
      return "";
    }
    return switch (style) {
      case CARET -> identity.signs() ? " ^" + identity.letters().letters() : brandTail(" ");
      case NAME_LINE -> identity.signs() ? "\n\n" + identity.firstName() : brandTail("\n\n");
    };
  }

  private String brandTail(String before) {
    return signOff == null ? "" : before + signOff.strip();
  }

  /** Whether the writer, or the brand, stands at the end already. */
  private boolean isSigned(String text, SignStyle style) {
    String end = text.stripTrailing();
    return CARET_AT_END.matcher(end).find()
        || end.endsWith(tail(style).strip())
        || style == SignStyle.NAME_LINE && identity != null && endsWithName(end, identity);
  }

  private static boolean endsWithName(String end, Identity identity) {
    String last = end.substring(end.lastIndexOf('\n') + 1).strip();
    return last.equals(identity.shown())
        || last.equals(identity.name())
        || last.equals(identity.firstName());
  }
}

package dev.switchboard.engine.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a draft is a post: refuses what would be wrong to guess (who, where, when, which
 * one), repairs or drops what the post can do without, and says each in a sentence.
 *
 * <p>Empty optional fields count as absent. A deletion needs no author, text or creation time, and
 * keeps no text. A post that is both edited and deleted is deleted. Pure and thread-safe; it runs
 * for every post, so the good path makes no exceptions, patterns or formats.
 */
public final class PostCheck {
  /** The longest text, in UTF-16 units, before repairs. */
  public static final int MAX_TEXT_CHARS = 100_000;

  /** The longest id, author or parent's id, in UTF-16 units. */
  public static final int MAX_ID_CHARS = 256;

  /** The longest brand, in UTF-16 units. */
  public static final int MAX_BRAND_CHARS = 200;

  /** How far a sender's clock may be ahead of ours. */
  public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  /** Before this there was no network to write on: an earlier date is a mistake. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final int MAX_CHANNEL_CHARS = 233;

  private final PostDraft draft;
  private final Instant now;
  private final boolean deletion;
  private final Findings findings = new Findings();

  private PostCheck(PostDraft draft, Instant now) {
    this.draft = draft;
    this.now = now;
    this.deletion = present(draft.deletedAt()) != null;
  }

  /** What became of a draft. */
  public sealed interface Checked {
    /**
     * A post to keep.
     *
     * @param repairs what was changed or dropped, a sentence each; usually empty
     */
    record Accepted(Post post, List<String> repairs) implements Checked {}

    /**
     * Not a post.
     *
     * @param reason a sentence that names the field, what it held and what to do; final, sending
     *     the same again does not help (except where the reason names a clock)
     */
    record Refused(String reason) implements Checked {}
  }

  /**
   * Checks one draft.
   *
   * @param now the receiver's time, against which dates in the future are measured
   */
  public static Checked check(PostDraft draft, Instant now) {
    return new PostCheck(draft, now).check();
  }

  private Checked check() {
    String id = requiredId("id", draft.id());
    ChannelName channel = channel();
    String author = author();
    String text = text();
    AuthorChange change = change();
    Instant createdAt = createdAt(change);
    Direction direction = direction();
    String inReplyTo = inReplyTo(id);
    PostKind kind = kind(inReplyTo);
    String brand = brand();
    String refusal = findings.refusal();
    if (refusal != null) {
      return new Checked.Refused(refusal);
    }
    Post post =
        new Post(
            id,
            Objects.requireNonNull(channel),
            brand,
            author,
            text,
            Objects.requireNonNull(createdAt),
            direction,
            kind,
            inReplyTo,
            language(),
            url(),
            authorFollowers(),
            change,
            extraJson());
    return new Checked.Accepted(post, findings.repairs());
  }

  private String requiredId(String field, @Nullable String sent) {
    String id = present(sent);
    if (id == null) {
      return findings.refuse(field + " is missing: send the network's own id of the post");
    }
    return checkedId(field, id);
  }

  private String checkedId(String field, String id) {
    if (id.length() > MAX_ID_CHARS) {
      return findings.refuse(field, id, "is longer than 256 characters: send the network's own id");
    }
    if (SafeText.hasControl(id) || !SafeText.isSafe(id)) {
      return findings.refuse(
          field, id, "holds control characters or half a character: send the network's own id");
    }
    return id;
  }

  private @Nullable ChannelName channel() {
    String name = present(draft.channel());
    if (name == null) {
      findings.refuse("channel is missing: send network:account, for example x:@acme");
      return null;
    }
    if (name.length() > MAX_CHANNEL_CHARS || !SafeText.isSafe(name)) {
      findings.refuse("channel", name, "is not network:account, for example x:@acme");
      return null;
    }
    try {
      return ChannelName.parse(name);
    } catch (IllegalArgumentException e) {
      findings.refuse(
          "channel",
          name,
          "is not network:account, a lower-case network and an account without spaces");
      return null;
    }
  }

  private String author() {
    String author = present(draft.author());
    if (author == null) {
      return deletion ? "" : findings.refuse("author is missing: send who wrote the post");
    }
    if (author.length() > MAX_ID_CHARS) {
      return findings.refuse(
          "author", author, "is longer than 256 characters: send the author's id");
    }
    String safe = safe("author", author);
    return safe.isBlank()
        ? findings.refuse(
            "author", author, "holds no character that can be kept: send the author's id")
        : safe;
  }

  private String text() {
    if (deletion) {
      return "";
    }
    String text = draft.text();
    if (text == null) {
      return findings.refuse("text is missing: send the post's text, empty only beside media");
    }
    if (text.length() > MAX_TEXT_CHARS) {
      return findings.refuse(
          "text",
          text,
          "has " + text.length() + " characters, more than 100000: shorten it before sending");
    }
    String safe = safe("text", text);
    return safe.isBlank() && !FieldShape.hasMedia(draft.extraJson())
        ? findings.refuse("text is empty and there is no media: leave such posts out")
        : safe;
  }

  private String safe(String field, String value) {
    if (SafeText.isSafe(value)) {
      return value;
    }
    findings.repaired(field + " held NUL or half a character: left out or replaced by U+FFFD");
    return SafeText.repair(value);
  }

  private AuthorChange change() {
    String deletedAt = present(draft.deletedAt());
    if (deletedAt != null) {
      Instant at = moment("deletedAt", deletedAt);
      return at == null ? AuthorChange.WRITTEN : new AuthorChange.Deleted(at);
    }
    String editedAt = present(draft.editedAt());
    if (editedAt != null) {
      Instant at = moment("editedAt", editedAt);
      return at == null ? AuthorChange.WRITTEN : new AuthorChange.Edited(at);
    }
    return AuthorChange.WRITTEN;
  }

  private @Nullable Instant createdAt(AuthorChange change) {
    String sent = present(draft.createdAt());
    if (sent != null) {
      return moment("createdAt", sent);
    }
    if (change instanceof AuthorChange.Deleted(var at)) {
      return at;
    }
    findings.refuse(
        "createdAt is missing: send when the post was written, as 2026-01-31T08:00:00Z");
    return null;
  }

  private @Nullable Instant moment(String field, String sent) {
    Instant at = Rfc3339.parse(sent);
    if (at == null) {
      findings.refuse(
          field, sent, "is not an RFC 3339 time with an offset, as 2026-01-31T08:00:00Z");
    } else if (at.isBefore(EARLIEST)) {
      findings.refuse(field, sent, "is before the year 2000: send when it really happened");
    } else if (at.isAfter(now.plus(MAX_AHEAD))) {
      findings.refuse(
          field, sent, "is more than 5 minutes after now (" + now + "): check the clock");
    } else {
      return at;
    }
    return null;
  }

  private Direction direction() {
    String sent = present(draft.direction());
    if (sent == null) {
      return Direction.IN;
    }
    return switch (sent) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> {
        findings.refuse("direction", sent, "is neither in nor out: say in for a customer's post");
        yield Direction.IN;
      }
    };
  }

  private PostKind kind(@Nullable String inReplyTo) {
    PostKind unsaid = inReplyTo == null ? PostKind.MENTION : PostKind.REPLY;
    String sent = present(draft.kind());
    if (sent == null) {
      return unsaid;
    }
    return switch (sent) {
      case "mention" -> PostKind.MENTION;
      case "reply" -> PostKind.REPLY;
      case "quote" -> PostKind.QUOTE;
      case "repost" -> PostKind.REPOST;
      case "direct" -> PostKind.DIRECT;
      default -> {
        findings.refuse("kind", sent, "is none of mention, reply, quote, repost, direct");
        yield unsaid;
      }
    };
  }

  private @Nullable String inReplyTo(String id) {
    String parent = present(draft.inReplyTo());
    if (parent == null) {
      return null;
    }
    if (parent.equals(id)) {
      findings.repaired("inReplyTo named the post itself: dropped");
      return null;
    }
    return checkedId("inReplyTo", parent);
  }

  private @Nullable String brand() {
    String brand = present(draft.brand());
    if (brand == null) {
      return null;
    }
    if (brand.length() > MAX_BRAND_CHARS || SafeText.hasControl(brand) || !SafeText.isSafe(brand)) {
      return findings.refuse("brand", brand, "is not a name of up to 200 printable characters");
    }
    return brand;
  }

  private @Nullable String language() {
    String tag = present(draft.language());
    if (tag == null || FieldShape.isLanguage(tag)) {
      return tag;
    }
    findings.repaired(
        "language " + SafeText.quote(tag) + " is not a BCP 47 tag such as en: dropped");
    return null;
  }

  private @Nullable String url() {
    String url = present(draft.url());
    if (url == null || FieldShape.isWebAddress(url)) {
      return url;
    }
    findings.repaired(
        "url " + SafeText.quote(url) + " is not a web address up to 2048 long: dropped");
    return null;
  }

  private @Nullable Integer authorFollowers() {
    Integer followers = draft.authorFollowers();
    if (followers == null || followers >= 0) {
      return followers;
    }
    findings.repaired("authorFollowers " + followers + " is below zero: dropped");
    return null;
  }

  private @Nullable String extraJson() {
    String extra = present(draft.extraJson());
    return extra == null ? null : safe("extra fields", extra);
  }

  private static @Nullable String present(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}

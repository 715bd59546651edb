package dev.switchboard.engine.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aPostWithOnlyWhatIsRequiredIsAMentionFromACustomer() {
    Post post = accepted(draft());
    assertThat(post)
        .isEqualTo(
            new Post(
                "1",
                new ChannelName("x", "@acme"),
                null,
                "kim",
                "where is my bag?",
                Instant.parse("2026-03-01T11:59:00Z"),
                Direction.IN,
                PostKind.MENTION,
                null,
                null,
                null,
                null,
                AuthorChange.WRITTEN,
                null));
  }

  @Test
  void everythingThatIsSentIsKept() {
    Post post =
        accepted(
            draft(
                "brand",
                "Acme",
                "direction",
                "out",
                "kind",
                "quote",
                "inReplyTo",
                "0",
                "language",
                "zh-Hant-TW",
                "url",
                "https://x.com/acme/1",
                "authorFollowers",
                "12",
                "extraJson",
                "{\"region\":\"eu\"}"));
    assertThat(post.brand()).isEqualTo("Acme");
    assertThat(post.direction()).isEqualTo(Direction.OUT);
    assertThat(post.kind()).isEqualTo(PostKind.QUOTE);
    assertThat(post.inReplyTo()).isEqualTo("0");
    assertThat(post.language()).isEqualTo("zh-Hant-TW");
    assertThat(post.url()).isEqualTo("https://x.com/acme/1");
    assertThat(post.authorFollowers()).isEqualTo(12);
    assertThat(post.extraJson()).isEqualTo("{\"region\":\"eu\"}");
  }

  @Test
  void anAnswerIsAReplyUnlessItSaysOtherwise() {
    assertThat(accepted(draft("inReplyTo", "0")).kind()).isEqualTo(PostKind.REPLY);
    assertThat(accepted(draft("inReplyTo", "0", "kind", "direct")).kind())
        .isEqualTo(PostKind.DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "channel", "author", "text", "createdAt"})
  void aPostWithoutARequiredFieldIsRefusedByItsName(String field) {
    assertThat(refused(draft(field, null))).startsWith(field + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "channel,acme,'channel \"acme\" is not network:account'",
    "channel,X:@acme,'channel \"X:@acme\" is not network:account'",
    "channel,x:two words,'channel \"x:two words\" is not network:account'",
    "createdAt,yesterday,'createdAt \"yesterday\" is not an RFC 3339 time'",
    "createdAt,2026-03-01T12:00:00,'is not an RFC 3339 time with an offset'",
    "createdAt,1999-12-31T23:59:59Z,'createdAt \"1999-12-31T23:59:59Z\" is before the year 2000'",
    "createdAt,2026-03-01T12:05:01Z,'is more than 5 minutes after now (2026-03-01T12:00:00Z)'",
    "editedAt,2031-01-01T00:00:00Z,'editedAt \"2031-01-01T00:00:00Z\" is more than 5 minutes'",
    "deletedAt,soon,'deletedAt \"soon\" is not an RFC 3339 time'",
    "direction,sideways,'direction \"sideways\" is neither in nor out'",
    "kind,shout,'kind \"shout\" is none of mention, reply, quote, repost, direct'",
  })
  void aWrongValueIsRefusedWithTheFieldAndTheValue(String field, String value, String reason) {
    assertThat(refused(draft(field, value))).contains(reason);
  }

  @Test
  void aClockFiveMinutesAheadIsForgiven() {
    assertThat(accepted(draft("createdAt", "2026-03-01T12:05:00Z")).createdAt())
        .isEqualTo(Instant.parse("2026-03-01T12:05:00Z"));
  }

  @Test
  void timesAreCutToMicroseconds() {
    assertThat(accepted(draft("createdAt", "2026-03-01T11:00:00.123456789+01:00")).createdAt())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
  }

  @Test
  void aMegabyteOfTextIsRefusedWithItsLengthAndNotItsText() {
    String reason = refused(draft("text", "a".repeat(1_000_000)));
    assertThat(reason).contains("1000000 characters").hasSizeLessThan(200);
    assertThat(accepted(draft("text", "a".repeat(100_000))).text()).hasSize(100_000);
  }

  @Test
  void anEmptyTextNeedsMedia() {
    assertThat(refused(draft("text", " "))).contains("no media");
    assertThat(refused(draft("text", "", "extraJson", "{\"media\": [ ]}"))).contains("no media");
    assertThat(refused(draft("text", "", "extraJson", "{\"media\":null}"))).contains("no media");
    assertThat(accepted(draft("text", "", "extraJson", "{\"media\": [{}]}")).text()).isEmpty();
  }

  @Test
  void nulAndLoneSurrogatesInTextAndAuthorAreRepairedAndSaid() {
    var accepted = check(draft("text", "a\0b\uD83Dc\uDE00d😀", "author", "k\uD800im"));
    assertThat(accepted)
        .isInstanceOfSatisfying(
            PostCheck.Checked.Accepted.class,
            a -> {
              assertThat(a.post().text()).isEqualTo("ab\uFFFDc\uFFFDd😀");
              assertThat(a.post().author()).isEqualTo("k\uFFFDim");
              assertThat(a.repairs()).hasSize(2).anyMatch(r -> r.startsWith("text held NUL"));
            });
  }

  @Test
  void idsAreNeverRepairedBecauseTwoCouldBecomeOne() {
    assertThat(refused(draft("id", "1\0"))).contains("id \"1\uFFFD\" holds control characters");
    assertThat(refused(draft("inReplyTo", "\uD800"))).startsWith("inReplyTo");
    assertThat(refused(draft("id", "9".repeat(257)))).contains("longer than 256").contains("…");
    assertThat(refused(draft("author", "9".repeat(257)))).contains("longer than 256");
    assertThat(refused(draft("author", "\0"))).startsWith("author");
    assertThat(refused(draft("channel", "x:@a\uD800"))).startsWith("channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "https://", "http:///x", "https://a b", "ftp://a"})
  void anAddressThatIsNoWebAddressIsDroppedAndSaid(String url) {
    var checked = (PostCheck.Checked.Accepted) check(draft("url", url));
    assertThat(checked.post().url()).isNull();
    assertThat(checked.repairs()).singleElement().asString().startsWith("url \"" + url);
  }

  @Test
  void whatThePostCanDoWithoutIsDroppedAndSaid() {
    var checked =
        (PostCheck.Checked.Accepted)
            check(
                draft(
                    "language",
                    "English!",
                    "authorFollowers",
                    "-1",
                    "inReplyTo",
                    "1",
                    "url",
                    "https://" + "a".repeat(2_041)));
    assertThat(checked.post().language()).isNull();
    assertThat(checked.post().authorFollowers()).isNull();
    assertThat(checked.post().inReplyTo()).isNull();
    assertThat(checked.post().url()).isNull();
    assertThat(checked.repairs()).hasSize(4);
  }

  @Test
  void aDeletionNeedsOnlyWhichPostAndWhen() {
    PostDraft deletion =
        draft("author", null, "text", null, "createdAt", null, "deletedAt", "2026-03-01T11:00:00Z");
    Instant at = Instant.parse("2026-03-01T11:00:00Z");
    Post post = accepted(deletion);
    assertThat(post.change()).isEqualTo(new AuthorChange.Deleted(at));
    assertThat(post.createdAt()).isEqualTo(at);
    assertThat(post.author()).isEmpty();
    assertThat(post.text()).isEmpty();
  }

  @Test
  void aDeletionKeepsNoTextAndWinsOverAnEdit() {
    String at = "2026-03-01T11:00:00Z";
    Post post = accepted(draft("deletedAt", at, "editedAt", at));
    assertThat(post.change()).isInstanceOf(AuthorChange.Deleted.class);
    assertThat(post.text()).isEmpty();
  }

  @Test
  void anEditSaysWhen() {
    assertThat(accepted(draft("editedAt", "2026-03-01T11:00:00Z")).change())
        .isEqualTo(new AuthorChange.Edited(Instant.parse("2026-03-01T11:00:00Z")));
  }

  @Test
  void reasonsNeverCarryTerminalControls() {
    assertThat(refused(draft("kind", "\u001b[31mred"))).doesNotContain("\u001b");
  }

  private static Post accepted(PostDraft draft) {
    return switch (check(draft)) {
      case PostCheck.Checked.Accepted(var post, var repairs) -> {
        assertThat(repairs).isEmpty();
        yield post;
      }
      case PostCheck.Checked.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private static String refused(PostDraft draft) {
    return switch (check(draft)) {
      case PostCheck.Checked.Accepted accepted -> throw new AssertionError(accepted);
      case PostCheck.Checked.Refused(var reason) -> reason;
    };
  }

  private static PostCheck.Checked check(PostDraft draft) {
    return PostCheck.check(draft, NOW);
  }

  /** A good draft with some fields set differently: name, value, name, value. */
  private static PostDraft draft(@Nullable String... changes) {
    Map<String, @Nullable String> fields = new HashMap<>();
    fields.put("id", "1");
    fields.put("channel", "x:@acme");
    fields.put("author", "kim");
    fields.put("text", "where is my bag?");
    fields.put("createdAt", "2026-03-01T11:59:00Z");
    for (int i = 0; i < changes.length; i += 2) {
      fields.put(String.valueOf(changes[i]), changes[i + 1]);
    }
    String followers = fields.get("authorFollowers");
    return new PostDraft(
        fields.get("id"),
        fields.get("channel"),
        fields.get("brand"),
        fields.get("author"),
        fields.get("text"),
        fields.get("createdAt"),
        fields.get("direction"),
        fields.get("kind"),
        fields.get("inReplyTo"),
        fields.get("language"),
        fields.get("url"),
        followers == null ? null : Integer.valueOf(followers),
        fields.get("editedAt"),
        fields.get("deletedAt"),
        fields.get("extraJson"));
  }
}

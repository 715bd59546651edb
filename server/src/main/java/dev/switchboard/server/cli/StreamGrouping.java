package dev.switchboard.server.cli;

import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.GroupingSettings;
import dev.switchboard.engine.incident.grouping.Report;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostCheck.Checked;
import dev.switchboard.engine.post.PostDraft;
import dev.switchboard.engine.post.PostKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Groups the posts of a stream, each brand by itself, and writes each one's group. What a post of
 * the contracts must have but grouping does not need is filled in where it is missing.
 */
final class StreamGrouping {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration BETWEEN_POSTS = Duration.ofMinutes(1);
  private static final String ANY_CHANNEL = "unknown:unknown";
  private static final String ANYBODY = "unknown";

  /** The posts' own time counts here, so none lies in the future. */
  private static final Instant NO_FUTURE = Instant.MAX.minus(PostCheck.MAX_AHEAD);

  private final OutputStream out;
  private final Map<String, Grouping> brands = new HashMap<>();
  private Instant last = PostCheck.EARLIEST;

  StreamGrouping(OutputStream out) {
    this.out = out;
  }

  /** Writes a post's group, or says why the draft is no post. */
  @Nullable String decide(PostDraft draft) throws IOException {
    return switch (PostCheck.check(filled(draft), NO_FUTURE)) {
      case Checked.Refused(var reason) -> reason;
      case Checked.Accepted(var post, _) -> {
        last = post.createdAt();
        write(post.externalId(), isReport(post) ? group(post, brand(draft, post)) : null);
        yield null;
      }
    };
  }

  private PostDraft filled(PostDraft draft) {
    return new PostDraft(
        draft.id(),
        orElse(draft.channel(), ANY_CHANNEL),
        draft.brand(),
        orElse(draft.author(), ANYBODY),
        draft.text(),
        orElse(draft.createdAt(), last.plus(BETWEEN_POSTS).toString()),
        draft.direction(),
        draft.kind(),
        draft.inReplyTo(),
        draft.language(),
        draft.url(),
        draft.authorFollowers(),
        draft.editedAt(),
        draft.deletedAt(),
        draft.extraJson());
  }

  private static String orElse(@Nullable String sent, String instead) {
    return sent == null || sent.isBlank() ? instead : sent;
  }

  private static boolean isReport(Post post) {
    return post.isFromCustomer() && !(post.change() instanceof AuthorChange.Deleted);
  }

  /** The brand, or the channel, or nothing if the post names neither. */
  private static String brand(PostDraft draft, Post post) {
    String brand = post.brand();
    return brand != null ? brand : orElse(draft.channel(), "");
  }

  private String group(Post post, String brand) {
    Grouping grouping = brands.computeIfAbsent(brand, _ -> new Grouping(GroupingSettings.DEFAULT));
    Report report =
        new Report(
            post.externalId(),
            post.text(),
            post.language(),
            post.kind() == PostKind.REPOST,
            post.createdAt());
    long group = grouping.assign(report).groupId();
    return brand.isEmpty() ? Long.toString(group) : brand + "/" + group;
  }

  private void write(String id, @Nullable String group) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeName("group");
      json.writeString(group);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    line.writeTo(out);
  }
}

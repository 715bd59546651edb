package dev.switchboard.server.cli;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.ndjson.NdjsonSource;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostCheck.Checked;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.routing.simulate.ReplayedPost;
import dev.switchboard.engine.routing.simulate.Scenario;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.server.language.LanguageSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customers' posts of a day that was, from NDJSON, each with what triage says of it. */
final class ReplayFile {
  private static final Instant NO_FUTURE = Instant.MAX.minus(PostCheck.MAX_AHEAD);

  private final Triage triage = DefaultTriage.load();
  private final StreamLanguages tongues = new StreamLanguages(LanguageSettings.DEFAULT);
  private final List<ReplayedPost> posts = new ArrayList<>();
  private final PrintWriter words;

  private ReplayFile(PrintWriter words) {
    this.words = words;
  }

  /**
   * Reads a file; bad lines are told of and left out.
   *
   * @throws CannotGoOn if it has more posts than can be replayed
   */
  static List<ReplayedPost> read(Path file, PrintWriter words) throws IOException {
    ReplayFile replay = new ReplayFile(words);
    try (NdjsonSource source = NdjsonSource.open(file, ResumePoint.START)) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        replay.take(line.parsed());
      }
    }
    return replay.posts;
  }

  private void take(ParsedLine line) {
    String reason =
        switch (line) {
          case ParsedLine.Bad(_, var why) -> why;
          case ParsedLine.Good(_, var draft) ->
              switch (PostCheck.check(draft, NO_FUTURE)) {
                case Checked.Refused(var why) -> why;
                case Checked.Accepted(var post, _) -> {
                  add(post, Objects.requireNonNullElse(draft.channel(), ""));
                  yield null;
                }
              };
        };
    if (reason != null) {
      words.printf("line %d: %s%n", line.line(), reason);
    }
  }

  private void add(Post post, String channel) {
    if (!post.isFromCustomer() || post.change() instanceof AuthorChange.Deleted) {
      return;
    }
    if (posts.size() == Scenario.MAX_POSTS) {
      throw new CannotGoOn("At most %,d posts are replayed.".formatted(Scenario.MAX_POSTS));
    }
    TriageDecision decision = triage.decide(post).in(tongues.of(post));
    Integer followers = post.authorFollowers();
    posts.add(
        new ReplayedPost(
            post.channel() + "/" + post.externalId(),
            parent(post),
            post.createdAt(),
            post.brand() == null ? channel : post.brand(),
            decision.language(),
            decision.intent(),
            post.channel().network(),
            post.kind() == PostKind.DIRECT,
            decision.verdict() != Verdict.SET_ASIDE,
            followers == null ? null : Long.valueOf(followers)));
  }

  private static @Nullable String parent(Post post) {
    return post.inReplyTo() == null ? null : post.channel() + "/" + post.inReplyTo();
  }
}

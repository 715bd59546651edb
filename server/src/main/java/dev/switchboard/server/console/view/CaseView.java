package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.PostRow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param token the claim's, or 0 if the reader does not hold it
 * @param notice why the last action was refused, or null
 */
public record CaseView(
    CaseRow row,
    Network network,
    Standing standing,
    long token,
    List<Entry> entries,
    @Nullable PostRow decided,
    Scope scope,
    @Nullable String notice) {

  public static CaseView of(CaseDetail detail, Scope scope, Agent agent, @Nullable String notice) {
    CaseRow row = detail.row();
    Standing standing = Standing.of(row.state(), agent);
    long token =
        standing == Standing.MINE && row.state() instanceof CaseState.Claimed c ? c.token() : 0;
    return new CaseView(
        row,
        Network.ofChannel(row.channel()),
        standing,
        token,
        Entries.of(detail),
        decided(detail.posts()),
        scope,
        notice);
  }

  /** The post that triage was surest about. */
  private static @Nullable PostRow decided(List<PostRow> posts) {
    PostRow surest = null;
    for (PostRow post : posts) {
      Float probability = post.probability();
      if (post.direction() == Direction.IN
          && probability != null
          && (surest == null || probability > sureness(surest))) {
        surest = post;
      }
    }
    return surest;
  }

  private static float sureness(PostRow post) {
    return post.probability() == null ? 0 : post.probability();
  }

  public @Nullable String holder() {
    return RowView.holder(row.state());
  }

  /** How long the first reply took, or null if there is none. */
  public @Nullable String firstReplyAfter() {
    return row.firstReplyAt() == null
        ? null
        : Words.length(Duration.between(row.askedAt(), row.firstReplyAt()));
  }

  public String triage() {
    if (decided == null || decided.verdict() == null || decided.probability() == null) {
      return "not decided";
    }
    String sure = Words.percent(decided.probability());
    return switch (decided.verdict()) {
      case HELP -> "needs help, " + sure;
      case UNSURE -> "unsure, " + sure;
      case SET_ASIDE -> "set aside, " + sure;
    };
  }

  public @Nullable String language() {
    return Words.language(row.language());
  }
}

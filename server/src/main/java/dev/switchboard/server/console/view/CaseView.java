package dev.switchboard.server.console.view;

import dev.switchboard.channels.text.DirectMessages;
import dev.switchboard.channels.text.SignStyles;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.identity.Signing;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.server.console.view.incident.IncidentCard;
import dev.switchboard.store.drafts.Draft;
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
 * @param draft what the reader is writing, or null
 * @param hand what colleagues have to do with it
 * @param step where it is in its flow, or null
 * @param why why triage made it a case, or null if it was never asked
 * @param incident what a post of it reports, with others, or null
 * @param customer who asks, or null if no customer wrote yet
 * @param signing how the reader's replies are signed
 * @param notice why the last action was refused, or null
 */
public record CaseView(
    CaseRow row,
    Network network,
    Standing standing,
    long token,
    List<Entry> entries,
    @Nullable Draft draft,
    AtHand hand,
    @Nullable StepView step,
    @Nullable CaseWhy why,
    @Nullable IncidentCard incident,
    @Nullable CustomerPanel customer,
    Signing signing,
    Scope scope,
    @Nullable String notice) {

  public static CaseView of(
      CaseDetail detail,
      @Nullable Draft draft,
      @Nullable CaseWhy why,
      @Nullable IncidentCard incident,
      @Nullable CustomerPanel customer,
      Signing signing,
      Scope scope,
      Agent agent,
      AtHand.Rights rights,
      @Nullable String passTo,
      @Nullable String notice) {
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
        draft,
        AtHand.of(detail, agent, rights),
        StepView.of(detail, passTo),
        why,
        incident,
        customer,
        signing,
        scope,
        notice);
  }

  /** The post that triage was surest about. */
  public static @Nullable PostRow decided(List<PostRow> posts) {
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

  /** What is put behind the reader's reply unless they sign it themselves; may be "". */
  public String signature() {
    return signing.tail(SignStyles.of(network.name()));
  }

  /** The account that asks, or null. */
  public CustomerPanel.@Nullable Account asking() {
    return customer == null ? null : customer.asking(row.author(), network);
  }

  /** Whether everybody can read what is written here. */
  public boolean isPublic() {
    Entry.Post asked = asked();
    return DirectMessages.arePostsPublic(network.name()) && (asked == null || !asked.isDirect());
  }

  /** The customer's latest post that is not withdrawn, which a reply answers. */
  private Entry.@Nullable Post asked() {
    Entry.Post latest = null;
    for (Entry entry : entries) {
      if (entry instanceof Entry.Post post && !post.isOurs() && !post.isWithdrawn()) {
        latest = post;
      }
    }
    return latest;
  }

  public @Nullable String holder() {
    return RowView.holder(row.state());
  }

  /** Why it rests, or null if it does not. */
  public @Nullable PauseView pause() {
    return PauseView.of(row.state());
  }

  /** How long the first reply took, or null if there is none. */
  public @Nullable String firstReplyAfter() {
    return row.firstReplyAt() == null
        ? null
        : Words.length(Duration.between(row.askedAt(), row.firstReplyAt()));
  }

  /** Whether a person has said that nobody needs help here, which closed it. */
  public boolean isSetAside() {
    return row.state() instanceof CaseState.Closed closed
        && closed.reason() == CloseReason.SET_ASIDE;
  }

  public @Nullable String language() {
    return Words.language(row.language(), row.languageFrom());
  }
}

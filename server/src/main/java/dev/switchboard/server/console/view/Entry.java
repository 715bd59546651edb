package dev.switchboard.server.console.view;

import dev.switchboard.channels.text.DirectMessages;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.privacy.PersonalData;
import dev.switchboard.engine.privacy.PersonalKind;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.NoteRow;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.ReplyStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a conversation, one below the other. */
public sealed interface Entry {
  /** Names it on the page, also after it has changed. */
  String key();

  /** Its place in the order shown. */
  Instant at();

  /**
   * A post as the network shows it.
   *
   * @param key its reply's if it came from the outbox
   * @param follows whether the entry above is by the same author, so that the name need not be said
   *     again
   */
  record Post(String key, PostRow row, Network network, boolean follows) implements Entry {
    Post after(Entry above) {
      boolean same =
          above instanceof Post post
              && post.isOurs() == isOurs()
              && post.who().equals(who())
              && row.kind() != PostKind.DIRECT;
      return new Post(key, row, network, same);
    }

    @Override
    public Instant at() {
      return row.shownAt();
    }

    public boolean isOurs() {
      return row.direction() == Direction.OUT;
    }

    /** Who wrote it: the colleague, if one did so from here. */
    public String who() {
      return row.person() == null ? row.author() : row.person();
    }

    public boolean isWithdrawn() {
      return row.deletedAt() != null;
    }

    public boolean isEdited() {
      return row.editedAt() != null;
    }

    public boolean cameLate() {
      return row.shownAt().isAfter(row.createdAt());
    }

    /** What kind of post it is, where that matters to the reader. */
    public @Nullable String kind() {
      return switch (row.kind()) {
        case DIRECT -> "direct message";
        case QUOTE -> "quotes a post";
        case REPOST -> "reposts";
        case MENTION, REPLY -> null;
      };
    }

    /** What of it nobody else should read, in words; null if it is private or holds nothing. */
    public @Nullable String shows() {
      if (isOurs()
          || isWithdrawn()
          || isDirect()
          || !DirectMessages.arePostsPublic(network.name())) {
        return null;
      }
      List<PersonalKind> kinds = PersonalData.kinds(row.text());
      if (kinds.isEmpty()) {
        return null;
      }
      String all = PersonalKind.all(kinds);
      return "%s%s %s in this public post."
          .formatted(
              all.substring(0, 1).toUpperCase(Locale.ROOT),
              all.substring(1),
              kinds.size() == 1 ? "stands" : "stand");
    }

    /** How to ask for a direct message there, or null if the network has none. */
    public @Nullable String invitation() {
      return DirectMessages.invitation(
              new ChannelName(network.name(), network.account()), row.language())
          .orElse(null);
    }

    public boolean isDirect() {
      return row.kind() == PostKind.DIRECT;
    }

    /** Its place on the network, if a person may follow it there. */
    public @Nullable String href() {
      var uri = MediaLink.followable(row.url());
      return uri == null ? null : uri.toString();
    }
  }

  /** A reply that is not out, or of which nobody knows. */
  record Reply(ReplyRow row, @Nullable ExceptionRow exception) implements Entry {
    @Override
    public String key() {
      return "reply-" + row.id();
    }

    @Override
    public Instant at() {
      return row.createdAt();
    }

    /** Its fate, in words. */
    public String fate() {
      return switch (row.status()) {
        case QUEUED -> row.attempts() == 0 ? "sending…" : "tried again soon";
        case SENDING -> "sending…";
        case SENT -> "sent";
        case FAILED -> "not sent";
        case UNKNOWN -> "may have gone out";
        case AWAITING -> "waits for approval";
        case RETURNED -> "sent back";
        case WITHDRAWN -> "withdrawn";
      };
    }

    public boolean isTroubled() {
      return row.status() == ReplyStatus.FAILED || row.status() == ReplyStatus.UNKNOWN;
    }
  }

  /** A note for colleagues. */
  record Note(NoteRow row) implements Entry {
    @Override
    public String key() {
      return "note-" + row.id();
    }

    @Override
    public Instant at() {
      return row.at();
    }
  }
}

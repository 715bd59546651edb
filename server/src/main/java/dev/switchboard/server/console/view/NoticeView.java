package dev.switchboard.server.console.view;

import dev.switchboard.store.notices.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the panel shows it.
 *
 * @param says what happened, in a sentence without names of customers
 * @param caseId which it is about; null if about none
 * @param words what a colleague or a network wrote, or null
 */
public record NoticeView(
    long id,
    String says,
    @Nullable String words,
    String icon,
    Instant at,
    boolean unread,
    String href,
    @Nullable Long caseId) {

  public static NoticeView of(Notice notice) {
    return new NoticeView(
        notice.id(),
        sentence(notice),
        notice.words(),
        icon(notice),
        notice.at(),
        notice.readAt() == null,
        notice.caseId() == null ? "/people/me" : "/cases/" + notice.caseId(),
        notice.caseId());
  }

  private static String sentence(Notice notice) {
    String who = notice.actor() == null ? "Somebody" : notice.actor();
    return switch (notice.kind()) {
      case HANDED_OVER -> who + " handed a case over to you";
      case TAKEN_OVER -> who + " took a case over from you";
      case APPROVAL_ASKED -> who + " asks for approval of a reply";
      case APPROVED -> who + " approved your reply";
      case SENT_BACK -> who + " sent your reply back";
      case REPLY_FAILED -> "Your reply could not be sent";
      case REPLY_UNKNOWN -> "Nobody knows whether your reply was sent";
      case MENTIONED -> who + " mentioned you in a note";
      case CALLED -> "You are called to a case that has waited too long";
      case RESUMED -> "A case that you paused goes on";
      case SET_AWAY -> "You are away: offers to you ran out";
    };
  }

  private static String icon(Notice notice) {
    return switch (notice.kind()) {
      case HANDED_OVER, TAKEN_OVER -> "hand";
      case APPROVAL_ASKED -> "eye";
      case APPROVED -> "check";
      case SENT_BACK -> "undo";
      case REPLY_FAILED, REPLY_UNKNOWN, CALLED, SET_AWAY -> "alert";
      case MENTIONED -> "note";
      case RESUMED -> "play";
    };
  }
}

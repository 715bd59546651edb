package dev.switchboard.store.reads;

import java.util.List;
import java.util.Optional;

/**
 * A case with its conversation in the order shown; replies, notes and exceptions oldest first.
 *
 * @param hands how it went from one person to another, oldest first; the latest 100
 * @param deadlines those that are not over, in the order of their kinds
 * @param topics the sensitive topics of which its customer speaks, by name
 */
public record CaseDetail(
    CaseRow row,
    List<PostRow> posts,
    List<ReplyRow> replies,
    List<NoteRow> notes,
    List<ExceptionRow> exceptions,
    List<HandRow> hands,
    List<String> topics,
    List<DeadlineRow> deadlines) {

  /** The latest reply, if it was sent back or withdrawn, so that it is a draft again. */
  public Optional<ReplyRow> findReturned() {
    if (replies.isEmpty()) {
      return Optional.empty();
    }
    ReplyRow last = replies.getLast();
    boolean returned =
        last.status() == ReplyStatus.RETURNED || last.status() == ReplyStatus.WITHDRAWN;
    return returned ? Optional.of(last) : Optional.empty();
  }
}

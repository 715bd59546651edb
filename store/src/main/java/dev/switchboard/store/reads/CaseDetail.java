package dev.switchboard.store.reads;

import java.util.List;

/** A case with its conversation in the order shown; replies, notes and exceptions oldest first. */
public record CaseDetail(
    CaseRow row,
    List<PostRow> posts,
    List<ReplyRow> replies,
    List<NoteRow> notes,
    List<ExceptionRow> exceptions) {}

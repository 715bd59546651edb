package dev.switchboard.store.reads;

import java.time.Instant;

/** What a colleague wrote on a case, for colleagues only. */
public record NoteRow(long id, String agent, String text, Instant at) {}

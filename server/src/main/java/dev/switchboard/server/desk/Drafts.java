package dev.switchboard.server.desk;

import dev.switchboard.store.drafts.Draft;
import dev.switchboard.store.drafts.DraftStore;
import dev.switchboard.store.drafts.SavedDraft;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What people are writing. A draft is its writer's alone: no role may read another's, until it is
 * sent, submitted, or handed over with the case. Any thread.
 */
public final class Drafts {
  private static final Duration FORGET_AFTER = Duration.ofDays(30);

  private final DraftStore store;
  private final InstantSource clock;

  public Drafts(DraftStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What this person is writing on a case. */
  public Optional<Draft> find(long caseId, String person) {
    return store.find(caseId, person);
  }

  /**
   * Keeps what somebody has typed; the larger revision wins.
   *
   * @param text empty to remove what is kept
   * @param seenThrough the last post that its writer had seen, 0 if unknown
   * @throws IllegalArgumentException with a sentence, if the text or a number can't be kept
   */
  public SavedDraft save(long caseId, String person, String text, long seenThrough, long revision) {
    if (text.length() > Draft.MAX_CHARS) {
      throw new IllegalArgumentException(
          "a draft may have %d characters, this one has %d"
              .formatted(Draft.MAX_CHARS, text.length()));
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("text must not have the character U+0000");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be 1 or more");
    }
    return store.save(caseId, Texts.name(person), text, seenThrough, revision, clock.instant());
  }

  /** Removes what nobody has touched for 30 days; called now and then. */
  public void sweep() {
    store.forget(clock.instant().minus(FORGET_AFTER));
  }
}

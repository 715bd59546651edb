package dev.switchboard.server.notices;

import dev.switchboard.engine.people.NoticeKind;
import dev.switchboard.store.notices.NoticeStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What concerns a person, and what they have read of it. Each reads their own only. Any thread. */
public final class Notices {
  private static final Duration FORGET_AFTER = Duration.ofDays(30);

  private final NoticeStore store;
  private final InstantSource clock;
  private final Bell bell;

  public Notices(NoticeStore store, InstantSource clock, Bell bell) {
    this.store = store;
    this.clock = clock;
    this.bell = bell;
  }

  /** The latest, and how many are not read. */
  public NoticeStore.Told told(String person) {
    return store.told(person);
  }

  public int unread(String person) {
    return store.unread(person);
  }

  public void read(String person, long id) {
    store.read(person, id, clock.instant());
    bell.ring(List.of(person));
  }

  /** Marks all up to this one as read. */
  public void readThrough(String person, long id) {
    store.readThrough(person, id, clock.instant());
    bell.ring(List.of(person));
  }

  public Set<NoticeKind> muted(String person) {
    return store.muted(person);
  }

  public void mute(String person, Set<NoticeKind> kinds) {
    store.mute(person, kinds);
  }

  /** For whom something has changed. */
  public Bell bell() {
    return bell;
  }

  /** Removes what is older than 30 days; called now and then. */
  public void sweep() {
    store.forget(clock.instant().minus(FORGET_AFTER));
  }
}

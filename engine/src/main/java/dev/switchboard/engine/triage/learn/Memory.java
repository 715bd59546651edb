package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.post.PostKind;
import java.util.ArrayList;
import java.util.List;

/** The latest lessons, at most so many; the oldest gives way. For one thread at a time. */
final class Memory {
  /** What a post says beyond this is not remembered. */
  private static final int MAX_TEXT_CHARS = 1_000;

  private final int capacity;
  private final List<Remembered> lessons = new ArrayList<>();
  private long added;

  /** A lesson and the post that it is about. */
  record Remembered(PostKind kind, String text, Lesson lesson) {}

  Memory(int capacity) {
    this.capacity = capacity;
  }

  void add(PostKind kind, String text, Lesson lesson) {
    String kept = text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text;
    Remembered remembered = new Remembered(kind, kept, lesson);
    if (lessons.size() < capacity) {
      lessons.add(remembered);
    } else {
      lessons.set((int) (added % capacity), remembered);
    }
    added++;
  }

  int size() {
    return lessons.size();
  }

  long added() {
    return added;
  }

  Remembered get(int i) {
    return lessons.get(i);
  }

  /** One of them, the same for the same number. */
  Remembered pick(long number) {
    long h = number * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
    h ^= h >>> 32;
    return lessons.get((int) Long.remainderUnsigned(h, lessons.size()));
  }

  /** Puts back what a snapshot held. */
  void restore(List<Remembered> kept, long addedBefore) {
    lessons.addAll(kept);
    added = addedBefore;
  }
}

package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.triage.model.PlattScale;
import java.nio.ByteBuffer;

/** The latest scores that were given before their labels were known; at most {@link #CAPACITY}. */
final class Recent {
  static final int CAPACITY = 1_000;
  static final int SNAPSHOT_BYTES = 8 + CAPACITY * 5;

  /** Fewer say too little: the default's probabilities stand. */
  private static final int MIN_SCORES = 50;

  /** Of each kind: from replies alone it would follow that everybody needs help. */
  private static final int MIN_SCORES_OF_A_KIND = 10;

  private final float[] logOdds = new float[CAPACITY];
  private final boolean[] help = new boolean[CAPACITY];
  private long added;

  void add(double score, boolean needed) {
    int at = (int) (added++ % CAPACITY);
    logOdds[at] = (float) score;
    help[at] = needed;
  }

  PlattScale scale() {
    int count = (int) Math.min(added, CAPACITY);
    int needed = 0;
    for (int i = 0; i < count; i++) {
      needed += help[i] ? 1 : 0;
    }
    boolean tooFew = count < MIN_SCORES || Math.min(needed, count - needed) < MIN_SCORES_OF_A_KIND;
    return tooFew ? PlattScale.NONE : PlattScale.fit(logOdds, help, count);
  }

  void write(ByteBuffer out) {
    out.putLong(added);
    for (int i = 0; i < CAPACITY; i++) {
      out.putFloat(logOdds[i]).put((byte) (help[i] ? 1 : 0));
    }
  }

  static Recent read(ByteBuffer in) {
    Recent recent = new Recent();
    recent.added = in.getLong();
    for (int i = 0; i < CAPACITY; i++) {
      recent.logOdds[i] = in.getFloat();
      recent.help[i] = in.get() == 1;
    }
    return recent;
  }
}

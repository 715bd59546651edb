package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges and splits that a person may take back, the latest {@link #MAX_REMEMBERED}. */
final class Regroupings {
  static final int MAX_REMEMBERED = 1_000;

  /**
   * What was done.
   *
   * @param other the incident that was merged into the other; 0 for a split
   * @param groupings what grouping takes back
   * @param posts that were split off
   */
  record Done(long incident, long other, List<Long> groupings, List<Long> posts) {}

  private final Map<Long, Done> done = new LinkedHashMap<>();
  private long lastAction;

  long add(Done what) {
    done.put(++lastAction, what);
    if (done.size() > MAX_REMEMBERED) {
      done.remove(done.keySet().iterator().next());
    }
    return lastAction;
  }

  @Nullable Done find(long action) {
    return done.get(action);
  }

  void remove(long action) {
    done.remove(action);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(lastAction);
    Bytes.writeAll(
        done.entrySet(),
        (entry, to) -> {
          to.writeLong(entry.getKey());
          to.writeLong(entry.getValue().incident());
          to.writeLong(entry.getValue().other());
          Bytes.writeLongs(entry.getValue().groupings(), to);
          Bytes.writeLongs(entry.getValue().posts(), to);
        },
        out);
  }

  void readInto(DataInput in) throws IOException {
    lastAction = in.readLong();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long action = in.readLong();
      done.put(
          action, new Done(in.readLong(), in.readLong(), Bytes.readLongs(in), Bytes.readLongs(in)));
    }
  }
}

package dev.switchboard.engine.incident.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The last reports of all streams of a brand, in the order in which they came; each names the one
 * before it in the same stream. Written from front to back: to note one costs no look at the
 * others. When there is no room, what nobody will ask for is left out.
 */
final class SightingLog {
  /** Of a stream's last reports, so many are kept for the onset and as evidence. */
  static final int MAX_OF_A_STREAM = Finding.MAX_POSTS;

  /** For so long. */
  static final double KEPT_HOURS = 24;

  static final int NONE = -1;

  private double[] hour;
  private long[] post;
  private double[] expectedPerHour;
  private int[] before;
  private int size;

  SightingLog(int room) {
    hour = new double[room];
    post = new long[room];
    expectedPerHour = new double[room];
    before = new int[room];
  }

  boolean isFull() {
    return size == hour.length;
  }

  /** Notes a report after another of its stream, or {@link #NONE}; its place. */
  int add(Sighting sighting, int after) {
    hour[size] = sighting.hour();
    post[size] = sighting.post();
    expectedPerHour[size] = sighting.expectedPerHour();
    before[size] = after;
    return size++;
  }

  /** A stream's reports up to one, none before that hour, oldest first. */
  List<Sighting> upTo(int last, double since) {
    List<Sighting> found = new ArrayList<>();
    for (int at = last; at != NONE && found.size() < MAX_OF_A_STREAM; at = before[at]) {
      if (hour[at] < since) {
        break;
      }
      found.add(new Sighting(hour[at], post[at], expectedPerHour[at]));
    }
    Collections.reverse(found);
    return found;
  }

  /**
   * A log with room that holds what is still asked for.
   *
   * @param last the place of each stream's last report; that in the new log afterwards
   * @param streams how many there are
   */
  SightingLog tidied(int[] last, int streams, double since) {
    List<List<Sighting>> kept = new ArrayList<>(streams);
    int count = 0;
    for (int stream = 0; stream < streams; stream++) {
      List<Sighting> own = upTo(last[stream], since);
      kept.add(own);
      count += own.size();
    }
    SightingLog tidied = new SightingLog(Math.max(1_024, 2 * count));
    for (int stream = 0; stream < streams; stream++) {
      last[stream] = NONE;
      for (Sighting sighting : kept.get(stream)) {
        last[stream] = tidied.add(sighting, last[stream]);
      }
    }
    return tidied;
  }
}

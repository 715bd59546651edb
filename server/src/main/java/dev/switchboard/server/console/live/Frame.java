package dev.switchboard.server.console.live;

import dev.switchboard.server.watching.Watcher;
import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * What a page is told at once.
 *
 * @param mine how many cases the reader holds
 * @param unread how many notifications the reader has not read
 * @param watchers of each case of which it is news, who else watches it
 */
record Frame(
    Gathered.Part part,
    LiveCounts.Counted counted,
    int mine,
    int unread,
    Map<Long, List<Watcher>> watchers) {
  private static final byte[] NOTHING = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  /** Keeps a stream open that has nothing to say. */
  static byte[] nothing() {
    return NOTHING.clone();
  }

  /** As a server-sent event. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(384);
    text.append("id: ").append(part.seq()).append("\ndata: {\"seq\":").append(part.seq());
    text.append(",\"all\":").append(part.all()).append(",\"news\":").append(part.news());
    text.append(",\"unread\":").append(unread).append(",\"counts\":{");
    counts(text);
    text.append("},\"received\":").append(part.received());
    text.append(",\"learned\":").append(part.learned());
    if (part.offered()) {
      text.append(",\"offers\":true");
    }
    if (part.flows()) {
      text.append(",\"flows\":true");
    }
    text.append(",\"cases\":").append(numbers(part.cases().keySet()));
    text.append(",\"posts\":").append(numbers(part.posts()));
    text.append(",\"incidents\":").append(numbers(part.incidents()));
    text.append(",\"watchers\":");
    watchers(text);
    return text.append("}\n\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void counts(StringBuilder text) {
    StateCounts counts = counted.counts();
    TriageCounts triage = counted.triage();
    text.append("\"waiting\":").append(counts.waiting());
    text.append(",\"mine\":").append(mine);
    text.append(",\"claimed\":").append(counts.claimed());
    text.append(",\"paused\":").append(counts.paused());
    text.append(",\"pending\":").append(counts.pending());
    text.append(",\"answered\":").append(counts.answered());
    text.append(",\"closed\":").append(counts.closed());
    text.append(",\"exceptions\":").append(counts.exceptions());
    text.append(",\"unsure\":").append(triage.unsure());
    text.append(",\"worthAnswering\":").append(triage.worthAnswering());
    text.append(",\"setAside\":").append(triage.setAside());
    text.append(",\"audit\":").append(triage.audit());
    text.append(",\"incidents\":").append(counted.incidents());
  }

  private void watchers(StringBuilder text) {
    String comma = "[";
    for (Map.Entry<Long, List<Watcher>> of : watchers.entrySet()) {
      text.append(comma).append('[').append(of.getKey().longValue());
      for (Watcher watcher : of.getValue()) {
        text.append(",[\"");
        JsonStringEncoder.getInstance().quoteAsString(watcher.name(), text);
        text.append("\",").append(watcher.typing()).append(']');
      }
      text.append(']');
      comma = ",";
    }
    text.append(watchers.isEmpty() ? "[]" : "]");
  }

  private static String numbers(Set<Long> ids) {
    return ids.toString().replace(" ", "");
  }
}

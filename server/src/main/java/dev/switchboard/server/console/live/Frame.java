package dev.switchboard.server.console.live;

import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a page is told at once.
 *
 * @param seq the number of the last event it contains
 * @param all whether anything may have changed: the page was away for too long to be told what
 */
record Frame(long seq, LiveCounts.Counted counted, int mine, Changes changes, boolean all) {
  private static final byte[] NOTHING = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  /** Keeps a stream open that has nothing to say. */
  static byte[] nothing() {
    return NOTHING.clone();
  }

  /** As a server-sent event. All of it is numbers and words of ours, so nothing needs escaping. */
  byte[] bytes() {
    StateCounts counts = counted.counts();
    TriageCounts triage = counted.triage();
    StringBuilder text = new StringBuilder(256);
    text.append("id: ").append(seq).append("\ndata: {\"seq\":").append(seq);
    text.append(",\"all\":").append(all).append(",\"more\":").append(changes.more());
    text.append(",\"counts\":{\"waiting\":").append(counts.waiting());
    text.append(",\"mine\":").append(mine);
    text.append(",\"claimed\":").append(counts.claimed());
    text.append(",\"pending\":").append(counts.pending());
    text.append(",\"answered\":").append(counts.answered());
    text.append(",\"closed\":").append(counts.closed());
    text.append(",\"exceptions\":").append(counts.exceptions());
    text.append(",\"unsure\":").append(triage.unsure());
    text.append(",\"worthAnswering\":").append(triage.worthAnswering());
    text.append(",\"setAside\":").append(triage.setAside());
    text.append(",\"audit\":").append(triage.audit());
    text.append(",\"incidents\":").append(counted.incidents());
    text.append("},\"received\":").append(changes.received());
    text.append(",\"learned\":").append(changes.learned());
    text.append(",\"cases\":[");
    String comma = "";
    for (var change : changes.cases().entrySet()) {
      text.append(comma).append('[').append(change.getKey().longValue()).append(",\"");
      text.append(change.getValue()).append("\"]");
      comma = ",";
    }
    text.append("],\"posts\":");
    text.append(numbers(changes.posts()));
    text.append(",\"incidents\":").append(numbers(changes.incidents()));
    return text.append("}\n\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String numbers(Set<Long> ids) {
    return ids.toString().replace(" ", "");
  }
}

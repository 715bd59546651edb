package dev.switchboard.engine.incident.evaluate;

import dev.switchboard.engine.incident.grouping.Assignment;
import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.GroupingSettings;
import dev.switchboard.engine.incident.grouping.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Grouping against true groups: one post a minute, one setting for all streams, chosen on the first
 * fifth of each; the rest is scored after the first fifth has gone through.
 */
final class GroupingTable implements IncidentTable {
  private static final List<String> STREAMS = List.of("tweets-t", "news-t");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public void print(Path data, PrintStream out) throws IOException {
    out.println("stream, part: AMI, homogeneity, completeness, groups found (real), duplicates");
    for (String name : STREAMS) {
      Path file = data.resolve("clusters/" + name + ".ndjson");
      if (!Files.isReadable(file)) {
        out.println(name + ": skipped, the data folder has no clusters/" + name + ".ndjson");
        continue;
      }
      ClusterStream all = ClusterStream.read(file);
      int fifth = all.size() / 5;
      ClusterStream first = all.part(0, fifth);
      score(name + ", first fifth (settings chosen here)", first, 0, out);
      score(name + ", first fifth backwards (likewise)", first.backwards(), 0, out);
      if (!Boolean.getBoolean("grouping.firstFifths")) {
        score(name + ", last four fifths", all, fifth, out);
      }
    }
  }

  /** Groups the whole stream and scores what comes from a place on. */
  private static void score(String name, ClusterStream stream, int from, PrintStream out) {
    Grouping grouping = new Grouping(GroupingSettings.DEFAULT);
    List<Long> found = new ArrayList<>(stream.size());
    int duplicates = 0;
    for (int i = 0; i < stream.size(); i++) {
      Instant at = START.plus(Duration.ofMinutes(i));
      Assignment assignment =
          grouping.assign(new Report(Integer.toString(i), stream.texts().get(i), null, false, at));
      found.add(assignment.groupId());
      duplicates += assignment.duplicateOf() == null ? 0 : 1;
    }
    Agreement result =
        Agreement.of(
            stream.truth().subList(from, stream.size()), found.subList(from, stream.size()));
    out.printf(
        "%s: AMI %.3f, %.3f, %.3f, %d (%d), %d%n",
        name,
        result.ami(),
        result.homogeneity(),
        result.completeness(),
        result.found(),
        result.real(),
        duplicates);
  }
}

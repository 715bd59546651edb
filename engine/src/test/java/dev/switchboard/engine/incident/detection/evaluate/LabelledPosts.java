package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.triage.tool.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The labelled data as streams of customers' posts, and as texts by label. */
final class LabelledPosts {
  private static final DateTimeFormatter TWITTER =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ROOT);

  private static final int FIRST_TOPIC_COLUMN = 10;

  private final Path folder;

  LabelledPosts(Path folder) {
    this.folder = folder;
  }

  /** Each airline's week, in order of time; the label is the negative reason. */
  Map<String, List<Said>> airlines() throws IOException {
    Table table = Table.read(folder.resolve("airline/airline.csv"));
    Map<String, List<Said>> byAirline = new TreeMap<>();
    long id = 0;
    for (List<String> row : table.rows()) {
      Said said =
          new Said(
              ++id,
              "airline customer " + id,
              Instant.parse(row.get(table.column("created_at"))),
              plain(row.get(table.column("text"))),
              row.get(table.column("negativereason")));
      byAirline.computeIfAbsent(row.get(table.column("airline")), _ -> new ArrayList<>()).add(said);
    }
    byAirline.values().forEach(posts -> posts.sort(Comparator.comparing(Said::at)));
    return byAirline;
  }

  /** The plain words are put back where labels were pasted over them. */
  private static String plain(String text) {
    return text.replace("Cancelled Flightled", "cancelled")
        .replaceAll("Cancelled Flight(s|ing)?", "cancelled flight")
        .replace("Late Flightr", "later")
        .replaceAll(
            "Late Flight|Flight Booking Problems|Bad Flight|Lost Luggage|Damaged Luggage"
                + "|Customer Service Issue|Flight Attendant Complaints|longlines",
            "");
  }

  /** What customers wrote to all the companies of twcs, as one stream. */
  List<Said> twcs() throws IOException {
    Table table = Table.read(folder.resolve("twcs/twcs.csv"));
    List<Said> posts = new ArrayList<>();
    long id = 1_000_000;
    for (List<String> row : table.rows()) {
      if (row.get(table.column("inbound")).equals("True")) {
        posts.add(
            new Said(
                ++id,
                row.get(table.column("author_id")),
                OffsetDateTime.parse(row.get(table.column("created_at")), TWITTER).toInstant(),
                row.get(table.column("text")),
                ""));
      }
    }
    posts.sort(Comparator.comparing(Said::at));
    return posts;
  }

  /** The texts of each label of the two support accounts; a text may have several labels. */
  Map<String, List<Said>> topics() throws IOException {
    Map<String, List<Said>> byLabel = new LinkedHashMap<>();
    long id = 2_000_000;
    for (String company : List.of("AmazonHelp", "SpotifyCares")) {
      Table table = Table.read(folder.resolve("topics/" + company + ".csv"));
      for (List<String> row : table.rows()) {
        for (int column = FIRST_TOPIC_COLUMN; column < row.size(); column++) {
          if (!row.get(column).isBlank()) {
            String label = company + ": " + table.head().get(column);
            byLabel
                .computeIfAbsent(label, _ -> new ArrayList<>())
                .add(new Said(++id, "topic", Instant.EPOCH, row.get(table.column("text")), label));
          }
        }
      }
    }
    return byLabel;
  }

  /** The texts of each airline's negative reasons; "Can't Tell" names none. */
  static Map<String, List<Said>> reasons(Map<String, List<Said>> airlines) {
    Map<String, List<Said>> byLabel = new LinkedHashMap<>();
    airlines.forEach(
        (airline, posts) -> {
          for (Said post : posts) {
            if (!post.label().isEmpty() && !post.label().equals("Can't Tell")) {
              byLabel
                  .computeIfAbsent(airline + ": " + post.label(), _ -> new ArrayList<>())
                  .add(post);
            }
          }
        });
    return byLabel;
  }
}

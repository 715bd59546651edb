package dev.switchboard.server.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The export read once more, by other means than the program's: what it should have found. */
record TwcsFile(Map<String, Tweet> tweets, Set<Set<String>> conversations) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss xx yyyy", Locale.US);

  record Tweet(String id, String author, boolean inbound, Instant at, String answers) {}

  static TwcsFile read(Path file) throws IOException {
    Map<String, Tweet> tweets = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        Tweet tweet =
            new Tweet(
                row.getField("tweet_id"),
                row.getField("author_id"),
                row.getField("inbound").equals("True"),
                ZonedDateTime.parse(row.getField("created_at"), TIME).toInstant(),
                row.getField("in_response_to_tweet_id"));
        tweets.put(tweet.id(), tweet);
      }
    }
    return new TwcsFile(tweets, joined(tweets.values()));
  }

  /** Union-find over who answers whom; a tweet that is not in the file joins those that name it. */
  private static Set<Set<String>> joined(Collection<Tweet> tweets) {
    Map<String, String> parents = new HashMap<>();
    for (Tweet tweet : tweets) {
      parents.putIfAbsent(tweet.id(), tweet.id());
      if (!tweet.answers().isEmpty()) {
        parents.putIfAbsent(tweet.answers(), tweet.answers());
        parents.put(root(parents, tweet.id()), root(parents, tweet.answers()));
      }
    }
    return new HashSet<>(
        tweets.stream()
            .collect(
                Collectors.groupingBy(
                    tweet -> root(parents, tweet.id()),
                    Collectors.mapping(Tweet::id, Collectors.toSet())))
            .values());
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    for (String up = parents.getOrDefault(at, at);
        !up.equals(at);
        up = parents.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }

  /**
   * By company: from a conversation's first customer post to the company's first at or after it.
   */
  Map<String, Waits> waits() {
    Map<String, Waits> waits = new TreeMap<>();
    for (Set<String> conversation : conversations) {
      List<Tweet> inOrder =
          conversation.stream()
              .map(id -> Optional.ofNullable(tweets.get(id)).orElseThrow())
              .sorted(Comparator.comparing(Tweet::at))
              .toList();
      Optional<String> company =
          inOrder.stream().filter(tweet -> !tweet.inbound()).map(Tweet::author).findFirst();
      Optional<Instant> asked = inOrder.stream().filter(Tweet::inbound).map(Tweet::at).findFirst();
      if (company.isPresent() && asked.isPresent()) {
        inOrder.stream()
            .filter(tweet -> tweet.author().equals(company.get()))
            .filter(tweet -> !tweet.at().isBefore(asked.get()))
            .findFirst()
            .ifPresent(
                reply ->
                    waits
                        .computeIfAbsent(company.get(), _ -> new Waits())
                        .add(Duration.between(asked.get(), reply.at()).toSeconds()));
      }
    }
    return waits;
  }
}

package dev.switchboard.channels.twcs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.switchboard.channels.ParsedLine.Good;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SharedData;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.Sources;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The real sample, against a second reading of it by other means. */
class RealTwcsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void everyRowIsAPost() throws IOException {
    Path file = SharedData.file("twcs/twcs.csv");
    assertThat(posts(file)).hasSize(records(file).size()).hasSize(3_154);
  }

  @Test
  void conversationsAreTheConnectedComponentsOfTheFile() throws IOException {
    Path file = SharedData.file("twcs/twcs.csv");
    Map<String, Set<String>> answers = new HashMap<>();
    for (Post post : posts(file)) {
      link(answers, post.externalId(), post.inReplyTo() == null ? "" : post.inReplyTo());
    }
    Map<String, Set<String>> expected = new HashMap<>();
    for (NamedCsvRecord record : records(file)) {
      link(expected, record.getField("tweet_id"), record.getField("in_response_to_tweet_id"));
    }
    assertThat(components(answers)).isEqualTo(components(expected));
  }

  @Test
  void aConversationIsOnOneChannelThatOfTheCompanyWhichWroteFirst() throws IOException {
    Path file = SharedData.file("twcs/twcs.csv");
    Map<String, Post> posts =
        posts(file).stream().collect(Collectors.toMap(Post::externalId, post -> post));
    Map<String, Set<String>> links = new HashMap<>();
    Map<String, NamedCsvRecord> records = new HashMap<>();
    for (NamedCsvRecord record : records(file)) {
      records.put(record.getField("tweet_id"), record);
      link(links, record.getField("tweet_id"), record.getField("in_response_to_tweet_id"));
    }
    for (Set<String> component : components(links)) {
      List<Post> there = component.stream().filter(posts::containsKey).map(posts::get).toList();
      String company =
          there.stream()
              .filter(post -> isOutbound(records, post))
              .min(Comparator.comparing(Post::createdAt))
              .map(Post::author)
              .orElseThrow();
      for (Post post : there) {
        assertThat(post.channel().toString()).isEqualTo("x:@" + company);
        assertThat(post.direction() == Direction.OUT).isEqualTo(post.author().equals(company));
      }
    }
  }

  private static boolean isOutbound(Map<String, NamedCsvRecord> records, Post post) {
    NamedCsvRecord record = records.get(post.externalId());
    return record != null && record.getField("inbound").equals("False");
  }

  private static List<Post> posts(Path file) throws IOException {
    List<Post> posts = new ArrayList<>();
    for (SourceLine line : Sources.readAll(TwcsPosts.open(file, ResumePoint.START))) {
      assertThat(line.parsed()).isInstanceOf(Good.class);
      var checked = PostCheck.check(((Good) line.parsed()).draft(), NOW);
      assertThat(checked).isInstanceOf(PostCheck.Checked.Accepted.class);
      posts.add(((PostCheck.Checked.Accepted) checked).post());
    }
    return posts;
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static void link(Map<String, Set<String>> links, String tweet, String answered) {
    links.computeIfAbsent(tweet, _ -> new HashSet<>());
    if (!answered.isEmpty()) {
      links.computeIfAbsent(tweet, _ -> new HashSet<>()).add(answered);
      links.computeIfAbsent(answered, _ -> new HashSet<>()).add(tweet);
    }
  }

  private static Set<Set<String>> components(Map<String, Set<String>> links) {
    Set<Set<String>> components = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (String start : links.keySet()) {
      if (seen.add(start)) {
        Set<String> component = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(component);
        while (!open.isEmpty()) {
          for (String next : links.getOrDefault(open.remove(), Set.of())) {
            if (component.add(next)) {
              open.add(next);
            }
          }
        }
        seen.addAll(component);
        components.add(component);
      }
    }
    return components;
  }
}

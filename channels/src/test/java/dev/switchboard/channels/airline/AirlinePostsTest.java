package dev.switchboard.channels.airline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ParsedLine.Bad;
import dev.switchboard.channels.ParsedLine.Good;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SharedData;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.Sources;
import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirlinePostsTest {
  private static final String HEADER =
      "tweet_id,created_at,airline,airline_sentiment,negativereason,text\r\n";

  @TempDir Path folder;

  @Test
  void aRowIsAPostByAnAuthorOfItsOwnWithoutItsLabels() throws IOException {
    List<ParsedLine> lines =
        read(HEADER + "12,2026-01-02T03:04:05.678Z,Blue Sky,negative,Lost Bag,\"a &lt;b&gt;\n\"\n");
    assertThat(lines)
        .containsExactly(
            new Good(
                2,
                new PostDraft(
                    "12",
                    "x:@bluesky",
                    null,
                    "row-12",
                    "a <b>\n",
                    "2026-01-02T03:04:05.678Z",
                    "in",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));
  }

  @Test
  void aMalformedRowCostsOnlyItself() throws IOException {
    List<ParsedLine> lines =
        read(HEADER + "1,t,Blue,x,y,first\n2,t,Blue\n3,t,\"Blue\"x,x,y,z\n4,t,Blue,x,y,last\n");
    assertThat(lines.get(1)).isEqualTo(new Bad(3, "6 fields expected as in the header, 3 found"));
    assertThat(lines.get(2)).isInstanceOf(Bad.class);
    assertThat(lines).extracting(ParsedLine::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(lines.get(3)).isInstanceOf(Good.class);
  }

  @Test
  void aWrongHeaderSaysWhatWasExpected() {
    assertThatThrownBy(() -> read("id,text\n1,hello\n"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining(HEADER.strip())
        .hasMessageContaining("not \"id,text\"");
  }

  @Test
  void everyRowOfTheRealExportIsAPost() throws IOException {
    Path file = SharedData.file("airline/airline.csv");
    List<SourceLine> lines = Sources.readAll(AirlinePosts.open(file, ResumePoint.START));
    assertThat(lines).hasSize(7_239);
    for (SourceLine line : lines) {
      PostDraft draft = ((Good) line.parsed()).draft();
      assertThat(PostCheck.check(draft, Instant.parse("2026-01-01T00:00:00Z")))
          .isInstanceOfSatisfying(
              PostCheck.Checked.Accepted.class, a -> assertThat(a.repairs()).isEmpty());
    }
  }

  private List<ParsedLine> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("airline.csv"), text);
    return Sources.readAll(AirlinePosts.open(file, ResumePoint.START)).stream()
        .map(SourceLine::parsed)
        .toList();
  }
}

package dev.switchboard.channels.twcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ParsedLine.Bad;
import dev.switchboard.channels.ParsedLine.Good;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.Sources;
import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.engine.post.PostDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwcsPostsTest {
  private static final String HEADER =
      "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\r\n";

  @TempDir Path folder;

  @Test
  void aQuestionAndItsAnswerAreOnTheCompanysChannel() throws IOException {
    List<ParsedLine> lines =
        read(
            "2,acme,False,Tue Oct 31 22:11:45 +0000 2017,@11 we look &amp; call,,1\n",
            "1,11,True,Tue Oct 31 22:10:47 +0000 2017,\"where is it?\n@acme\",2,\n");
    assertThat(lines)
        .containsExactly(
            new Good(
                2,
                draft(
                    "2",
                    "x:@acme",
                    "acme",
                    "@11 we look & call",
                    "2017-10-31T22:11:45Z",
                    "out",
                    "1")),
            new Good(
                3,
                draft(
                    "1",
                    "x:@acme",
                    "11",
                    "where is it?\n@acme",
                    "2017-10-31T22:10:47Z",
                    "in",
                    null)));
  }

  @Test
  void theCompanyThatWroteFirstHasTheConversationAndOthersComeIn() throws IOException {
    List<ParsedLine> lines =
        read(
            row(3, "late", "False", 5, "me too", 1),
            row(1, "11", "True", 1, "help", null),
            row(2, "early", "False", 2, "hello", 1),
            row(4, "early", "False", 6, "done", 3));
    assertThat(lines).extracting(TwcsPostsTest::channel).containsOnly("x:@early");
    assertThat(lines)
        .extracting(line -> draft(line).direction())
        .containsExactly("in", "in", "out", "out");
  }

  @Test
  void answersToATweetThatIsNotInTheFileAreTogether() throws IOException {
    List<ParsedLine> lines =
        read(
            row(2, "11", "True", 2, "any news?", 1),
            row(3, "acme", "False", 3, "soon", 1),
            row(9, "12", "True", 3, "nobody", null));
    assertThat(lines)
        .extracting(TwcsPostsTest::channel)
        .containsExactly("x:@acme", "x:@acme", "x:@unknown");
    assertThat(draft(lines.getFirst()).inReplyTo()).isEqualTo("1");
  }

  @Test
  void whereNoCompanyWroteTheFirstMentionOfOneDecides() throws IOException {
    List<ParsedLine> lines =
        read(
            row(2, "11", "True", 5, "@other and @acme", 1),
            row(1, "11", "True", 1, "@somebody @ACME help", null),
            row(3, "12", "True", 1, "@somebody help", null),
            row(10, "Acme", "False", 9, "x", null),
            row(11, "other", "False", 9, "x", null));
    assertThat(lines)
        .extracting(TwcsPostsTest::channel)
        .containsExactly("x:@Acme", "x:@Acme", "x:@unknown", "x:@Acme", "x:@other");
  }

  @Test
  void aMentionNeverOutweighsACompanysOwnTweet() throws IOException {
    List<ParsedLine> lines =
        read(
            row(1, "11", "True", 1, "@other help", null),
            row(2, "acme", "False", 5, "hello", 1),
            row(3, "other", "False", 9, "x", null),
            row(4, "12", "True", 9, "no company", null));
    assertThat(channel(lines.getFirst())).isEqualTo("x:@acme");
  }

  @Test
  void aBadRowCostsOnlyItself() throws IOException {
    List<ParsedLine> lines =
        read(
            row(1, "11", "True", 1, "help", null),
            "x,11,True,Tue Oct 31 22:10:47 +0000 2017,a,,\n",
            "2,11,Maybe,Tue Oct 31 22:10:47 +0000 2017,a,,\n",
            "3,11,True,2017-10-31,a,,\n",
            "4,11,True,Tue Oct 31 22:10:47 +0000 2017,a,,b\n",
            "5,11,True\n",
            "6,11,True,Tue Oct 31 22:10:47 +0000 2017,\"never closed,,\n",
            row(7, "acme", "False", 1, "hi", 1));
    assertThat(lines.subList(1, 7))
        .containsExactly(
            new Bad(3, "tweet_id must be a whole number, not \"x\""),
            new Bad(4, "inbound must be True or False, not \"Maybe\""),
            new Bad(
                5, "created_at must look like Tue Oct 31 22:10:47 +0000 2017, not \"2017-10-31\""),
            new Bad(6, "in_response_to_tweet_id must be a whole number or empty, not \"b\""),
            new Bad(7, "7 fields expected as in the header, 3 found"),
            new Bad(
                8,
                "the quote that opens a field on line 8 is not closed before the end of the file:"
                    + " double the quotes inside a field"));
    assertThat(channel(lines.getFirst())).isEqualTo("x:@acme");
    assertThat(channel(lines.getLast())).isEqualTo("x:@acme");
  }

  @Test
  void readingGoesOnWhereItStopped() throws IOException {
    Path file =
        write(
            row(1, "11", "True", 1, "help", null),
            row(2, "acme", "False", 2, "\"hello\nthere\"", 1),
            row(3, "11", "True", 3, "thanks", 2));
    List<SourceLine> all = Sources.readAll(TwcsPosts.open(file, ResumePoint.START));
    assertThat(all).hasSize(3);
    for (int i = 0; i < all.size(); i++) {
      assertThat(Sources.readAll(TwcsPosts.open(file, all.get(i).next())))
          .isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Test
  void aWrongHeaderSaysWhatWasExpected() throws IOException {
    Path file = Files.writeString(folder.resolve("twcs.csv"), "");
    assertThatThrownBy(() -> TwcsPosts.open(file, ResumePoint.START))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining(HEADER.strip());
  }

  private static PostDraft draft(ParsedLine line) {
    return ((Good) line).draft();
  }

  private static String channel(ParsedLine line) {
    return String.valueOf(draft(line).channel());
  }

  private static PostDraft draft(
      String id,
      String channel,
      String author,
      String text,
      String createdAt,
      String direction,
      @Nullable String inReplyTo) {
    return new PostDraft(
        id, channel, null, author, text, createdAt, direction, null, inReplyTo, null, null, null,
        null, null, null);
  }

  private static String row(
      int id, String author, String inbound, int minute, String text, @Nullable Integer answered) {
    return "%d,%s,%s,Tue Oct 31 22:%02d:00 +0000 2017,%s,,%s\n"
        .formatted(id, author, inbound, minute, text, answered == null ? "" : answered);
  }

  private List<ParsedLine> read(String... rows) throws IOException {
    return Sources.readAll(TwcsPosts.open(write(rows), ResumePoint.START)).stream()
        .map(SourceLine::parsed)
        .toList();
  }

  private Path write(String... rows) throws IOException {
    return Files.writeString(folder.resolve("twcs.csv"), HEADER + String.join("", rows));
  }
}

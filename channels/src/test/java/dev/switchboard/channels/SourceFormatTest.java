package dev.switchboard.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatTest {
  @TempDir Path folder;

  @Test
  void theFirstLineTellsTheFormat() throws IOException {
    assertThat(detect("{\"id\":\"1\"}\n")).isEqualTo(SourceFormat.NDJSON);
    assertThat(detect("\n{\"id\":\"1\"}\n")).isEqualTo(SourceFormat.NDJSON);
    assertThat(detect("")).isEqualTo(SourceFormat.NDJSON);
    assertThat(
            detect(
                "\uFEFFtweet_id,author_id,inbound,created_at,text,response_tweet_id,"
                    + "in_response_to_tweet_id\r\n"))
        .isEqualTo(SourceFormat.TWCS);
    assertThat(detect("\"tweet_id\",created_at,airline,airline_sentiment,negativereason,text\n1,2"))
        .isEqualTo(SourceFormat.AIRLINE);
  }

  @Test
  void anythingElseHasToBeNamed() {
    assertThatThrownBy(() -> detect("a,b,c\n1,2,3\n"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("name its format");
  }

  private SourceFormat detect(String text) throws IOException {
    return SourceFormat.detect(Files.writeString(folder.resolve("file"), text));
  }
}

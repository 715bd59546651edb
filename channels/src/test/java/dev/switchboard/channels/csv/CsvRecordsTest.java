package dev.switchboard.channels.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.ResumePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
  @TempDir Path folder;

  @Test
  void quotedNewlinesAndQuotesAndCommasBelongToTheField() throws IOException {
    assertThat(read("a,\"b\r\n,\"\"c\"\"\n\",d\r\ne,f,\n"))
        .containsExactly("1: a|b\r\n,\"c\"\n|d", "4: e|f|");
  }

  @Test
  void aQuoteInsideAPlainFieldIsALetter() throws IOException {
    assertThat(read("6\" nails,b\nc,d\n")).containsExactly("1: 6\" nails|b", "2: c|d");
  }

  @Test
  void blankLinesAreSkippedAndCounted() throws IOException {
    assertThat(read("\uFEFFa,b\n\r\n\nc,d")).containsExactly("1: a|b", "4: c|d");
  }

  @Test
  void textBehindAClosingQuoteCostsOnlyThatRecord() throws IOException {
    assertThat(read("a,b\nc,\"d\"e\nf,g\n"))
        .containsExactly(
            "1: a|b",
            "2! text follows the closing quote of a field that began on line 2",
            "3: f|g");
  }

  @Test
  void aQuoteNeverClosedIsNamedAndSwallowsNothing() throws IOException {
    assertThat(read("a,b\nc,\"d\ne,f\ng,h\n"))
        .containsExactly(
            "1: a|b",
            "2! the quote that opens a field on line 2 is not closed before the end of the file:"
                + " double the quotes inside a field",
            "3: e|f",
            "4: g|h");
  }

  @Test
  void aQuoteThatTheNextRecordClosesCostsOnlyItsOwnRecord() throws IOException {
    assertThat(read("a,\"b\nc,\"d\"\ne,f\n"))
        .containsExactly(
            "1! text follows the closing quote of a field that began on line 1",
            "2: c|d",
            "3: e|f");
  }

  @Test
  void aQuoteIsNotLookedForWithoutEnd() throws IOException {
    String filler = "x,y\n".repeat(CsvRecords.MAX_RECORD_BYTES / 4);
    List<String> rows = read("a,\"b\n" + filler + "c,d\n");
    assertThat(rows.getFirst())
        .startsWith("1! the quote that opens a field on line 1 is not closed within 262144 bytes");
    assertThat(rows).hasSize(CsvRecords.MAX_RECORD_BYTES / 4 + 2).endsWith("65538: c|d");
  }

  @Test
  void aLineTooLongCostsOnlyItself() throws IOException {
    assertThat(read("a,b\n" + "c".repeat(CsvRecords.MAX_RECORD_BYTES + 1) + "\nd,e\n"))
        .containsExactly("1: a|b", "2! the line is longer than 262144 bytes", "3: d|e");
  }

  @Test
  void bytesThatAreNotUtf8CostOnlyTheirRecord() throws IOException {
    Path file = folder.resolve("file.csv");
    Files.write(file, "a,b\nc,\u00e9\nd,e\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read(file, ResumePoint.START))
        .containsExactly("1: a|b", "2! not UTF-8 at byte 3 of the record", "3: d|e");
  }

  @Test
  void aCarriageReturnAloneEndsNoRecord() throws IOException {
    assertThat(read("a,b\rc,d\ne,f\n"))
        .containsExactly(
            "1! a carriage return without a line feed stands outside of quotes", "2: e|f");
  }

  @Test
  void readingGoesOnBehindAnyRecord() throws IOException {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, "a,\"b\n\n\"\nc,\"d\ne,\"f\ng\"\nh,i");
    List<String> all = read(file, ResumePoint.START);
    List<ResumePoint> ends = new ArrayList<>();
    try (CsvRecords records = CsvRecords.open(file, ResumePoint.START)) {
      for (CsvRow row = records.next(); row != null; row = records.next()) {
        ends.add(row.next());
      }
    }
    assertThat(all).hasSize(4);
    for (int i = 0; i < ends.size(); i++) {
      assertThat(read(file, ends.get(i))).isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  private List<String> read(String text) throws IOException {
    return read(Files.writeString(folder.resolve("file.csv"), text), ResumePoint.START);
  }

  private static List<String> read(Path file, ResumePoint at) throws IOException {
    List<String> shown = new ArrayList<>();
    try (CsvRecords records = CsvRecords.open(file, at)) {
      for (CsvRow row = records.next(); row != null; row = records.next()) {
        shown.add(
            switch (row) {
              case CsvRow.Fields(var line, _, var values) -> line + ": " + String.join("|", values);
              case CsvRow.Malformed(var line, _, var reason) -> line + "! " + reason;
            });
      }
    }
    return shown;
  }
}

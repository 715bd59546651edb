package dev.switchboard.channels.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.UnreadableSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files with named columns: text in, rows in words out. */
class TextTableTest {
  @Test
  void columnsAreFoundByNameWhateverTheirOrder() throws IOException {
    assertThat(read(TableFormat.CSV, "id,label,text\n1,help,lost bag\n2,chat,\"hi, all\"\n"))
        .containsExactly("2: lost bag | help", "3: hi, all | chat");
  }

  @Test
  void quotedFieldsHoldLineEndsSeparatorsAndQuotes() throws IOException {
    assertThat(read(TableFormat.TSV, "text\tlabel\n\"two\nlines\t\"\"so\"\"\"\thelp\nnext\tchat\n"))
        .containsExactly("2: two\nlines\t\"so\" | help", "4: next | chat");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoPartOfTheText() throws IOException {
    for (TableFormat format : List.of(TableFormat.CSV, TableFormat.TSV)) {
      String separator = format == TableFormat.CSV ? "," : "\t";
      String file = "\uFEFFtext,label\r\nlost bag,help\r\n".replace(",", separator);
      assertThat(read(format, file)).containsExactly("2: lost bag | help");
    }
    assertThat(read(TableFormat.NDJSON, "\uFEFF{\"text\":\"a\",\"label\":\"b\"}\r\n\r\n"))
        .containsExactly("1: a | b");
  }

  @Test
  void aBadRowIsNamedByItsLineAndItsNeighboursAreKept() throws IOException {
    assertThat(read(TableFormat.CSV, "text,label\na,b\nonly one\n\"c\"d,e\nf,g\n"))
        .containsExactly(
            "2: a | b",
            "3 is bad: 2 fields expected as in the header, 1 found",
            "4 is bad: text follows the closing quote of a field that began on line 4",
            "5: f | g");
    assertThat(read(TableFormat.NDJSON, "{\"text\":\"a\",\"label\":1}\n{\"text\"\n[1]\n"))
        .containsExactly(
            "1: a | 1", "2 is bad: not JSON at byte 8", "3 is bad: a row must be a JSON object");
  }

  @Test
  void objectsMayHaveOtherFieldsAndLackALabel() throws IOException {
    String rows =
        """
        {"id":7,"text":"a","entities":[{"label":"x"}],"label":true}
        {"text":"b"}
        {"text":"c","label":null}
        {"text":["d"],"label":"x"}
        {"text":"e","text":"f","label":"x"}
        """;
    assertThat(read(TableFormat.NDJSON, rows))
        .containsExactly(
            "1: a | true",
            "2: b | null",
            "3: c | null",
            "4 is bad: field \"text\" must be text, not an array or an object",
            "5 is bad: field \"text\" is given twice");
  }

  @Test
  void aRowOfAMegabyteIsRead() throws IOException {
    String megabyte = "help ".repeat(210_000);
    assertThat(read(TableFormat.CSV, "text,label\n\"" + megabyte + "\",x\n"))
        .containsExactly("2: " + megabyte + " | x");
    assertThat(read(TableFormat.NDJSON, "{\"text\":\"" + megabyte + "\",\"label\":\"x\"}"))
        .containsExactly("1: " + megabyte + " | x");
  }

  @Test
  void anUnknownColumnIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> read(TableFormat.CSV, "id,Text,labels\n1,a,b\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column \"text\"")
        .hasMessageContaining("\"id\", \"Text\", \"labels\"")
        .hasMessageContaining("Did you mean \"Text\"?");
    assertThatThrownBy(() -> read(TableFormat.NDJSON, "{\"texd\":\"a\"}\n"))
        .hasMessageContaining("Did you mean \"texd\"?");
    assertThatThrownBy(() -> read(TableFormat.NDJSON, "{\"text\":\"a\",\"lable\":\"b\"}\n"))
        .hasMessageContaining("no column \"label\"")
        .hasMessageContaining("Did you mean \"lable\"?");
  }

  @Test
  void withoutAHeaderItIsSaidThatOneIsNeeded() {
    assertThatThrownBy(() -> read(TableFormat.CSV, "my bag is lost,help\n"))
        .hasMessageContaining("A header line must name them");
    assertThatThrownBy(() -> read(TableFormat.CSV, ""))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("empty")
        .hasMessageContaining("header");
    assertThatThrownBy(() -> read(TableFormat.CSV, "text,label,text\n"))
        .hasMessageContaining("two columns named \"text\"");
  }

  @Test
  void theFirstLineTellsTheFormat() throws IOException {
    assertThat(detect("text,label\na\tb,c\n")).isEqualTo(TableFormat.CSV);
    assertThat(detect("text\tlabel\n")).isEqualTo(TableFormat.TSV);
    assertThat(detect("\uFEFF\n {\"text\":\"a\tb\"}\n")).isEqualTo(TableFormat.NDJSON);
    assertThat(detect("")).isEqualTo(TableFormat.CSV);
    assertThatThrownBy(() -> TableFormat.named("xml")).hasMessageContaining("csv, tsv or ndjson");
  }

  private static TableFormat detect(String file) throws IOException {
    return TableFormat.detect(stream(file));
  }

  private static List<String> read(TableFormat format, String file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (TextTable table = TextTable.open(stream(file), format, "it", List.of("text", "label"))) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(
            switch (row) {
              case TableRow.Bad(var line, var reason) -> line + " is bad: " + reason;
              case TableRow.Cells(var line, var values) ->
                  line + ": " + values.get(0) + " | " + values.get(1);
            });
      }
      assertThat(table.bytesRead()).isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
    }
    return rows;
  }

  private static BufferedInputStream stream(String file) {
    return TableFormat.peekable(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}

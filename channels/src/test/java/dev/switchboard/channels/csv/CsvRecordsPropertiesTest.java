package dev.switchboard.channels.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.ResumePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRecordsPropertiesTest {
  @Property(tries = 500)
  void whatWasWrittenByTheRulesIsReadBack(@ForAll("tables") List<List<String>> table)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<String> record : table) {
      List<String> quoted = record.stream().map(CsvRecordsPropertiesTest::quote).toList();
      text.append(String.join(",", quoted)).append("\r\n");
    }
    List<List<String>> read = new ArrayList<>();
    for (CsvRow row : rows(text.toString())) {
      if (row instanceof CsvRow.Fields(_, _, var values)) {
        read.add(values);
      }
    }
    assertThat(read).isEqualTo(table);
  }

  @Property(tries = 500)
  void aGoodRecordBehindAnyLineIsAlwaysFound(@ForAll("mess") String before) throws IOException {
    assertThat(rows(before + "\nthe one,ok\n"))
        .anyMatch(
            row ->
                row instanceof CsvRow.Fields(_, _, var values)
                    && values.getLast().endsWith("ok")
                    && String.join(",", values).contains("the one"));
  }

  private static String quote(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }

  private static List<CsvRow> rows(String text) throws IOException {
    Path file = Files.createTempFile("records", ".csv");
    try (CsvRecords records = CsvRecords.open(Files.writeString(file, text), ResumePoint.START)) {
      List<CsvRow> rows = new ArrayList<>();
      for (CsvRow row = records.next(); row != null; row = records.next()) {
        rows.add(row);
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  static Arbitrary<List<List<String>>> tables() {
    return mess().list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(5);
  }

  @Provide
  static Arbitrary<String> mess() {
    return Arbitraries.of("\"", "\"\"", ",", "\n", "\r\n", "\r", "a", " ", "é")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}

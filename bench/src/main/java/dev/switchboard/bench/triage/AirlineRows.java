package dev.switchboard.bench.triage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The labelled airline tweets, without the label words that were pasted over some. */
record AirlineRows(List<Row> rows) {
  private static final Pattern PASTED =
      Pattern.compile(
          "(Cancelled Flightled|Cancelled Flights?|Cancelled Flighting|Late Flightr?|Late Flight"
              + "|Flight Booking Problems|Bad Flight|Lost Luggage|Damaged Luggage"
              + "|Customer Service Issue|Flight Attendant Complaints|longlines)");

  /** One tweet. */
  record Row(String airline, String sentiment, String text) {}

  static AirlineRows read(Path csv) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord line : reader) {
        String text = PASTED.matcher(line.getField("text")).replaceAll("");
        rows.add(new Row(line.getField("airline"), line.getField("airline_sentiment"), text));
      }
    }
    return new AirlineRows(rows);
  }

  List<String> airlines() {
    return rows.stream().map(Row::airline).distinct().sorted().toList();
  }

  List<Row> of(String airline) {
    return rows.stream().filter(row -> row.airline().equals(airline)).toList();
  }

  List<Row> without(String airline) {
    return rows.stream().filter(row -> !row.airline().equals(airline)).toList();
  }
}

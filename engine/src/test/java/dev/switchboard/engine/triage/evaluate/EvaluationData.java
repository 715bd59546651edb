package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.tool.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The labelled data, read as its README says. */
record EvaluationData(Path folder) {
  /** Label words pasted over the texts; they would give the labels away. */
  private static final Pattern PASTED =
      Pattern.compile(
          "(Cancelled Flightled|Cancelled Flights?|Cancelled Flighting|Late Flightr?|Late Flight"
              + "|Flight Booking Problems|Bad Flight|Lost Luggage|Damaged Luggage"
              + "|Customer Service Issue|Flight Attendant Complaints|longlines)");

  List<Row> airlineSentiment() throws IOException {
    return airline("airline_sentiment");
  }

  List<Row> airlineReasons() throws IOException {
    return airline("negativereason").stream().filter(row -> !row.label().isEmpty()).toList();
  }

  /** The rows of customer service: random tweets and replies belong to no domain. */
  List<Row> complaints() throws IOException {
    return read("complaints/complaints.csv", "text", "complaint", "domain", text -> text).stream()
        .filter(row -> !row.domain().startsWith("random"))
        .toList();
  }

  /** Train and dev together are the 10,003 training texts of the paper. */
  List<Row> banking(String... parts) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String part : parts) {
      rows.addAll(
          read("permissive/banking/" + part + ".tsv", "text", "label", "label", text -> text));
    }
    return rows;
  }

  private List<Row> airline(String label) throws IOException {
    return read(
        "airline/airline.csv", "text", label, "airline", t -> PASTED.matcher(t).replaceAll(""));
  }

  private List<Row> read(
      String file, String text, String label, String domain, UnaryOperator<String> clean)
      throws IOException {
    Table table = Table.read(folder.resolve(file));
    int textAt = table.column(text);
    int labelAt = table.column(label);
    int domainAt = table.column(domain);
    return table.rows().stream()
        .map(r -> new Row(clean.apply(r.get(textAt)), r.get(labelAt), r.get(domainAt)))
        .toList();
  }

  static List<Row> only(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).toList();
  }
}

package dev.switchboard.bench.language;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Texts with what is known of their language. English requests are English. Tweets during a crisis
 * have no label: what is known is where it was, so most that are not English are in the language
 * spoken there. That is a weak label: some are in a third language.
 */
final class LanguageTexts {
  /** CrisisLex T26: events where something other than English is spoken by most who tweeted. */
  private static final Map<String, String> ABROAD =
      Map.of(
          "2012_Italy_earthquakes", "it",
          "2013_Sardinia_floods", "it",
          "2013_Spain_train_crash", "es",
          "2012_Costa_Rica_earthquake", "es",
          "2012_Guatemala_earthquake", "es",
          "2012_Venezuela_refinery", "es",
          "2013_Brazil_nightclub_fire", "pt",
          "2013_Lac_Megantic_train_crash", "fr");

  private LanguageTexts() {}

  /**
   * A text.
   *
   * @param local the language of the place, "en" for English texts
   */
  record Labelled(String text, String local) {}

  static List<Labelled> english(Path data) throws IOException {
    List<Labelled> texts = new ArrayList<>();
    for (String file : List.of("permissive/banking/test.tsv", "permissive/clinc/test.tsv")) {
      read(data.resolve(file), '\t', row -> texts.add(new Labelled(row.getField("text"), "en")));
    }
    read(
        data.resolve("airline/airline.csv"),
        ',',
        row -> texts.add(new Labelled(row.getField("text"), "en")));
    return texts;
  }

  static List<Labelled> abroad(Path data) throws IOException {
    List<Labelled> texts = new ArrayList<>();
    read(
        data.resolve("permissive/crisislex/t26.csv"),
        ',',
        row -> {
          String local = ABROAD.get(row.getField("event"));
          if (local != null) {
            texts.add(new Labelled(row.getField("text"), local));
          }
        });
    return texts;
  }

  private interface Row {
    void read(NamedCsvRecord row);
  }

  private static void read(Path file, char separator, Row to) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(file)) {
      reader.forEach(to::read);
    }
  }
}

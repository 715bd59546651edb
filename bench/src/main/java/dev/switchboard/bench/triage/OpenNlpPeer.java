package dev.switchboard.bench.triage;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Apache OpenNLP's document categoriser on word 1- to 3-grams. For one thread at a time. */
final class OpenNlpPeer {
  private final DocumentCategorizerME categorizer;

  private OpenNlpPeer(DoccatModel model) {
    this.categorizer = new DocumentCategorizerME(model);
  }

  static DoccatModel train(List<AirlineRows.Row> rows) throws IOException {
    List<DocumentSample> samples =
        rows.stream()
            .map(row -> new DocumentSample(row.sentiment(), tokens(row.text())))
            .filter(sample -> sample.getText().length > 0)
            .toList();
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put("PrintMessages", false);
    return DocumentCategorizerME.train(
        "en", ObjectStreamUtils.createObjectStream(samples), parameters, factory());
  }

  static OpenNlpPeer of(DoccatModel model) {
    return new OpenNlpPeer(model);
  }

  String categorize(String text) {
    return categorizer.getBestCategory(categorizer.categorize(tokens(text)));
  }

  private static String[] tokens(String text) {
    return SimpleTokenizer.INSTANCE.tokenize(text.toLowerCase(Locale.ROOT));
  }

  private static DoccatFactory factory() throws InvalidFormatException {
    return new DoccatFactory(new FeatureGenerator[] {new NGramFeatureGenerator(1, 3)});
  }
}

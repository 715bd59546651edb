package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.classify.Evaluation;
import dev.switchboard.engine.triage.classify.Prediction;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What the commands around models say on stdout, each one line with its line end. */
final class ModelJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double ROUNDING = 1e6;

  private ModelJson() {}

  /** A model that was written. */
  static String line(ModelFile model, long bytes) {
    return line(
        json -> {
          json.writeStringProperty("target", model.target().word());
          json.writeNumberProperty("rows", model.rows());
          json.writeArrayPropertyStart("labels");
          model.classifier().labels().forEach(json::writeString);
          json.writeEndArray();
          json.writeNumberProperty("features", model.classifier().features());
          json.writeNumberProperty("bytes", bytes);
        });
  }

  static String line(Prediction prediction) {
    return line(
        json -> {
          json.writeStringProperty("label", prediction.label());
          json.writeNumberProperty("probability", rounded(prediction.probability()));
          json.writeObjectPropertyStart("probabilities");
          for (int k = 0; k < prediction.labels().size(); k++) {
            json.writeNumberProperty(
                prediction.labels().get(k), rounded(prediction.probabilities().get(k)));
          }
          json.writeEndObject();
        });
  }

  static String line(ModelFile model, Evaluation result) {
    return line(
        json -> {
          json.writeStringProperty("target", model.target().word());
          json.writeNumberProperty("rows", result.rows());
          json.writeNumberProperty("accuracy", rounded(result.accuracy()));
          json.writeNumberProperty("macroF1", rounded(result.macroF1()));
          Double auc = result.auc();
          if (auc == null) {
            json.writeNullProperty("auc");
          } else {
            json.writeNumberProperty("auc", rounded(auc));
          }
          json.writeNumberProperty("calibrationError", rounded(result.calibrationError()));
          json.writeArrayPropertyStart("classes");
          result.classes().forEach(row -> write(json, row));
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Evaluation.ClassResult row) {
    json.writeStartObject();
    json.writeStringProperty("label", row.label());
    json.writeNumberProperty("rows", row.rows());
    json.writeNumberProperty("predicted", row.predicted());
    json.writeNumberProperty("precision", rounded(row.precision()));
    json.writeNumberProperty("recall", rounded(row.recall()));
    json.writeNumberProperty("f1", rounded(row.f1()));
    json.writeEndObject();
  }

  private static String line(Consumer<JsonGenerator> body) {
    StringWriter out = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      body.accept(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toString();
  }

  /** Six digits are more than any model knows. */
  private static double rounded(double value) {
    return Math.round(value * ROUNDING) / ROUNDING;
  }
}

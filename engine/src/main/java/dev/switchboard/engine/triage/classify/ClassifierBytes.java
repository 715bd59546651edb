package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.ShippedModel;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier as bytes: head, labels, calibration, vocabulary, the hidden layer's output, then
 * weights of two bytes each.
 */
final class ClassifierBytes {
  private static final int MAGIC = 0x53575443; // "SWTC"
  private static final int FORMAT = 2;
  private static final int MAX_LABEL_BYTES = 4_096;

  /** Room for labels, calibration and the strengths' weights; long labels may need more. */
  private static final long HEAD_BYTES = 1_000_000;

  private static final long MAX_BYTES = 64_000_000;

  private ClassifierBytes() {}

  static byte[] write(
      List<String> labels, Vocabulary vocabulary, LearnedWeights learned, Calibration calibration) {
    float[][] weights = learned.rows();
    float[] output = learned.hidden().output();
    List<byte[]> names =
        labels.stream().map(label -> label.getBytes(StandardCharsets.UTF_8)).toList();
    long size = 28 + output.length * 4L + names.stream().mapToLong(name -> 8 + name.length).sum();
    size += vocabulary.hashes().length * 8L;
    size += weights.length * (4 + 2L * (vocabulary.places() + 1));
    if (size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the classifier would take %d bytes, more than %d; shorten the labels"
              .formatted(size, MAX_BYTES));
    }
    ByteBuffer out = ByteBuffer.allocate((int) size);
    out.putInt(MAGIC).putInt(FORMAT).putInt(ShippedModel.cuesFingerprint());
    out.putInt(labels.size()).putInt(vocabulary.hashes().length).putInt(weights.length);
    out.putFloat(calibration.slope());
    for (int k = 0; k < labels.size(); k++) {
      out.putFloat(calibration.offsets()[k]);
      out.putInt(names.get(k).length).put(names.get(k));
    }
    for (int i = 0; i < vocabulary.hashes().length; i++) {
      out.putInt(vocabulary.hashes()[i]);
      out.putFloat(vocabulary.rarity(i + vocabulary.places() - vocabulary.hashes().length));
    }
    for (float weight : output) {
      out.putFloat(weight);
    }
    for (float[] row : weights) {
      float step = WeightSteps.step(row);
      out.putFloat(step);
      for (float weight : row) {
        out.putShort((short) Math.round(weight / step));
      }
    }
    return out.array();
  }

  /** How many hashed features fit with so many scores a text. */
  static int maxFeatures(int scores) {
    return (int) Math.min(Vocabulary.MAX_FEATURES, (MAX_BYTES - HEAD_BYTES) / (8 + 2L * scores));
  }

  static TextClassifier read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != FORMAT) {
        throw new IllegalArgumentException("not a classifier, or of another format");
      }
      if (in.getInt() != ShippedModel.cuesFingerprint()) {
        throw new IllegalArgumentException(
            "the classifier was learned with the cues of another version: train it again");
      }
      int classes = within(in.getInt(), 2, TextClassifier.MAX_CLASSES, "labels");
      int features = within(in.getInt(), 0, Vocabulary.MAX_FEATURES, "features");
      int scores = classes == 2 ? 1 : classes;
      int units = within(in.getInt() - scores, 0, ClassifierOptions.MAX_HIDDEN_UNITS, "units");
      return read(in, classes, features, scores, units);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("the classifier is cut off", cut);
    }
  }

  private static TextClassifier read(
      ByteBuffer in, int classes, int features, int scores, int units) {
    float slope = in.getFloat();
    float[] offsets = new float[classes];
    List<String> labels = new ArrayList<>(classes);
    for (int k = 0; k < classes; k++) {
      offsets[k] = in.getFloat();
      byte[] name = new byte[within(in.getInt(), 1, MAX_LABEL_BYTES, "bytes of a label")];
      in.get(name);
      labels.add(new String(name, StandardCharsets.UTF_8));
    }
    if (in.remaining() < features * 8L) {
      throw new BufferUnderflowException();
    }
    int[] hashes = new int[features];
    float[] rarity = new float[features];
    for (int i = 0; i < features; i++) {
      hashes[i] = in.getInt();
      rarity[i] = in.getFloat();
    }
    Vocabulary vocabulary = new Vocabulary(hashes, rarity);
    float[] output = new float[units == 0 ? 0 : (units + 1) * classes];
    int rows = scores + units;
    if (in.remaining() != output.length * 4L + rows * (4 + 2L * (vocabulary.places() + 1))) {
      throw new BufferUnderflowException();
    }
    for (int i = 0; i < output.length; i++) {
      output[i] = in.getFloat();
    }
    float[][] weights = new float[rows][vocabulary.places() + 1];
    for (float[] row : weights) {
      float step = in.getFloat();
      for (int i = 0; i < row.length; i++) {
        row[i] = in.getShort() * step;
      }
    }
    return new TextClassifier(
        labels,
        vocabulary,
        new LearnedWeights(weights, new HiddenLayer(classes, output)),
        new Calibration(slope, offsets));
  }

  private static int within(int value, int least, int most, String what) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "a classifier with %d %s cannot be".formatted(value, what));
    }
    return value;
  }
}

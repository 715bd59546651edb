package dev.switchboard.engine.triage.model;

import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A model in few bytes: signals as floats, hashed weights in whole steps of one size (a power of
 * two, so that nothing is rounded twice), from -127 to 127, and only those that are not zero, each
 * after the gap to the last (1 byte a gap below 128, then 7 bits a byte). What comes back is what
 * was written, rounded once: writing it again gives the same bytes.
 */
public final class LinearModelBytes {
  private static final int MAGIC = 0x53574C4D; // "SWLM"
  private static final int FORMAT = 1;
  private static final int MAX_STEPS = 127;
  private static final int MAX_CLASSES = 4_096;

  private LinearModelBytes() {}

  /** The model as bytes. */
  public static byte[] write(LinearModel model) {
    float[] weights = model.copyWeights();
    int rows = FtrlProximal.rows(model.classes());
    int signals = Signal.PLACES * rows;
    float largest = 0;
    for (int i = signals; i < weights.length; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    ByteBuffer head = ByteBuffer.allocate(24 + signals * 4);
    head.putInt(MAGIC).putInt(FORMAT).putInt(model.classes()).putInt(model.bits());
    float step = step(largest);
    head.putInt(model.version()).putFloat(step);
    for (int i = 0; i < signals; i++) {
      head.putFloat(weights[i]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.array());
    int last = signals - 1;
    for (int i = signals; i < weights.length; i++) {
      int steps = Math.round(weights[i] / step);
      if (steps != 0) {
        writeGap(i - last, out);
        out.write(steps);
        last = i;
      }
    }
    writeGap(0, out);
    return out.toByteArray();
  }

  /**
   * The model that the bytes hold.
   *
   * @throws IllegalArgumentException if they hold none
   */
  public static LinearModel read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != FORMAT) {
        throw new IllegalArgumentException("not a triage model, or of another format");
      }
      int classes = in.getInt();
      int bits = in.getInt();
      if (classes > MAX_CLASSES || bits < 8 || bits > 24) {
        throw new IllegalArgumentException(
            "a model of %d classes and %d bits cannot be".formatted(classes, bits));
      }
      int version = in.getInt();
      float step = in.getFloat();
      int rows = FtrlProximal.rows(classes);
      float[] weights = new float[rows * Features.places(bits)];
      int at = Signal.PLACES * rows - 1;
      for (int i = 0; i <= at; i++) {
        weights[i] = in.getFloat();
      }
      for (int gap = readGap(in); gap != 0; gap = readGap(in)) {
        at += gap;
        if (gap < 0 || at >= weights.length) {
          throw new IllegalArgumentException("a model names a place beyond its last");
        }
        weights[at] = in.get() * step;
      }
      return new LinearModel(classes, bits, version, weights);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("the model is cut off", cut);
    }
  }

  /** The smallest power of two of which the largest weight is at most 127. */
  private static float step(float largest) {
    float step = Math.scalb(1f, Math.getExponent(Math.max(largest, Float.MIN_NORMAL)) - 7);
    while (largest / step > MAX_STEPS) {
      step *= 2;
    }
    return step;
  }

  private static void writeGap(int gap, ByteArrayOutputStream out) {
    int left = gap;
    while (left >= 128) {
      out.write(left & 127 | 128);
      left >>>= 7;
    }
    out.write(left);
  }

  private static int readGap(ByteBuffer in) {
    int gap = 0;
    for (int shift = 0; shift <= 28; shift += 7) {
      byte b = in.get();
      gap |= (b & 127) << shift;
      if (b >= 0) {
        return gap;
      }
    }
    throw new IllegalArgumentException("a gap in a model is longer than any model");
  }
}

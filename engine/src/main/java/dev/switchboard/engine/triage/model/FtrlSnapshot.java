package dev.switchboard.engine.triage.model;

import dev.switchboard.engine.triage.text.Features;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The bytes of a learner: a head, then the places that differ from nothing, bit for bit. */
final class FtrlSnapshot {
  private static final int MAGIC = 0x53574654; // "SWFT"
  private static final int FORMAT = 1;
  private static final int HEAD_BYTES = 4 * 9;
  private static final int ENTRY_BYTES = 4 * 4;
  private static final int MAX_CLASSES = 4_096;

  private FtrlSnapshot() {}

  static byte[] write(
      FtrlSettings settings, int classes, int bits, float[] z, float[] n, float[] prior) {
    int entries = 0;
    for (int i = 0; i < z.length; i++) {
      entries += isUsed(z[i], n[i], prior[i]) ? 1 : 0;
    }
    ByteBuffer out = ByteBuffer.allocate(Math.addExact(HEAD_BYTES, entries * ENTRY_BYTES));
    out.putInt(MAGIC).putInt(FORMAT).putInt(classes).putInt(bits);
    out.putFloat(settings.alpha()).putFloat(settings.beta());
    out.putFloat(settings.l1()).putFloat(settings.l2());
    out.putInt(entries);
    for (int i = 0; i < z.length; i++) {
      if (isUsed(z[i], n[i], prior[i])) {
        out.putInt(i).putFloat(z[i]).putFloat(n[i]).putFloat(prior[i]);
      }
    }
    return out.array();
  }

  static FtrlProximal read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of a learner, or of another format");
      }
      int classes = in.getInt();
      int bits = in.getInt();
      if (classes > MAX_CLASSES || bits < 8 || bits > 24) {
        throw new IllegalArgumentException(
            "a snapshot of %d classes and %d bits cannot be".formatted(classes, bits));
      }
      FtrlSettings settings =
          new FtrlSettings(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
      int size = FtrlProximal.rows(classes) * Features.places(bits);
      float[] z = new float[size];
      float[] n = new float[size];
      float[] prior = new float[size];
      for (int left = in.getInt(); left > 0; left--) {
        int i = in.getInt();
        if (i < 0 || i >= size) {
          throw new IllegalArgumentException("a snapshot names place %d of %d".formatted(i, size));
        }
        z[i] = in.getFloat();
        n[i] = in.getFloat();
        prior[i] = in.getFloat();
      }
      FtrlProximal learner = new FtrlProximal(classes, bits, settings, prior);
      learner.load(z, n);
      return learner;
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("the snapshot of a learner is cut off", cut);
    }
  }

  private static boolean isUsed(float z, float n, float prior) {
    return Float.floatToRawIntBits(z) != 0
        || Float.floatToRawIntBits(n) != 0
        || Float.floatToRawIntBits(prior) != 0;
  }
}

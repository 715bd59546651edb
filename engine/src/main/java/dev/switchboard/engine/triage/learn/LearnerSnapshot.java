package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.model.FtrlProximal;
import dev.switchboard.engine.triage.model.LinearModel;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a brand's learner. */
final class LearnerSnapshot {
  private static final int MAGIC = 0x5357544C; // "SWTL"
  private static final PostKind[] KINDS = PostKind.values();
  private static final int FORMAT = 2;
  private static final int MAX_TEXT_BYTES = 4_000;

  private LearnerSnapshot() {}

  static byte[] write(TriageLearner learner) {
    byte[] weights = learner.learner.snapshot();
    byte[] memory = write(learner.memory);
    byte[] heldOut = write(learner.heldOut);
    ByteBuffer out =
        ByteBuffer.allocate(
            32
                + weights.length
                + memory.length
                + heldOut.length
                + Recent.SNAPSHOT_BYTES
                + DriftWatch.SNAPSHOT_BYTES);
    out.putInt(MAGIC).putInt(FORMAT).putLong(learner.actions).putInt(learner.version);
    out.putInt(weights.length).put(weights);
    out.putInt(memory.length).put(memory);
    out.putInt(heldOut.length).put(heldOut);
    learner.recent.write(out);
    learner.drift.write(out);
    return out.array();
  }

  static TriageLearner read(byte[] bytes, LearnerOptions options, LinearModel prior) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of a brand's learner");
      }
      long actions = in.getLong();
      int version = in.getInt();
      FtrlProximal learner = FtrlProximal.restore(part(in));
      Memory memory = readMemory(part(in), options.memoryTexts());
      Memory heldOut = readMemory(part(in), TriageLearner.MAX_HELD_OUT);
      Recent recent = Recent.read(in);
      DriftWatch drift = DriftWatch.read(in);
      return new TriageLearner(
          options, prior, learner, memory, heldOut, recent, drift, actions, version);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("the snapshot of a brand's learner is cut off", cut);
    }
  }

  private static byte[] part(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  private static byte[] write(Memory memory) {
    List<byte[]> texts = new ArrayList<>(memory.size());
    int size = 12;
    for (int i = 0; i < memory.size(); i++) {
      byte[] text = memory.get(i).text().getBytes(StandardCharsets.UTF_8);
      texts.add(text);
      size += 13 + text.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putLong(memory.added()).putInt(memory.size());
    for (int i = 0; i < memory.size(); i++) {
      Lesson lesson = memory.get(i).lesson();
      out.putFloat(lesson.helpShare()).putFloat(lesson.weight());
      out.put((byte) memory.get(i).kind().ordinal());
      out.putInt(texts.get(i).length).put(texts.get(i));
    }
    return out.array();
  }

  private static Memory readMemory(byte[] bytes, int capacity) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long added = in.getLong();
    int size = in.getInt();
    if (size < 0 || size > capacity) {
      throw new IllegalArgumentException(
          "the snapshot holds %d lessons, the options allow %d".formatted(size, capacity));
    }
    List<Memory.Remembered> kept = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Lesson lesson = new Lesson(in.getFloat(), in.getFloat());
      PostKind kind = kind(in.get());
      int length = in.getInt();
      if (length < 0 || length > Math.min(MAX_TEXT_BYTES, in.remaining())) {
        throw new BufferUnderflowException();
      }
      byte[] text = new byte[length];
      in.get(text);
      kept.add(new Memory.Remembered(kind, new String(text, StandardCharsets.UTF_8), lesson));
    }
    Memory memory = new Memory(capacity);
    memory.restore(kept, added);
    return memory;
  }

  private static PostKind kind(byte ordinal) {
    if (ordinal < 0 || ordinal >= KINDS.length) {
      throw new IllegalArgumentException("no kind of post has the number " + ordinal);
    }
    return KINDS[ordinal];
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.Target;
import dev.switchboard.engine.triage.classify.TextClassifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A learned model with what it is for: one line of JSON that a person can read, then the
 * classifier. The same training gives the same bytes.
 *
 * @param yes the labels that mean yes, where the target asks a question; empty if nobody said
 * @param text the column it learned from
 * @param label the column that held its labels
 * @param rows how many texts it learned from
 */
record ModelFile(
    Target target,
    List<String> yes,
    String text,
    String label,
    long rows,
    long seed,
    TextClassifier classifier) {
  private static final String KEY = "switchboardModel";
  private static final byte[] START = ("{\"" + KEY + "\":").getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final long MAX_BYTES = 80_000_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the file whole or not at all, and says how many bytes it has. */
  long write(Path file) throws IOException {
    byte[] bytes = bytes();
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder %s to write to".formatted(folder));
    }
    Path part = folder.resolve(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return bytes.length;
  }

  private byte[] bytes() {
    byte[] learned = classifier.toBytes();
    ObjectNode head = JSON.createObjectNode();
    head.put(KEY, FORMAT).put("target", target.word());
    classifier.labels().forEach(head.putArray("labels")::add);
    yes.forEach(head.putArray("yes")::add);
    head.put("text", text).put("label", label).put("rows", rows).put("seed", seed);
    head.put("features", classifier.features());
    head.put("bytes", learned.length).put("crc32", crc(learned));
    ByteArrayOutputStream out = new ByteArrayOutputStream(learned.length + 1024);
    out.writeBytes(JSON.writeValueAsBytes(head));
    out.write('\n');
    out.writeBytes(learned);
    return out.toByteArray();
  }

  /** Reads a model; refuses in words what is none, damaged, or of another version. */
  static ModelFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no model file %s".formatted(file));
    }
    if (Files.size(file) > MAX_BYTES) {
      throw notAModel(file);
    }
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no model file %s".formatted(file), e);
    }
  }

  private static ModelFile parse(Path file, byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    boolean begins =
        bytes.length >= START.length
            && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
    if (!begins) {
      throw notAModel(file);
    }
    JsonNode head;
    try {
      head = JSON.readTree(new String(bytes, 0, end, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw damaged(file);
    }
    if (head.path(KEY).asInt(0) != FORMAT) {
      throw new CannotGoOn(
          "%s is a model of format %s; this version of Switchboard reads format %d. Train it again."
              .formatted(file, head.path(KEY), FORMAT));
    }
    byte[] learned = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    if (learned.length != head.path("bytes").asInt(-1)
        || !crc(learned).equals(head.path("crc32").asString(""))) {
      throw damaged(file);
    }
    try {
      return new ModelFile(
          Target.ofWord(head.path("target").asString("")),
          head.path("yes").valueStream().map(JsonNode::asString).toList(),
          head.path("text").asString(""),
          head.path("label").asString(""),
          head.path("rows").asLong(0),
          head.path("seed").asLong(0),
          TextClassifier.fromBytes(learned));
    } catch (IllegalArgumentException e) {
      throw new CannotGoOn("%s can't be used: %s".formatted(file, e.getMessage()));
    }
  }

  private static CannotGoOn notAModel(Path file) {
    return new CannotGoOn("%s is no model: make one with switchboard train".formatted(file));
  }

  private static CannotGoOn damaged(Path file) {
    return new CannotGoOn("%s is damaged or cut off: train it again".formatted(file));
  }

  private static String crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return Long.toHexString(crc.getValue());
  }
}

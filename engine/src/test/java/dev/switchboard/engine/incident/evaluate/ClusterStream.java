package dev.switchboard.engine.incident.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stream of texts with their true groups, in order of time. */
record ClusterStream(List<String> texts, List<String> truth) {
  private static final Pattern TEXT = Pattern.compile("\"text\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern CLUSTER = Pattern.compile("\"cluster\":\\s*\"?([^\",}]+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)");

  static ClusterStream read(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> truth = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher text = TEXT.matcher(line);
      Matcher cluster = CLUSTER.matcher(line);
      if (text.find() && cluster.find()) {
        texts.add(unescaped(text.group(1)));
        truth.add(cluster.group(1));
      }
    }
    return new ClusterStream(texts, truth);
  }

  int size() {
    return texts.size();
  }

  ClusterStream part(int from, int to) {
    return new ClusterStream(texts.subList(from, to), truth.subList(from, to));
  }

  ClusterStream backwards() {
    return new ClusterStream(texts.reversed(), truth.reversed());
  }

  private static String unescaped(String json) {
    return ESCAPE
        .matcher(json)
        .replaceAll(
            found -> {
              String hex = found.group(2);
              char c = hex == null ? plain(found.group(1)) : (char) Integer.parseInt(hex, 16);
              return Matcher.quoteReplacement(String.valueOf(c));
            });
  }

  private static char plain(String escaped) {
    char c = escaped.charAt(0);
    return c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c;
  }
}

package dev.switchboard.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an idle page's stream takes of the server's memory: the heap after a collection and the
 * resident size of its JVM with N streams open, against the same JVM with none.
 */
public final class StreamsBench {
  private static final int WARM = 200;
  private static final double MEGA = 1 << 20;

  private StreamsBench() {}

  /**
   * @param args how many streams, 2500 if left out; then the option for the largest heap
   */
  public static void main(String[] args) throws Exception {
    int streams = args.length > 0 ? Integer.parseInt(args[0]) : 2_500;
    String heap = args.length > 1 ? args[1] : "-Xmx768m";
    Path data = Files.createTempDirectory("switchboard-streams");
    try (ServerJvm server = ServerJvm.start(data, heap)) {
      // What the first streams load and compile is not the streams' own.
      try (IdleStreams warm = new IdleStreams()) {
        warm.open(server.port(), WARM);
      }
      ServerJvm.Memory idle = server.memory();
      print("no stream", idle);
      try (IdleStreams open = new IdleStreams()) {
        open.open(server.port(), streams);
        ServerJvm.Memory with = server.memory();
        print(streams + " streams", with);
        System.out.printf(
            Locale.ROOT,
            "each stream: heap %.1f kB, resident %.1f kB (at most 120); JVM %.0f MB (at most 1024)%n",
            (with.heap() - idle.heap()) / 1000.0 / streams,
            (with.resident() - idle.resident()) / 1000.0 / streams,
            with.resident() / MEGA);
      }
    } finally {
      remove(data);
    }
  }

  private static void print(String what, ServerJvm.Memory memory) {
    System.out.printf(
        Locale.ROOT,
        "%-16s heap %7.1f MB   resident %7.1f MB%n",
        what,
        memory.heap() / MEGA,
        memory.resident() / MEGA);
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}

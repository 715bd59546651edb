package dev.switchboard.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of a data folder: chosen once, and kept in a file beside it. */
final class FixedPort {
  private FixedPort() {}

  static int of(Path folder) throws IOException {
    Path file = file(folder);
    if (Files.exists(file)) {
      return read(file);
    }
    int port = free();
    Files.writeString(file, Integer.toString(port));
    return port;
  }

  /** Beside the folder, since PostgreSQL wants its own folder empty at first. */
  static Path file(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".port");
  }

  private static int read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IOException(
          "%s should hold a port number, not \"%s\"; delete it to choose another"
              .formatted(file, text),
          e);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

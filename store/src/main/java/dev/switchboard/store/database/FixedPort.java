package dev.switchboard.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of a data folder: chosen once, and kept in a file beside it. */
final class FixedPort {
  private static final int MAX_PORT = 65_535;

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

  /** True if nobody listens there. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }

  private static int read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    int port = number(text);
    if (port < 1 || port > MAX_PORT) {
      throw new IOException(
          "%s should hold a port number, not \"%s\"; delete it to choose another"
              .formatted(file, text));
    }
    return port;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

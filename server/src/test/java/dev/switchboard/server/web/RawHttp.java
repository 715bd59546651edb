package dev.switchboard.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends requests as they are written here: no client mends a path or a Host on the way. */
record RawHttp(int port) {
  private static final int READ_TIMEOUT_MS = 20_000;

  record Answer(int status, List<String> headers, String body) {
    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  /**
   * @param head the request line and headers, one a line; Host is added unless it is among them
   */
  Answer send(String head, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request = new StringBuilder(head.strip().replace("\n", "\r\n")).append("\r\n");
    if (!head.toLowerCase(Locale.ROOT).contains("\nhost:")) {
      request.append("Host: localhost:").append(port).append("\r\n");
    }
    request.append("Connection: close\r\nContent-Length: ").append(bytes.length);
    request.append("\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(READ_TIMEOUT_MS);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String path, String... headers) {
    return send("GET " + path + " HTTP/1.1\n" + String.join("\n", headers), "");
  }

  private static Answer read(String text) {
    int end = text.indexOf("\r\n\r\n");
    List<String> head = text.substring(0, end).lines().toList();
    int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    return new Answer(status, head.subList(1, head.size()), text.substring(end + 4));
  }
}

package dev.switchboard.bench.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to loopback that does as little as it can, so that the client
 * takes little of the cores that it shares with the server. One thread.
 */
final class LeanHttp implements AutoCloseable {
  private static final int MAX_HEADER_BYTES = 1 << 14;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] header = new byte[MAX_HEADER_BYTES];

  LeanHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    out = socket.getOutputStream();
  }

  /** Posts a body; the status of the answer, whose body is read and dropped. */
  int post(String path, byte[] body) throws IOException {
    byte[] head =
        ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: %d\r\n\r\n")
            .formatted(path, body.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    out.flush();
    return readAnswer();
  }

  private int readAnswer() throws IOException {
    int length = readHeader();
    String text = new String(header, 0, length, StandardCharsets.US_ASCII);
    int status = Integer.parseInt(text.substring(9, 12));
    int contentLength = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
    if (contentLength >= 0) {
      int end = text.indexOf('\r', contentLength);
      in.skipNBytes(Long.parseLong(text.substring(contentLength + 15, end).strip()));
    } else {
      skipChunks();
    }
    return status;
  }

  private int readHeader() throws IOException {
    int length = 0;
    while (length < 4 || header[length - 1] != '\n' || header[length - 3] != '\n') {
      int next = in.read();
      if (next < 0 || length == MAX_HEADER_BYTES) {
        throw new IOException("the server ended the connection");
      }
      header[length++] = (byte) next;
    }
    return length;
  }

  private void skipChunks() throws IOException {
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      in.skipNBytes(size + 2L);
    }
    in.skipNBytes(2);
  }

  private int chunkSize() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server ended the connection");
      }
      line.append((char) next);
    }
    return Integer.parseInt(line.toString().strip(), 16);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

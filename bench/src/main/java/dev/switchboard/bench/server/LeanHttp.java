package dev.switchboard.bench.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
public final class LeanHttp implements AutoCloseable {
  private static final int MAX_HEADER_BYTES = 1 << 14;
  private static final String NDJSON = "application/x-ndjson";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String more;
  private final byte[] header = new byte[MAX_HEADER_BYTES];

  public LeanHttp(int port) throws IOException {
    this(port, "");
  }

  /**
   * @param more lines of the header that every request has, each with its line end
   */
  public LeanHttp(int port, String more) throws IOException {
    this.more = more;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    out = socket.getOutputStream();
  }

  /** What the server answered. */
  public record Answer(int status, String body) {}

  /** Posts lines of JSON; the status of the answer, whose body is read and dropped. */
  public int post(String path, byte[] body) throws IOException {
    send("POST", path, NDJSON, body);
    return readAnswer(OutputStream.nullOutputStream());
  }

  public Answer get(String path) throws IOException {
    send("GET", path, JSON, new byte[0]);
    return answer();
  }

  public Answer json(String method, String path, String body) throws IOException {
    send(method, path, JSON, body.getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  public Answer form(String path, String body) throws IOException {
    send("POST", path, FORM, body.getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  private Answer answer() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = readAnswer(body);
    return new Answer(status, body.toString(StandardCharsets.UTF_8));
  }

  private void send(String method, String path, String type, byte[] body) throws IOException {
    byte[] head =
        ("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n")
            .formatted(method, path, type, body.length, more)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    out.flush();
  }

  private int readAnswer(OutputStream body) throws IOException {
    int length = readHeader();
    String text = new String(header, 0, length, StandardCharsets.US_ASCII);
    int status = Integer.parseInt(text.substring(9, 12));
    int contentLength = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
    if (contentLength >= 0) {
      int end = text.indexOf('\r', contentLength);
      copy(Long.parseLong(text.substring(contentLength + 15, end).strip()), body);
    } else if (status != 204) {
      readChunks(body);
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

  private void readChunks(OutputStream body) throws IOException {
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      copy(size, body);
      in.skipNBytes(2);
    }
    in.skipNBytes(2);
  }

  private void copy(long bytes, OutputStream body) throws IOException {
    byte[] read = in.readNBytes(Math.toIntExact(bytes));
    if (read.length < bytes) {
      throw new IOException("the server ended the connection");
    }
    body.write(read);
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

package dev.switchboard.bench.streams;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Pages that are open and do nothing: they read what comes, all on one thread. */
final class IdleStreams implements AutoCloseable {
  private static final int ROWS = 40;
  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().daemon().name("streams").unstarted(this::read);
  private volatile boolean closed;

  IdleStreams() throws IOException {
    thread.start();
  }

  /** Opens this many more, each of a person of its own with forty cases on its list. */
  void open(int port, int count) throws Exception {
    String rows =
        LongStream.rangeClosed(1, ROWS).mapToObj(Long::toString).collect(Collectors.joining(","));
    for (int i = 0; i < count; i++) {
      int number = channels.size();
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
      String request =
          """
          GET /console/live?page=p%1$d&kind=cases&tab=waiting&open=1&rows=%2$s HTTP/1.1\r
          Host: localhost:%3$d\r
          User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r
          Accept: text/event-stream\r
          Accept-Encoding: gzip, deflate, br\r
          Accept-Language: en-GB,en;q=0.9\r
          Cookie: agent=Agent%1$d; XSRF-TOKEN=0b4b2f0e-8f0e-4d3a-9a8a-1c7c2a1f6a10\r
          \r
          """
              .formatted(number, rows, port);
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channels.add(channel);
      channel.register(selector, SelectionKey.OP_READ, new boolean[1]);
      selector.wakeup();
      awaitBegun(channels.size() - 50);
    }
    awaitBegun(channels.size());
  }

  private void awaitBegun(int many) throws InterruptedException {
    for (int look = 0; begun.get() < many; look++) {
      if (look == 6_000) {
        throw new IllegalStateException(
            "only %d of %d streams have begun".formatted(begun.get(), channels.size()));
      }
      Thread.sleep(10);
    }
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (!closed) {
        selector.select(
            key -> {
              try {
                buffer.clear();
                int read = ((SocketChannel) key.channel()).read(buffer);
                if (read < 0) {
                  key.cancel();
                } else {
                  first(key, new String(buffer.array(), 0, read, StandardCharsets.UTF_8));
                }
              } catch (IOException _) {
                key.cancel();
              }
            },
            100);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void first(SelectionKey key, String text) {
    boolean[] has = (boolean[]) key.attachment();
    if (!has[0] && text.contains("data:")) {
      has[0] = true;
      begun.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.wakeup();
  }
}

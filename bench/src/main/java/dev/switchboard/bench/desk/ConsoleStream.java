package dev.switchboard.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live stream of one open console page. Its thread reads frames; the agent's thread waits for
 * what it has done to appear.
 */
final class ConsoleStream implements AutoCloseable, Runnable {
  private static final String ID = "id: ";
  private static final String DATA = "data: ";
  private static final String CASES = "\"cases\":[";

  /** Long enough that when a frame is read, soon or late, does not count. */
  private static final int WINDOW_SECONDS = 10;

  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);

  private final Socket socket;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private boolean begun;
  private long awaited;
  private long shownNanos;

  private volatile long lastSeq;
  private volatile boolean outOfOrder;
  private volatile boolean ended;
  private volatile int mostInAWindow;
  private long windowBegan = System.nanoTime();
  private int inWindow;

  ConsoleStream(int port, String agent, String view) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write(
            ("GET /console/live" + view + " HTTP/1.1\r\nHost: localhost\r\nCookie: agent=" + agent)
                .concat("\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ID)) {
          number(Long.parseLong(line.substring(ID.length())));
        } else if (line.startsWith(DATA)) {
          frame(line);
        }
      }
    } catch (IOException _) {
      // It was closed, by us or by the server; which of the two is told by the verdict.
    }
    ended = true;
  }

  private void number(long seq) {
    outOfOrder |= seq < lastSeq;
    lastSeq = seq;
  }

  private void frame(String line) {
    long now = System.nanoTime();
    if (now - windowBegan > WINDOW_NANOS) {
      windowBegan = now;
      inWindow = 0;
    }
    mostInAWindow = Math.max(mostInAWindow, ++inWindow);
    lock.lock();
    try {
      if (!begun) {
        begun = true;
        more.signalAll();
      }
      if (awaited != 0 && names(line, awaited)) {
        awaited = 0;
        shownNanos = now;
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private static boolean names(String line, long caseId) {
    int begin = line.indexOf(CASES) + CASES.length();
    String cases = "," + line.substring(begin, line.indexOf(']', begin)) + ",";
    return cases.contains("," + caseId + ",");
  }

  /** Waits until the stream has said something: a page tells it nothing before. */
  void awaitFirst(long waitNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = waitNanos;
      while (!begun && left > 0) {
        left = more.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says, before acting, that a frame which tells of this case will be waited for. */
  void expect(long caseId) {
    lock.lock();
    try {
      awaited = caseId;
      shownNanos = 0;
    } finally {
      lock.unlock();
    }
  }

  /** When the expected frame came, by {@link System#nanoTime}; 0 if it did not in time. */
  long shown(long waitNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = waitNanos;
      while (shownNanos == 0 && left > 0) {
        left = more.awaitNanos(left);
      }
      return shownNanos;
    } finally {
      lock.unlock();
    }
  }

  long lastSeq() {
    return lastSeq;
  }

  boolean isOutOfOrder() {
    return outOfOrder;
  }

  boolean hasEnded() {
    return ended;
  }

  /** The most frames a second, over {@value #WINDOW_SECONDS} seconds. */
  double mostPerSecond() {
    return (double) mostInAWindow / WINDOW_SECONDS;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

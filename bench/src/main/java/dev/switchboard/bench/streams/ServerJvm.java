package dev.switchboard.bench.streams;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A server in a JVM of its own, started as the launcher does, of which one sees the memory. */
final class ServerJvm implements AutoCloseable {
  private static final int MAX_LOOKS = 240;
  private static final int SETTLE_SECONDS = 5;

  private final Process process;
  private final int port;
  private final MBeanServerConnection beans;

  private ServerJvm(Process process, int port, MBeanServerConnection beans) {
    this.process = process;
    this.port = port;
    this.beans = beans;
  }

  /** Memory of the process and of its heap, in bytes, after a collection. */
  record Memory(long heap, long resident) {}

  /** The other side is our own child on this machine. */
  @SuppressWarnings("BanJNDI")
  static ServerJvm start(Path data, String heap) throws Exception {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseParallelGC",
                    "-XX:+UseCompactObjectHeaders",
                    heap,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.switchboard.server.Main",
                    "serve",
                    "--data",
                    data.toString(),
                    "--port",
                    Integer.toString(port)))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(data.resolve("server.log").toFile())
            .start();
    awaitReady(process, port, data);
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    String address = machine.startLocalManagementAgent();
    machine.detach();
    return new ServerJvm(
        process,
        port,
        JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, int port, Path data) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ready")).build();
      for (int look = 0; look < MAX_LOOKS && process.isAlive(); look++) {
        try {
          if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // It does not listen yet.
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
    process.destroy();
    throw new IllegalStateException(Files.readString(data.resolve("server.log")));
  }

  int port() {
    return port;
  }

  /** What it holds when nothing that could go is left. */
  Memory memory() throws Exception {
    var memory =
        JMX.newMXBeanProxy(
            beans,
            new ObjectName("java.lang:type=Memory"),
            java.lang.management.MemoryMXBean.class);
    for (int i = 0; i < 2; i++) {
      memory.gc();
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    }
    memory.gc();
    return new Memory(memory.getHeapMemoryUsage().getUsed(), resident());
  }

  private long resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IllegalStateException("this system does not say what a process takes");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.channels.file.FileReplies;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard serve}: the server, until it is stopped. Replies go to a file. */
@Command(name = "serve", description = "Run the server; embedded PostgreSQL unless a URL is given")
final class ServeCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on (default: 127.0.0.1); others need an administrator and TLS")
  @Nullable String listen;

  @Option(
      names = "--behind-proxy",
      description = "A reverse proxy ends TLS and sets X-Forwarded-For and -Proto")
  boolean behindProxy;

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(listen, behindProxy);
    InstantSource clock = InstantSource.system();
    FileReplies replies = new FileReplies(settings.data().resolve("replies.ndjson"), clock);
    RunningServer server = RunningServer.start(settings, _ -> replies, clock);
    server.closeOnShutdown();
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    String address =
        "%s://localhost:%d"
            .formatted(settings.reach().listening().hasTls() ? "https" : "http", server.port());
    words.printf("Switchboard is on %s (Ctrl+C stops it)%n", address);
    server
        .switchboard()
        .accounts()
        .links()
        .makeFirst()
        .ifPresent(
            secret ->
                words.printf(
                    "There is no administrator yet, so it is for this machine only. To be the first,"
                        + " open this link once, within a day:%n  %s/first/%s%n",
                    address, secret));
    server.awaitClose();
    return 0;
  }
}

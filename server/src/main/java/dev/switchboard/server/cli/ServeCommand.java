package dev.switchboard.server.cli;

import dev.switchboard.channels.file.FileReplies;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchboard serve}: the server, until it is stopped. Replies go to a file. */
@Command(name = "serve", description = "Run the server; embedded PostgreSQL unless a URL is given")
final class ServeCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings();
    InstantSource clock = InstantSource.system();
    FileReplies replies = new FileReplies(settings.data().resolve("replies.ndjson"), clock);
    RunningServer server = RunningServer.start(settings, _ -> replies, clock);
    server.closeOnShutdown();
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .printf("Switchboard is on http://localhost:%d (Ctrl+C stops it)%n", server.port());
    server.awaitClose();
    return 0;
  }
}

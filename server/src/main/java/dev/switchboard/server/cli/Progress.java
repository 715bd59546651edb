package dev.switchboard.server.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, nothing elsewhere. */
final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** Of a file; 0 bytes if nobody knows how many. */
  static Progress ofBytes(String task, long bytes) {
    ProgressBarBuilder builder = new ProgressBarBuilder().setTaskName(task);
    return of(builder.setInitialMax(bytes == 0 ? -1 : bytes).setUnit(" MB", 1 << 20));
  }

  /** Of things that are counted. */
  static Progress ofSteps(String task) {
    return of(new ProgressBarBuilder().setTaskName(task));
  }

  private static Progress of(ProgressBarBuilder builder) {
    boolean shown = System.console() != null && System.console().isTerminal();
    return new Progress(shown ? builder.build() : null);
  }

  void to(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  void to(long done, long of) {
    if (bar != null) {
      bar.maxHint(of);
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

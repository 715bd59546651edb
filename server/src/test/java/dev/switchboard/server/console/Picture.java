package dev.switchboard.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture of a page as a test finds it, in {@code target/screenshots}, to be looked at. Nothing
 * else comes of it and each costs half a second, so only the long form takes them.
 */
final class Picture {
  private static final boolean LONG = Boolean.getBoolean("switchboard.long");
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final long MIN_BYTES = 4_000;
  private static final long MAX_BYTES = 300_000;
  private static final long MAX_BYTES_OF_ALL = 1_000_000;

  private Picture() {}

  static void of(Page page, String name) {
    take(page, name, false);
  }

  /** What one would see after scrolling, too. */
  static void ofAll(Page page, String name) {
    take(page, name, true);
  }

  private static void take(Page page, String name, boolean all) {
    if (LONG) {
      Path to = FOLDER.resolve(name + ".png");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(to)
              .setFullPage(all)
              // What fades in has done so.
              .setAnimations(ScreenshotAnimations.DISABLED));
      assertThat(size(to))
          .as(to.toString())
          .isBetween(MIN_BYTES, all ? MAX_BYTES_OF_ALL : MAX_BYTES);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.switchboard.server.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Styles and scripts, under an address that changes with their content: browsers keep them for a
 * year, and a new build is a new address.
 */
final class Assets {
  static final String FILES = "classpath:/static/";
  private static final String HTMX =
      "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
  private static final int VERSION_BYTES = 6;

  private final String folder;
  private final Resource library;

  Assets() {
    var files = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
    try {
      Resource[] own = files.getResources("classpath*:/static/**/*.*");
      Resource[] htmx = files.getResources(HTMX);
      if (own.length == 0 || htmx.length != 1) {
        throw new IllegalStateException(
            "The console is built wrongly: %d files of its own, %d of htmx"
                .formatted(own.length, htmx.length));
      }
      library = htmx[0].createRelative("");
      folder = "/assets/" + version(own, htmx[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of all, without a slash at the end. */
  String folder() {
    return folder;
  }

  /** The folder that htmx lies in. */
  Resource library() {
    return library;
  }

  private static String version(Resource[] own, Resource htmx) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Arrays.sort(own, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    for (Resource file : own) {
      digest.update(file.getContentAsByteArray());
    }
    digest.update(htmx.getContentAsByteArray());
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), VERSION_BYTES));
  }
}

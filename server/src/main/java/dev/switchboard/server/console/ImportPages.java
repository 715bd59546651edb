package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.imports.ImportSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads a file of posts that a person chooses. One at a time. */
@RestController
public final class ImportPages {
  private static final long MAX_BYTES = 1L << 30;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_BAD_LINES_SHOWN = 20;

  private final Importing importing;
  private final Shells shells;
  private final Pages pages;
  private final Semaphore place = new Semaphore(1);

  ImportPages(Importing importing, Shells shells, Pages pages) {
    this.importing = importing;
    this.shells = shells;
    this.pages = pages;
  }

  /** Reads a file into the store. */
  @FunctionalInterface
  public interface Importing {
    /**
     * @param rejected hears of lines that are bad, with the reason
     * @throws IllegalArgumentException with a sentence, if the file can't be read as posts
     */
    ImportSummary run(Path file, BiConsumer<Long, String> rejected)
        throws IOException, InterruptedException;
  }

  @GetMapping("/import")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return pages.page(
        "import", Map.of("shell", shells.shell("Import", agent, scope, shells.seq(), request)));
  }

  /** The body is the file itself; the answer says what became of it. */
  @PostMapping("/console/import")
  ResponseEntity<String> read(HttpServletRequest request) throws IOException, InterruptedException {
    if (!place.tryAcquire()) {
      return told(HttpStatus.CONFLICT, "Another file is being read; wait until it is done.");
    }
    Path file = Files.createTempFile("switchboard-import", ".posts");
    try {
      if (!copy(request.getInputStream(), file)) {
        return told(
            HttpStatus.CONTENT_TOO_LARGE,
            "A file may have 1 GiB here; larger ones are read by: bin/switchboard import FILE");
      }
      List<String> bad = new ArrayList<>();
      ImportSummary summary =
          importing.run(
              file,
              (line, reason) -> {
                if (bad.size() < MAX_BAD_LINES_SHOWN) {
                  bad.add("Line %d: %s".formatted(line, reason));
                }
              });
      return pages.page(
          "part/imported", Map.of("summary", summary, "bad", List.copyOf(bad), "problem", ""));
    } catch (IllegalArgumentException e) {
      return told(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    } finally {
      Files.deleteIfExists(file);
      place.release();
    }
  }

  private static boolean copy(InputStream from, Path to) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(to)) {
      int read = from.read(buffer);
      while (read >= 0) {
        bytes += read;
        if (bytes > MAX_BYTES) {
          return false;
        }
        out.write(buffer, 0, read);
        read = from.read(buffer);
      }
    }
    return true;
  }

  private ResponseEntity<String> told(HttpStatus status, String sentence) {
    return pages.page(
        status,
        "part/imported",
        Map.of("summary", ImportSummary.none(), "bad", List.of(), "problem", sentence));
  }
}

package dev.switchboard.server.console;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.channels.staff.StaffFile;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.StaffImport;
import dev.switchboard.server.people.StaffResult;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings people in from a file: first what it would do, then doing it. */
@RestController
final class StaffImportPages {
  private final StaffImport importing;
  private final Shells shells;
  private final Pages pages;

  StaffImportPages(StaffImport importing, Shells shells, Pages pages) {
    this.importing = importing;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/people/import")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return pages.page(
        "staffimport",
        Map.of("shell", shells.shell("People from a file", agent, scope, shells.seq(), request)));
  }

  /**
   * The body is the file itself.
   *
   * @param preview only say what would be done
   */
  @PostMapping("/console/people/import")
  ResponseEntity<String> read(
      @RequestParam(defaultValue = "true") boolean preview, HttpServletRequest request)
      throws IOException {
    byte[] file = request.getInputStream().readNBytes(StaffFile.MAX_BYTES + 1);
    if (file.length > StaffFile.MAX_BYTES) {
      return told(
          HttpStatus.CONTENT_TOO_LARGE,
          "A file of people may have %d MiB; split it.".formatted(StaffFile.MAX_BYTES >> 20));
    }
    try {
      var lines = StaffFile.read(file);
      StaffResult result =
          preview
              ? importing.preview(Callers.current(), lines)
              : importing.run(Callers.current(), lines);
      return pages.page(
          "part/staffimported",
          Map.of(
              "result",
              result,
              "preview",
              preview,
              "address",
              PersonPages.address(request),
              "problem",
              ""));
    } catch (UnreadableSource e) {
      return told(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private ResponseEntity<String> told(HttpStatus status, String sentence) {
    return pages.page(
        status,
        "part/staffimported",
        Map.of(
            "result",
            new StaffResult(0, List.of(), List.of()),
            "preview",
            true,
            "address",
            "",
            "problem",
            sentence));
  }
}

package dev.switchboard.server.api;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.channels.staff.StaffFile;
import dev.switchboard.channels.staff.StaffLine;
import dev.switchboard.server.people.StaffImport;
import dev.switchboard.server.people.StaffResult;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** People from a CSV file. */
@RestController
public final class StaffImportApi {
  private final StaffImport importing;

  public StaffImportApi(StaffImport importing) {
    this.importing = importing;
  }

  /**
   * Brings people in; the answer holds the one-time links of those who were added. A dry run only
   * says what would be done.
   */
  @PostMapping("/api/v1/people/import")
  ResponseEntity<Object> read(HttpServletRequest request) throws IOException {
    boolean dryRun = AddressFlag.of(request, "dryRun");
    byte[] file = request.getInputStream().readNBytes(StaffFile.MAX_BYTES + 1);
    if (file.length > StaffFile.MAX_BYTES) {
      return Problems.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "A file of people may have %d MiB.".formatted(StaffFile.MAX_BYTES >> 20));
    }
    List<StaffLine> lines;
    try {
      lines = StaffFile.read(file);
    } catch (UnreadableSource e) {
      return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", String.valueOf(e.getMessage()));
    }
    StaffResult result =
        dryRun
            ? importing.preview(Callers.current(), lines)
            : importing.run(Callers.current(), lines);
    return ResponseEntity.ok(StaffJson.of(result, dryRun, PeopleApi.address(request)));
  }
}

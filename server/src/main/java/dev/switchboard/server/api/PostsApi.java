package dev.switchboard.server.api;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ndjson.NdjsonPosts;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.server.intake.Intake;
import dev.switchboard.server.intake.IntakeRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts come in: NDJSON, a JSON array, or one object. Answers once they are committed. */
@RestController
public final class PostsApi {
  public static final int MAX_BODY_BYTES = 16 << 20;

  /** All bodies that are being worked on together; the rest is told to come later. */
  private static final int MAX_BODIES_KB = 64 << 10;

  private final Intake intake;
  private final Semaphore bodiesKb = new Semaphore(MAX_BODIES_KB);

  public PostsApi(Intake intake) {
    this.intake = intake;
  }

  @PostMapping("/api/v1/posts")
  public ResponseEntity<Object> posts(HttpServletRequest request)
      throws IOException, InterruptedException {
    long announced = request.getContentLengthLong();
    if (announced > MAX_BODY_BYTES) {
      return tooLarge();
    }
    int kb = 1 + (int) ((announced < 0 ? MAX_BODY_BYTES : announced) >> 10);
    if (!bodiesKb.tryAcquire(kb)) {
      return Problems.later(
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many posts are on their way in; send these again a little later.",
          Duration.ofSeconds(1));
    }
    try {
      byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
      return body.length > MAX_BODY_BYTES ? tooLarge() : accept(body);
    } finally {
      bodiesKb.release(kb);
    }
  }

  private ResponseEntity<Object> accept(byte[] body) throws InterruptedException {
    List<ParsedLine> lines = new ArrayList<>();
    NdjsonPosts.parseBody(body, lines::add);
    try {
      return ResponseEntity.ok(intake.accept(lines, Origin.LIVE));
    } catch (IntakeRefusal refusal) {
      HttpStatus status =
          switch (refusal.why()) {
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          };
      return Problems.later(status, String.valueOf(refusal.getMessage()), refusal.retryAfter());
    }
  }

  private static ResponseEntity<Object> tooLarge() {
    return Problems.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "A body may have at most %d bytes; send the posts in several requests."
            .formatted(MAX_BODY_BYTES));
  }
}

package dev.switchboard.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A problem (RFC 9457) where no controller answers; types and sentences need no escaping. */
final class PlainProblem {
  private PlainProblem() {}

  static void write(HttpServletResponse response, HttpStatus status, String type, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("application/problem+json;charset=UTF-8");
    response
        .getWriter()
        .write(
            """
            {"type":"urn:switchboard:problem:%s","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(type, status.getReasonPhrase(), status.value(), detail));
  }
}

package dev.switchboard.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Templates, compiled in the build, filled with named values each. Any thread. */
final class Pages {
  static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** The template, filled; its parameters are the names in the model. */
  String text(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput(16 * 1024);
    engine.render(template + ".jte", model, output);
    return output.toString();
  }

  ResponseEntity<String> page(String template, Map<String, Object> model) {
    return page(HttpStatusCode.valueOf(200), template, model);
  }

  ResponseEntity<String> page(HttpStatusCode status, String template, Map<String, Object> model) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        // What a page shows is of this moment; going back asks again.
        .header("Cache-Control", "no-store")
        .body(text(template, model));
  }
}

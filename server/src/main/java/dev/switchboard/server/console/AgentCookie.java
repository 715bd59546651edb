package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie that says who sits in front of the page, until there is sign-in. */
final class AgentCookie {
  private static final String NAME = "agent";
  private static final Duration KEPT = Duration.ofDays(400);

  private AgentCookie() {}

  static Optional<Agent> find(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (NAME.equals(cookie.getName())) {
          return read(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Agent> read(String value) {
    try {
      String name = URLDecoder.decode(value, StandardCharsets.UTF_8);
      return Agent.isName(name) ? Optional.of(new Agent(name)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String of(Agent agent) {
    return ResponseCookie.from(NAME, URLEncoder.encode(agent.name(), StandardCharsets.UTF_8))
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(KEPT)
        .build()
        .toString();
  }
}

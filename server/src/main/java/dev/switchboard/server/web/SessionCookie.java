package dev.switchboard.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that holds a session's secret: out of reach of scripts, not sent along with requests
 * that other sites make, and under TLS bound to this very host. It ends with the browser; the
 * server ends it earlier.
 */
public final class SessionCookie {
  /** A browser takes this name only from the host itself, under TLS, for all its paths. */
  private static final String BOUND = "__Host-session";

  /** On this machine there may be no TLS. */
  private static final String PLAIN = "session";

  private SessionCookie() {}

  static @Nullable String find(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (name(request).equals(cookie.getName())) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** The header's value that begins a session. */
  public static String of(String token, HttpServletRequest request) {
    return cookie(token, request).build().toString();
  }

  /** The header's value that ends it. */
  public static String gone(HttpServletRequest request) {
    return cookie("", request).maxAge(Duration.ZERO).build().toString();
  }

  /** The header's value that ends the token of forms: a new session has a new one. */
  public static String newFormToken(HttpServletRequest request) {
    return ResponseCookie.from("XSRF-TOKEN", "")
        .path("/")
        .secure(request.isSecure())
        .sameSite("Strict")
        .maxAge(Duration.ZERO)
        .build()
        .toString();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String value, HttpServletRequest request) {
    return ResponseCookie.from(name(request), value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax");
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? BOUND : PLAIN;
  }
}

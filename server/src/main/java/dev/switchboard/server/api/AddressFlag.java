package dev.switchboard.server.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Flags of an address whose body is read as it comes. To ask the request for its parameters would
 * read the body, which curl and others call a form unless they are told what it is.
 */
final class AddressFlag {
  private AddressFlag() {}

  /** False if it is not there. */
  static boolean of(HttpServletRequest request, String name) {
    String value =
        UriComponentsBuilder.newInstance()
            .query(request.getQueryString())
            .build()
            .getQueryParams()
            .getFirst(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw new IllegalArgumentException("%s is true or false, not \"%s\"".formatted(name, value));
  }
}

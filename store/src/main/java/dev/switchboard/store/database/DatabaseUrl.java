package dev.switchboard.store.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The ways in which people write where a database is, as the driver wants it. */
final class DatabaseUrl {
  private static final String JDBC = "jdbc:";

  private DatabaseUrl() {}

  /**
   * The driver's form of {@code postgresql://user:password@host:port/database?option=value}; what
   * begins with {@code jdbc:} is left as it is.
   */
  static String jdbc(String url) {
    if (url.startsWith(JDBC)) {
      return url;
    }
    URI uri = parsed(url);
    String query = uri.getRawQuery();
    String login = login(uri.getRawUserInfo());
    String options = query == null ? login : login.isEmpty() ? query : query + "&" + login;
    return "jdbc:postgresql://"
        + uri.getRawAuthority().substring(uri.getRawAuthority().lastIndexOf('@') + 1)
        + uri.getRawPath()
        + (options.isEmpty() ? "" : "?" + options);
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (postgres && uri.getRawAuthority() != null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Its message would show the password.
    }
    throw new DatabaseException(
        "A database is given as postgresql://user:password@host:5432/database; "
            + "write special characters of the password as %40 and the like.");
  }

  private static String login(@Nullable String userInfo) {
    if (userInfo == null) {
      return "";
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? "user=" + again(userInfo)
        : "user="
            + again(userInfo.substring(0, colon))
            + "&password="
            + again(userInfo.substring(colon + 1));
  }

  /** Encoded for a query, in which a plus is a space. */
  private static String again(String encoded) {
    return URLEncoder.encode(
        URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }
}

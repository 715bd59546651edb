package dev.switchboard.server.people;

import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.ApiClient.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: keeps cookies and sends forms with their token. */
final class Visitor {
  private final ApiClient api;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  final List<String> setCookies = new ArrayList<>();

  Visitor(ApiClient api) {
    this.api = api;
  }

  @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  void keep(String name, String value) {
    cookies.put(name, value);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends a form, as the page that it stands on would. */
  Answer form(String path, String... fields) throws IOException, InterruptedException {
    if (cookies.get("XSRF-TOKEN") == null) {
      // While the server is open, it asks for a name instead.
      get("/sign-in");
      get("/welcome");
    }
    StringBuilder body = new StringBuilder("_csrf=" + cookies.get("XSRF-TOKEN"));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Calls the API with the session's cookie and the form token. */
  Answer call(String path, Map<String, ?> body) throws IOException, InterruptedException {
    if (cookies.get("XSRF-TOKEN") == null) {
      get("/account");
    }
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", String.valueOf(cookies.get("XSRF-TOKEN")))
            .POST(HttpRequest.BodyPublishers.ofString(ApiClient.JSON.writeValueAsString(body))));
  }

  HttpRequest.Builder request(String path) {
    StringBuilder all = new StringBuilder();
    cookies.forEach(
        (name, value) -> all.append(all.isEmpty() ? "" : "; ").append(name + "=" + value));
    String accepted = path.startsWith("/api/") ? "*/*" : "text/html";
    HttpRequest.Builder request = api.request(path).header("Accept", accepted);
    return all.isEmpty() ? request : request.header("Cookie", all.toString());
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    Answer answer = api.send(request);
    for (String set : answer.raw().headers().allValues("Set-Cookie")) {
      setCookies.add(set);
      String pair = set.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty()) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return answer;
  }

  Answer signIn(String login, String password) throws IOException, InterruptedException {
    return form("/sign-in", "login", login, "password", password);
  }

  boolean isIn() throws IOException, InterruptedException {
    return get("/account").status() == 200;
  }
}

package dev.switchboard.server.people;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.server.desk.DeskRules;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A server with an administrator, Ada, and people of every role, each with a password. */
final class ClosedCompany implements AutoCloseable {
  static final String PASSWORD = "violet tram eats gravel";
  static final String SCRIPT = "a key for scripts alone";

  final TestServer server;
  final Visitor ada;

  private ClosedCompany(TestServer server, Visitor ada) {
    this.server = server;
    this.ada = ada;
  }

  static ClosedCompany start(Path folder) throws IOException, InterruptedException {
    return start(folder, DeskRules.DEFAULT);
  }

  static ClosedCompany start(Path folder, DeskRules rules)
      throws IOException, InterruptedException {
    TestServer server = TestServer.start(folder, SCRIPT, rules);
    Visitor ada = new Visitor(server.api);
    String secret = server.running.switchboard().accounts().links().makeFirst().orElseThrow();
    Answer made =
        ada.form(
            "/first/" + secret, "name", "Ada", "login", "ada@example.com", "password", PASSWORD);
    if (made.status() != 303) {
      server.close();
      throw new AssertionError("the first administrator was answered with " + made);
    }
    return new ClosedCompany(server, ada);
  }

  Accounts accounts() {
    return server.running.switchboard().accounts();
  }

  Visitor visitor() {
    return new Visitor(server.api);
  }

  /** Adds a person, who has signed in then. */
  Visitor add(String name, Role role) throws IOException, InterruptedException {
    Visitor visitor = visitor();
    Answer chosen = visitor.form(invite(name, role), "password", PASSWORD);
    if (chosen.status() != 303) {
      throw new AssertionError("the link was answered with " + chosen);
    }
    return visitor;
  }

  /** Adds a person; the answer is the path of their link. */
  String invite(String name, Role role) throws IOException, InterruptedException {
    Answer added =
        script("/api/v1/people", Map.of("name", name, "login", login(name), "role", role.word()));
    if (added.status() != 200) {
      throw new AssertionError("adding was answered with " + added);
    }
    return added.text("link").replaceFirst("^https?://[^/]+", "");
  }

  static String login(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  int id(String name) {
    return accounts().people().all().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** A call with the key of the environment. */
  Answer script(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return withKey(SCRIPT, path, body);
  }

  Answer withKey(String key, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return server.api.send(
        server
            .api
            .request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(ApiClient.JSON.writeValueAsString(body))));
  }

  Answer getWithKey(String key, String path) throws IOException, InterruptedException {
    return server.api.send(server.api.request(path).header("Authorization", "Bearer " + key).GET());
  }

  /** Puts a post in and answers the case that it opens. */
  long newCase(String brand) throws IOException, InterruptedException {
    String post = server.post(brand, brand + "-1");
    Answer in =
        server.api.send(
            server
                .api
                .request("/api/v1/posts")
                .header("Authorization", "Bearer " + SCRIPT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(post)));
    if (in.number("accepted") != 1) {
      throw new AssertionError("the post was answered with " + in);
    }
    return getWithKey(SCRIPT, "/api/v1/cases?brand=" + brand)
        .json()
        .path("items")
        .path(0)
        .path("id")
        .asLong();
  }

  @Override
  public void close() {
    server.close();
  }
}

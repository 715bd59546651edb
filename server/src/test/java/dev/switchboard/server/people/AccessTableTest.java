package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import dev.switchboard.server.web.Access;
import dev.switchboard.server.web.Need;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role on every page, call and stream: what the table says is what happens, there is no route
 * without a rule, and docs/security.md shows the same table.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTableTest {
  private static final Path GUIDE = Path.of("../docs/security.md");
  private static final String BEGIN = "<!-- routes: made by AccessTableTest -->";
  private static final String END = "<!-- end of routes -->";
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  @Test
  void thereIsOneRuleForEachRouteAndNoOther() {
    List<String> ruled =
        Access.rules().stream().map(rule -> rule.method() + " " + rule.pattern()).toList();
    assertThat(ruled).doesNotHaveDuplicates();
    Set<String> expected = new TreeSet<>(routes());
    // Styles and scripts are files, no routes.
    expected.add("GET /assets/**");
    assertThat(new TreeSet<>(ruled)).isEqualTo(expected);
  }

  private Set<String> routes() {
    ApplicationContext context =
        (ApplicationContext) field(field(company.server.running, "web"), "context");
    Set<String> routes = new TreeSet<>();
    context
        .getBeansOfType(RequestMappingHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMethods()
                    .keySet()
                    .forEach(
                        route -> {
                          Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
                          for (String path : route.getPatternValues()) {
                            if (methods.isEmpty()) {
                              routes.add("GET " + path);
                            }
                            methods.forEach(method -> routes.add(method + " " + path));
                          }
                        }));
    return routes;
  }

  private static Object field(Object of, String name) {
    try {
      Field field = of.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyRoleMeetsOnEveryRouteWhatTheTableSays() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      String name = "One " + role.label();
      company.add(name, role);
      Visitor visitor = signedIn(name);
      for (Access.Rule rule : Access.rules()) {
        boolean allowed = isLetIn(visitor, rule);
        boolean expected = rule.need().isMetBy(new Caller.Person(1, 1, "x", role));
        if (allowed != expected) {
          wrong.add("%s %s as %s: %s".formatted(rule.method(), rule.pattern(), role, allowed));
        }
        if (rule.pattern().equals("/sign-out") || rule.pattern().equals("/sign-in")) {
          visitor = signedIn(name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Visitor signedIn(String name) throws Exception {
    Visitor visitor = company.visitor();
    assertThat(visitor.signIn(ClosedCompany.login(name), ClosedCompany.PASSWORD).status())
        .isEqualTo(303);
    visitor.get("/account");
    return visitor;
  }

  @Test
  void strangersMeetOnlyWhatIsPublic() throws Exception {
    List<String> wrong = new ArrayList<>();
    Visitor stranger = company.visitor();
    stranger.get("/sign-in");
    for (Access.Rule rule : Access.rules()) {
      if (isLetIn(stranger, rule) != (rule.need() instanceof Need.Public)) {
        wrong.add(rule.method() + " " + rule.pattern());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aProgramDecidesOnRepliesOnlyWithTheScopeForIt() {
    Need decide = new Need.Decide();
    Set<Permission> work = Set.of(Permission.READ, Permission.WORK_CASES);
    assertThat(decide.isMetBy(new Caller.Key(1, 1, "x", Role.MANAGER, work))).isFalse();
    assertThat(decide.isMetBy(new Caller.Key(1, 1, "x", Role.MANAGER, Set.of(Permission.APPROVE))))
        .isTrue();
  }

  /** Whether the check of access let a request through, whatever became of it then. */
  private boolean isLetIn(Visitor visitor, Access.Rule rule) throws Exception {
    String path =
        rule.pattern()
            .replace("{view}", "unsure")
            .replace("{act}", "thank")
            .replace("{secret}", "none")
            .replace("/**", "/none")
            .replaceAll("\\{[a-z]+\\}", "999999999");
    HttpRequest.Builder request = visitor.request(path);
    if (rule.method().equals("POST")) {
      request
          .header("X-XSRF-TOKEN", String.valueOf(visitor.cookie("XSRF-TOKEN")))
          .header("Content-Type", isCall(path) ? "application/json" : "text/plain")
          .POST(HttpRequest.BodyPublishers.ofString(isCall(path) ? "{}" : ""));
    } else {
      request.GET();
    }
    HttpResponse<InputStream> answer =
        company.server.api.http().send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream _ = answer.body()) {
      if (path.equals("/sign-out")) {
        return answer.headers().firstValue("Clear-Site-Data").isPresent();
      }
      String to = answer.headers().firstValue("Location").orElse("");
      boolean sentToSignIn =
          answer.statusCode() == 401
              || answer.statusCode() == 303
                  && to.startsWith("/sign-in")
                  && !path.equals("/welcome");
      return !sentToSignIn && answer.headers().firstValue("X-Refusal").isEmpty();
    }
  }

  private static boolean isCall(String path) {
    return path.startsWith("/api/");
  }

  @Test
  void theGuideShowsTheTable() throws Exception {
    String guide = Files.readString(GUIDE);
    String shown =
        guide.substring(guide.indexOf(BEGIN) + BEGIN.length(), guide.indexOf(END)).strip();
    Path made = Files.createDirectories(Path.of("target")).resolve("routes.md");
    Files.writeString(made, table());
    assertThat(shown).as("docs/security.md must show %s", made).isEqualTo(table().strip());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| route | needs |");
    for (Role role : Role.values()) {
      table.append(' ').append(role.label().toLowerCase(Locale.ROOT)).append(" |");
    }
    table.append("\n|---|---|").append(":-:|".repeat(Role.values().length)).append('\n');
    Access.rules().stream()
        .sorted(Comparator.comparing(Access.Rule::pattern).thenComparing(Access.Rule::method))
        .map(AccessTableTest::row)
        .forEach(table::append);
    return table.toString();
  }

  private static String row(Access.Rule rule) {
    String needs =
        switch (rule.need()) {
          case Need.Public() -> "nothing";
          case Need.SignedIn() -> "a session";
          case Need.Decide() -> "`work`, a key `approve`";
          case Need.May(var permission) -> "`" + permission.word() + "`";
        };
    String cells =
        List.of(Role.values()).stream()
            .map(role -> rule.need().isMetBy(new Caller.Person(1, 1, "x", role)) ? "✓" : "")
            .collect(Collectors.joining(" | "));
    return "| `%s %s` | %s | %s |%n".formatted(rule.method(), rule.pattern(), needs, cells);
  }
}

package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** {@code /openapi.json} says what there is: a route without a description fails here. */
@ExtendWith(OneServer.class)
class OpenApiTest {
  private final TestServer server;

  OpenApiTest(TestServer server) {
    this.server = server;
  }

  @Test
  void itDescribesTheRoutesThatThereAreAndNoOthers() throws Exception {
    assertThat(described()).isEqualTo(registered());
  }

  private Set<String> described() throws Exception {
    Set<String> calls = new TreeSet<>();
    description()
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, _) -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return calls;
  }

  /** Pages for people are described by themselves. */
  private Set<String> registered() {
    Set<String> calls = new TreeSet<>();
    routes()
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              if (handler.getBeanType().getPackageName().equals(getClass().getPackageName())) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                  paths(route).forEach(path -> calls.add(method + " " + path));
                }
              }
            });
    return calls;
  }

  @Test
  void itDescribesEachParameterOfAQuery() throws Exception {
    JsonNode paths = description().path("paths");
    routes()
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              if (handler.getBeanType().getPackageName().equals(getClass().getPackageName())) {
                String path = paths(route).iterator().next();
                JsonNode call = paths.path(path).iterator().next();
                List<String> names = new ArrayList<>();
                call.path("parameters").forEach(p -> names.add(p.path("name").asString("")));
                assertThat(names).as(path).containsAll(queryParameters(handler.getMethod()));
              }
            });
  }

  @Test
  void everyReferenceInItLeadsSomewhere() throws Exception {
    JsonNode description = description();
    assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
    List<JsonNode> references = description.findValues("$ref");
    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      String to = reference.asString();
      assertThat(to).startsWith("#/");
      assertThat(description.at(to.substring(1)).isMissingNode()).as(to).isFalse();
    }
  }

  private JsonNode description() throws Exception {
    ApiClient.Answer answer = server.api.get("/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    return answer.json();
  }

  /** Out of the running server's own context, which nobody else needs to reach. */
  private RequestMappingHandlerMapping routes() {
    ApplicationContext context =
        (ApplicationContext) field(field(server.running, "web"), "context");
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
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

  private static Set<String> paths(RequestMappingInfo route) {
    return route.getPatternValues();
  }

  private static List<String> queryParameters(Method method) {
    List<String> names = new ArrayList<>();
    for (var parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RequestParam.class)) {
        names.add(parameter.getName());
      }
    }
    return names;
  }
}

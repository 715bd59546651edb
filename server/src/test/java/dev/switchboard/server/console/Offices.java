package dev.switchboard.server.console;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test an office with a brand of its own, in one company that all tests of this JVM
 * share; what the test opened is closed behind it.
 */
final class Offices implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Offices.class);
  private static int opened;

  private record Running(Company company, Path data) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      company.close();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Browser browser = Chromium.browser();
    Company company =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .computeIfAbsent(Running.class, _ -> start(), Running.class)
            .company();
    Office office = new Office(company, browser, ++opened);
    context.getStore(NAMESPACE).put(Office.class, office);
  }

  private static Running start() {
    try {
      Path data = Files.createTempDirectory("switchboard-console");
      return new Running(Company.open(data), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Office office = context.getStore(NAMESPACE).get(Office.class, Office.class);
    if (office != null && context.getExecutionException().isPresent()) {
      office.close();
    } else if (office != null) {
      List<String> problems = office.leave();
      if (!problems.isEmpty()) {
        throw new AssertionError("The pages complained: " + problems);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Office.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(NAMESPACE).get(Office.class, Office.class));
  }
}

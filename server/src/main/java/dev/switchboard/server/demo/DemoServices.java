package dev.switchboard.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The made-up airline's service map. */
public final class DemoServices {
  private static final String FILE = "services.yaml";

  private DemoServices() {}

  /** As a file of service maps has it. */
  public static String yaml() {
    try (InputStream in = DemoServices.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing beside " + DemoServices.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " can't be read", e);
    }
  }
}

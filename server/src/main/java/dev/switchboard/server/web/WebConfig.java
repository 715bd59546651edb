package dev.switchboard.server.web;

import dev.switchboard.server.people.Gate;
import org.jspecify.annotations.Nullable;

/**
 * How the web server is started.
 *
 * @param port 0 for any that is free
 * @param apiKey when given, every call of the API to an open server must carry it
 * @param gate says who asks
 */
public record WebConfig(int port, @Nullable String apiKey, Listening listening, Gate gate) {
  /** Open, on loopback. */
  public WebConfig(int port, @Nullable String apiKey) {
    this(port, apiKey, Listening.LOCAL, Gate.OPEN);
  }
}

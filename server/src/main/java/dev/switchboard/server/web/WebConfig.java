package dev.switchboard.server.web;

import org.jspecify.annotations.Nullable;

/**
 * How the web server is started. It listens on loopback only, until there is sign-in.
 *
 * @param port 0 for any that is free
 * @param apiKey when given, every call of the API must carry it
 */
public record WebConfig(int port, @Nullable String apiKey) {}

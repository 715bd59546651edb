package dev.switchboard.server.app;

import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.server.desk.DeskRules;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.server.triage.TriageSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What Switchboard is started with.
 *
 * @param data the folder of the embedded database and of files
 * @param databaseUrl an external PostgreSQL, or null for the embedded one
 * @param port of the HTTP server; 0 for any that is free
 * @param apiKey a key that does everything, or null; a blank one counts as none
 * @param services the file of the service map, or null
 * @param weights how heavily cases weigh on those who hold them
 * @param desk how colleagues work together on cases
 * @param routing who is offered which case, if anybody
 * @param reach from where it can be reached, and how long sessions last
 */
public record Settings(
    Path data,
    @Nullable String databaseUrl,
    int port,
    @Nullable String apiKey,
    CasePolicy cases,
    CaseWeights weights,
    TriageSettings triage,
    @Nullable Path services,
    Reach reach,
    DeskRules desk,
    RoutingSettings routing) {
  public static final int DEFAULT_PORT = 8080;

  public Settings {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey;
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
  }

  /** With triage as it is by default. */
  public Settings(
      Path data,
      @Nullable String databaseUrl,
      int port,
      @Nullable String apiKey,
      CasePolicy cases) {
    this(data, databaseUrl, port, apiKey, cases, TriageSettings.DEFAULT);
  }

  /** Without a service map. */
  public Settings(
      Path data,
      @Nullable String databaseUrl,
      int port,
      @Nullable String apiKey,
      CasePolicy cases,
      TriageSettings triage) {
    this(
        data,
        databaseUrl,
        port,
        apiKey,
        cases,
        CaseWeights.DEFAULT,
        triage,
        null,
        Reach.DEFAULT,
        DeskRules.DEFAULT,
        RoutingSettings.DEFAULT);
  }

  /** The same with another service map. */
  public Settings with(Path serviceMap) {
    return new Settings(
        data, databaseUrl, port, apiKey, cases, weights, triage, serviceMap, reach, desk, routing);
  }

  /** The same, reached otherwise. */
  public Settings with(Reach other) {
    return new Settings(
        data, databaseUrl, port, apiKey, cases, weights, triage, services, other, desk, routing);
  }

  /** The same with other rules for how colleagues work together. */
  public Settings with(DeskRules other) {
    return new Settings(
        data, databaseUrl, port, apiKey, cases, weights, triage, services, reach, other, routing);
  }

  /** The same with another policy for cases. */
  public Settings with(CasePolicy policy) {
    return new Settings(
        data, databaseUrl, port, apiKey, policy, weights, triage, services, reach, desk, routing);
  }

  /** The same with other settings of routing. */
  public Settings with(RoutingSettings other) {
    return new Settings(
        data, databaseUrl, port, apiKey, cases, weights, triage, services, reach, desk, other);
  }

  /** {@code ~/.switchboard}. */
  public static Path defaultData() {
    return Path.of(System.getProperty("user.home"), ".switchboard");
  }
}

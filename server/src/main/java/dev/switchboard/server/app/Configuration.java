package dev.switchboard.server.app;

import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.triage.promise.AuditPlan;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.server.desk.DeskRules;
import dev.switchboard.server.language.LanguageSettings;
import dev.switchboard.server.people.SessionTimes;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.server.triage.TriageSettings;
import dev.switchboard.server.web.Listening;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file: {@code key = value} lines. Every key has a type and a default here; an
 * unknown key stops the start and says which one was meant.
 */
public final class Configuration {
  private static final Set<String> KEYS =
      keys(
          "data",
          "database",
          "port",
          "claimLease",
          "reopenWithin",
          "historyAfter",
          "caseWeights",
          "services",
          "listen",
          "hosts",
          "behindProxy",
          "proxies",
          "tls.certificate",
          "tls.key",
          "sessionIdle",
          "sessionLongest",
          "triage.missShare",
          "triage.auditsPerHour",
          "triage.languages");

  private final Properties values;
  private final String name;

  private Configuration(Properties values, String name) {
    this.values = values;
    this.name = name;
  }

  private static Set<String> keys(String... own) {
    Set<String> keys = new TreeSet<>(DeskSettings.KEYS);
    keys.addAll(RoutingConfiguration.KEYS);
    keys.addAll(List.of(own));
    return keys;
  }

  public static Configuration empty() {
    return new Configuration(new Properties(), "no file");
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with a sentence, if a key is unknown
   */
  public static Configuration read(Path file) throws IOException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    }
    for (String key : values.stringPropertyNames()) {
      if (!KEYS.contains(key) && !DeskSettings.isTopic(key) && !RoutingConfiguration.isSkill(key)) {
        throw new IllegalArgumentException(
            "%s: \"%s\" is no setting; did you mean \"%s\"? There are %s."
                .formatted(file, key, nearest(key), String.join(", ", KEYS)));
      }
    }
    return new Configuration(values, file.toString());
  }

  public @Nullable Path data() {
    String value = values.getProperty("data");
    return value == null ? null : Path.of(value);
  }

  public @Nullable String database() {
    return values.getProperty("database");
  }

  public @Nullable Integer port() {
    String value = values.getProperty("port");
    try {
      return value == null ? null : Integer.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw wrong("port", value, "a number");
    }
  }

  /** The file of the service map. */
  public @Nullable Path services() {
    String value = values.getProperty("services");
    return value == null ? null : Path.of(value.strip());
  }

  /**
   * From where the server can be reached.
   *
   * @param listen the address of the command line; null if it names none
   * @param proxied whether the command line says that a reverse proxy ends TLS
   */
  public Reach reach(@Nullable String listen, boolean proxied) {
    String address = listen == null ? values.getProperty("listen") : listen;
    Listening listening =
        new Listening(
            address == null ? Listening.LOCAL.address() : address.strip(),
            list("hosts"),
            path("tls.certificate"),
            path("tls.key"),
            proxied || yes("behindProxy"),
            list("proxies"));
    SessionTimes usual = SessionTimes.DEFAULT;
    return new Reach(
        listening,
        new SessionTimes(
            duration("sessionIdle", usual.idle()), duration("sessionLongest", usual.longest())));
  }

  private Set<String> list(String key) {
    String value = values.getProperty(key, "");
    Set<String> items = new TreeSet<>(List.of(value.strip().split("\\s*,\\s*", -1)));
    items.remove("");
    return items;
  }

  private @Nullable Path path(String key) {
    String value = values.getProperty(key);
    if (value == null) {
      return null;
    }
    Path path = Path.of(value.strip());
    if (!Files.isReadable(path)) {
      throw wrong(key, value, "a file that can be read");
    }
    return path;
  }

  private boolean yes(String key) {
    String value = values.getProperty(key, "no").strip();
    if (!value.equals("yes") && !value.equals("no")) {
      throw wrong(key, value, "yes or no");
    }
    return value.equals("yes");
  }

  public CasePolicy cases() {
    CasePolicy defaults = CasePolicy.DEFAULT;
    return new CasePolicy(
        duration("claimLease", defaults.lease()),
        duration("reopenWithin", defaults.reopenWithin()),
        duration("historyAfter", defaults.historyAfter()));
  }

  /** How colleagues work together on cases. */
  public DeskRules desk() {
    try {
      return new DeskSettings(values).rules();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** Who is offered which case. */
  public RoutingSettings routing() {
    try {
      return new RoutingConfiguration(values).settings();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** How heavily cases weigh, such as {@code direct:2, mail:3}; what is not named weighs 1. */
  public CaseWeights weights() {
    int direct = CaseWeights.DEFAULT.direct();
    Map<String, Integer> networks = new TreeMap<>();
    for (String entry : list("caseWeights")) {
      String[] parts = entry.split("\\s*:\\s*", -1);
      if (parts.length != 2 || parts[0].isEmpty() || !parts[1].matches("[1-9]|10")) {
        throw wrong("caseWeights", entry, "kinds with weights of 1 to 10 such as direct:2, mail:3");
      }
      if (parts[0].equals("direct")) {
        direct = Integer.parseInt(parts[1]);
      } else {
        networks.put(parts[0], Integer.valueOf(parts[1]));
      }
    }
    return new CaseWeights(direct, networks);
  }

  /** At most what share of those who need help may be set aside, and how much people look at. */
  public TriageSettings triage() {
    return new TriageSettings(promise(), auditPlan(), languages());
  }

  private LanguageSettings languages() {
    String value = values.getProperty("triage.languages");
    try {
      return value == null ? LanguageSettings.DEFAULT : LanguageSettings.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": triage.languages: " + e.getMessage(), e);
    }
  }

  private Promise promise() {
    Promise usual = TriageSettings.DEFAULT.promise();
    String value = values.getProperty("triage.missShare");
    try {
      return value == null
          ? usual
          : new Promise(Double.parseDouble(value.strip()), usual.confidence(), usual.basis());
    } catch (IllegalArgumentException e) {
      throw wrong("triage.missShare", value, "a share above 0 and below 0.5 (0.01 is 1 percent)");
    }
  }

  private AuditPlan auditPlan() {
    AuditPlan usual = TriageSettings.DEFAULT.audit();
    String value = values.getProperty("triage.auditsPerHour");
    try {
      return value == null ? usual : new AuditPlan(Integer.parseInt(value.strip()), usual.seed());
    } catch (IllegalArgumentException e) {
      throw wrong("triage.auditsPerHour", value, "a number from 1 to 1000");
    }
  }

  private Duration duration(String key, Duration otherwise) {
    String value = values.getProperty(key);
    if (value == null) {
      return otherwise;
    }
    return Durations.parse(value)
        .orElseThrow(() -> wrong(key, value, "a duration such as 90s, 2m, 12h or 7d"));
  }

  private IllegalArgumentException wrong(String key, @Nullable String value, String expected) {
    return new IllegalArgumentException(
        "%s: %s must be %s, not \"%s\"".formatted(name, key, expected, value));
  }

  /** The key that takes the fewest changes of a letter to become. */
  private static String nearest(String key) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : KEYS) {
      int distance = distance(key, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int next = Math.min(diagonal + (same ? 0 : 1), 1 + Math.min(row[j], row[j - 1]));
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}

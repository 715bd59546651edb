package dev.switchboard.server.cli;

import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.incidents.ServiceMaps;
import dev.switchboard.server.language.LanguageSettings;
import dev.switchboard.server.language.TextLanguages;
import dev.switchboard.server.web.Listening;
import dev.switchboard.store.database.Database;
import dev.switchboard.store.database.DatabaseException;
import dev.switchboard.store.people.AccountReads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code switchboard doctor}: checks what the server needs, one line each. */
@Command(name = "doctor", description = "Check configuration, database, channels, permissions")
final class DoctorCommand implements Callable<Integer> {
  private static final long LOW_SPACE_MB = 1_024;

  @Mixin CommonOptions common = new CommonOptions();
  private int failed;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    ok("java", System.getProperty("java.version"));
    ok("configuration", common.config == null ? "defaults" : String.valueOf(common.config));
    folder(settings.data());
    port(settings.port());
    database(settings);
    DefaultTriage.load();
    ok("triage", "the default model is there");
    ok("languages", languages(settings.triage().languages()));
    services(settings);
    ok("channels", "replies go to " + settings.data().resolve("replies.ndjson"));
    Listening listening = settings.reach().listening();
    ok("address", listening.address() + (listening.hasTls() ? ", with TLS" : ""));
    return failed == 0 ? 0 : SwitchboardCommand.FAILED;
  }

  private static String languages(LanguageSettings languages) {
    if (languages.isOff()) {
      return "off: only those that are declared, or that the author wrote before";
    }
    new TextLanguages(languages).load();
    return "%d are told by the words: %s".formatted(languages.languages().size(), languages);
  }

  private void services(Settings settings) {
    try {
      ServiceMap map = ServiceMaps.read(settings.services());
      ok(
          "service map",
          settings.services() == null
              ? "none; name one with \"services\" in the configuration"
              : "%s: %d services".formatted(settings.services(), map.services().size()));
    } catch (IllegalArgumentException e) {
      bad("service map", String.valueOf(e.getMessage()));
    }
  }

  private void folder(Path data) {
    try {
      Files.createDirectories(data);
      Path probe = Files.createTempFile(data, "doctor", ".tmp");
      Files.delete(probe);
      long freeMb = Files.getFileStore(data).getUsableSpace() >> 20;
      if (freeMb < LOW_SPACE_MB) {
        bad("data folder", "%s has only %d MB left".formatted(data, freeMb));
      } else {
        ok("data folder", "%s, %d GB free".formatted(data, freeMb >> 10));
      }
    } catch (IOException e) {
      bad("data folder", "%s can't be written: %s".formatted(data, e.getMessage()));
    }
  }

  private void port(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      ok("port", socket.getLocalPort() + " is free");
    } catch (IOException _) {
      bad("port", port + " is taken; stop what uses it, or choose another with --port");
    }
  }

  private void database(Settings settings) {
    String url = settings.databaseUrl();
    try (Database database =
        url == null
            ? Database.embedded(settings.data().resolve("postgres"))
            : Database.external(url)) {
      ok(
          "database",
          "PostgreSQL %s, %s"
              .formatted(
                  database.setting("server_version"), url == null ? "embedded" : "external"));
      access(settings, new AccountReads(database.jdbi()).hasAdministrator());
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        String value = database.setting(setting);
        if (value.equals("off")) {
          bad("durability", setting + " is off: what was acknowledged may be lost in a crash");
        } else {
          ok("durability", setting + " is " + value);
        }
      }
    } catch (DatabaseException e) {
      bad("database", String.valueOf(e.getMessage()));
    }
  }

  private void access(Settings settings, boolean closed) {
    try {
      settings.reach().listening().check(closed);
      settings.reach().listening().checkKey(settings.apiKey());
      String key =
          settings.apiKey() == null
              ? "no SWITCHBOARD_API_KEY is set"
              : "SWITCHBOARD_API_KEY does everything";
      ok(
          "access",
          closed
              ? "closed: everybody signs in or shows a key; " + key
              : "open, for this machine only: there is no administrator yet; " + key);
    } catch (IllegalArgumentException e) {
      bad("access", String.valueOf(e.getMessage()));
    }
  }

  private static void ok(String what, String detail) {
    System.out.printf("ok    %-14s %s%n", what, detail);
  }

  private void bad(String what, String detail) {
    failed++;
    System.out.printf("FAIL  %-14s %s%n", what, detail);
  }
}

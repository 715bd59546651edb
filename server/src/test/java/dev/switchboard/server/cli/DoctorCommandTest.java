package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchboard doctor}, and what every command says of a configuration that is wrong. */
class DoctorCommandTest {
  @Test
  void aMachineThatIsWellIsOkInEachLine(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("conf"), "claimLease = 90s\nport=0\n");
    Result result =
        Cli.run(
            "", "doctor", "--data", folder.resolve("d").toString(), "--config", config.toString());
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    assertThat(result.lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(result.out())
        .contains("open, for this machine only: there is no administrator yet")
        .contains("java", "configuration", "data folder", "port", "database", "triage", "channels")
        .contains("fsync is on", "synchronous_commit is on", "full_page_writes is on");
  }

  @Test
  void whatIsWrongIsNamed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result result =
          Cli.run(
              "",
              "doctor",
              "--data",
              file.toString(),
              "--port",
              Integer.toString(taken.getLocalPort()),
              "--database",
              "postgresql://127.0.0.1:1/none");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.lines())
          .anyMatch(line -> line.startsWith("FAIL  data folder"))
          .anyMatch(line -> line.startsWith("FAIL  port") && line.contains("taken"))
          .anyMatch(line -> line.startsWith("FAIL  database") && line.contains("reached"))
          .anyMatch(line -> line.startsWith("ok    languages") && line.contains(" de el en es "))
          .anyMatch(line -> line.startsWith("ok    java"));
    }
  }

  @Test
  void theServiceMapIsReadAndItsMistakesAreNamedWithTheirLines(@TempDir Path folder)
      throws Exception {
    Path map = Files.writeString(folder.resolve("map.yaml"), "services:\n  checkout: {}\n");
    assertThat(serviceMap(folder, map)).startsWith("ok ").contains(": 1 services");
    Files.writeString(map, "services:\n  checkout: {colour: red}\n");
    assertThat(serviceMap(folder, map)).startsWith("FAIL").contains("line 2", "colour");
    assertThat(serviceMap(folder, folder.resolve("gone"))).contains("There is no service map");
  }

  private static String serviceMap(Path folder, Path map) throws Exception {
    Path config = Files.writeString(folder.resolve("conf"), "services = " + map + "\nport = 0\n");
    // An address that is none is not waited for: this is about one line.
    Result result =
        Cli.run(
            "",
            "doctor",
            "--config",
            config.toString(),
            "--data",
            folder.toString(),
            "--database",
            "none");
    return result.lines().stream()
        .filter(line -> line.contains("service map"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anUnknownSettingStopsTheStartAndIsTakenForTheNearestOne(@TempDir Path folder)
      throws Exception {
    assertThat(refused(folder, "prot = 8080")).contains("\"prot\"", "did you mean \"port\"");
    assertThat(refused(folder, "claimlease = 1m")).contains("did you mean \"claimLease\"");
  }

  @Test
  void aSettingThatMakesNoSenseStopsTheStart(@TempDir Path folder) throws Exception {
    assertThat(refused(folder, "claimLease = soon")).contains("claimLease", "90s", "soon");
    assertThat(refused(folder, "caseWeights = direct:0")).contains("caseWeights", "direct:2");
    assertThat(refused(folder, "claimLease = 0s")).contains("lease must be positive");
    assertThat(refused(folder, "port = many")).contains("port", "a number", "many");
    assertThat(refused(folder, "port = 65536")).contains("0 to 65535");
    Result missing = Cli.run("", "serve", "--config", folder.resolve("none").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no file");
  }

  private static String refused(Path folder, String setting) throws Exception {
    Path config = Files.writeString(folder.resolve("conf"), setting + "\n");
    Result result = Cli.run("", "serve", "--config", config.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err();
  }
}

package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class SimulateCommandTest {
  private record Said(int exit, String out, String err) {}

  private static Said simulate(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        SwitchboardCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "simulate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Said(line.execute(all), out.toString(), err.toString());
  }

  @Test
  void theSameSeedPrintsTheSameDayAndAnotherAnother() {
    String[] small = {"--agents", "20", "--rate", "0.02", "--seed", "7"};
    Said once = simulate(small);
    assertThat(once.exit()).as(once.err()).isZero();
    assertThat(once.out())
        .contains("snow day", "Switchboard", "answered within target", "20 agents");
    assertThat(simulate(small)).isEqualTo(once);
    assertThat(simulate("--agents", "20", "--rate", "0.02", "--seed", "8").out())
        .isNotEqualTo(once.out());
  }

  @Test
  void otherWaysToRouteStandBeside() {
    Said said =
        simulate("--beside", "--agents", "10", "--rate", "0.01", "--scenario", "viral post");
    assertThat(said.out()).contains("viral post", "Switchboard", "round robin", "least loaded");
  }

  @Test
  void whatIsNoDayIsRefusedInWords() {
    Said said = simulate("--scenario", "monday");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("There is no scenario \"monday\"", "half-the-team-ill");
    assertThat(simulate("--agents", "0").err()).contains("1 to 100000 agents");
  }
}

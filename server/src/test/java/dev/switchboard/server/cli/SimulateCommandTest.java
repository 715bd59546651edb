package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void aDayOfOnesOwnIsAFileThatBeginsFromOneThatShips(@TempDir Path folder) throws Exception {
    String yaml = simulate("--scenario", "snow-day", "--print-scenario").out();
    Path own = folder.resolve("own.yaml");
    Files.writeString(own, yaml.replace("scenario: snow day", "scenario: our day"));
    String[] small = {"--agents", "20", "--rate", "0.02", "--hours", "30", "--scenario", ""};
    small[7] = own.toString();
    String ours = simulate(small).out();
    assertThat(ours)
        .contains("our day, Switchboard", "waits by step", "constraint: ", "answer within  20 min")
        .contains("45 to  48");
    small[7] = "snow-day";
    assertThat(simulate(small).out()).isEqualTo(ours.replace("our day", "snow day"));

    Files.writeString(own, "scenario: our day\nposts: many\nagents: 5\nsurge: []\n");
    Said wrong = simulate("--scenario", own.toString());
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("line 2, column 8: posts: \"many\" is no whole number")
        .contains("line 4, column 1: unknown key \"surge\" in a scenario")
        .contains("surges");
  }

  @Test
  void aDayThatWasIsReplayedWithOtherPeople(@TempDir Path folder) throws Exception {
    StringBuilder posts = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      posts.append(
          """
          {"id":"%d","channel":"memory:northwind","author":"a%d","text":"my bag is lost, please help me","createdAt":"2026-01-05T%02d:00:00Z","language":"en"}
          """
              .formatted(i, i, 6 + i / 4));
    }
    posts.append("no post\n");
    Path file = Files.writeString(folder.resolve("day.ndjson"), posts);
    String[] all = {"--replay", file.toString(), "--agents", "10", "--seed", "3"};
    Said once = simulate(all);
    assertThat(once.exit()).as(once.err()).isZero();
    assertThat(once.err()).contains("line 41: ");
    assertThat(once.out()).contains("posts 40 -> cases ", "10 agents", "   6 to   9");
    assertThat(simulate(all).out()).isEqualTo(once.out());
    assertThat(simulate("--replay", file.toString(), "--hours", "5").err())
        .contains("the posts go on for 16 hours");
    assertThat(simulate("--replay", "nowhere.ndjson").err()).contains("There is no file nowhere");
  }

  @Test
  void whatIsNoDayIsRefusedInWords() {
    Said said = simulate("--scenario", "monday");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("There is no scenario \"monday\"", "half-the-team-ill");
    assertThat(simulate("--agents", "0").err()).contains("1 to 100000 agents");
  }
}

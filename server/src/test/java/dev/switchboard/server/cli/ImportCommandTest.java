package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import dev.switchboard.store.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchboard import}: one JSON line on stdout, words on stderr. */
class ImportCommandTest {
  private static final String POSTS =
      """
      {"id":"1","channel":"x:@acme","author":"a","text":"my order never came, please help me","createdAt":"2020-01-31T08:00:00Z"}
      {"id":"2","channel":"x:@acme","author":"acme","direction":"out","text":"So sorry!","createdAt":"2020-01-31T08:05:00Z","inReplyTo":"1"}
      no post
      {"id":"3","channel":"x:@acme","author":"c","text":"please help, it is broken","createdAt":"2020-01-31T08:10:00Z"}
      """;

  @Test
  void anImportSaysWhatItDidAndASecondOneAddsNothing(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("posts.ndjson"), POSTS);
    // A server of its own for each call would be most of the work.
    Path data = folder.resolve("data");
    String database = TestDatabase.urlOf(folder);
    Result first = importing(data, database, file.toString());
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.lines())
        .containsExactly(
            "{\"read\":4,\"accepted\":3,\"duplicates\":0,\"rejected\":1,"
                + "\"conversations\":2,\"cases\":2}");
    assertThat(first.err()).contains("posts.ndjson: line 3: not JSON");

    Result second =
        importing(data, database, "--format", "ndjson", file.toString(), file.toString());
    assertThat(second.lines())
        .containsExactly(
            "{\"read\":8,\"accepted\":0,\"duplicates\":6,\"rejected\":2,"
                + "\"conversations\":0,\"cases\":0}");

    Result strict = importing(data, database, "--strict", file.toString());
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.out()).isEmpty();
    assertThat(strict.err()).contains("line 3 is bad");
  }

  private static Result importing(Path data, String database, String... more) {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "import", "--data", data.toString(), "--database", database);
    Collections.addAll(arguments, more);
    return Cli.run("", arguments.toArray(String[]::new));
  }

  @Test
  void whatCannotBeImportedIsSaidAtOnce(@TempDir Path folder) throws Exception {
    Result missing = Cli.run("", "import", folder.resolve("none.csv").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("none.csv");
    assertThat(Cli.run("", "import").exit()).isEqualTo(2);
    Path file = Files.writeString(folder.resolve("posts.ndjson"), POSTS);
    Result format =
        Cli.run(
            "",
            "import",
            "--data",
            folder.resolve("data").toString(),
            "--format",
            "xml",
            file.toString());
    assertThat(format.exit()).isEqualTo(2);
    assertThat(format.err()).contains("ndjson, twcs or airline").doesNotContain("\tat ");
  }
}

package dev.switchboard.server.cli;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.store.database.DatabaseException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** {@code switchboard}: data on stdout, words on stderr; exit 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "switchboard",
    description = "From a public post to an answered customer.",
    mixinStandardHelpOptions = true,
    version = "Switchboard 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      TriageCommand.class,
      GroupCommand.class,
      DoctorCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      EvaluateCommand.class,
      SimulateCommand.class,
    })
public final class SwitchboardCommand implements Runnable {
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  public static CommandLine commandLine() {
    return new CommandLine(new SwitchboardCommand())
        .setExecutionExceptionHandler(inWords())
        .setErr(new PrintWriter(System.err, true));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(commandLine(), "Say what to do:");
  }

  /** A sentence for what people can mend; a stack trace for our own mistakes only. */
  private static IExecutionExceptionHandler inWords() {
    return (e, command, _) -> {
      switch (e) {
        case DatabaseException known -> command.getErr().println(known.getMessage());
        case CannotGoOn known -> command.getErr().println(known.getMessage());
        case UnreadableSource known -> command.getErr().println(known.getMessage());
        case AccessDeniedException denied ->
            command.getErr().printf("%s: access denied%n", denied.getFile());
        case IllegalArgumentException wrong -> {
          command.getErr().println(wrong.getMessage());
          return WRONG_USE;
        }
        case Exception other -> other.printStackTrace(command.getErr());
      }
      return FAILED;
    };
  }
}
